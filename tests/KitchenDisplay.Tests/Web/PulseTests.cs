using System.Net.Http.Json;
using KitchenDisplay.Tests.Support;
using KitchenDisplay.Web;

namespace KitchenDisplay.Tests.Web;

public class PulseTests(RunningApp app) : IClassFixture<RunningApp>
{
    [Fact]
    public async Task The_ping_tells_the_time_and_who_answers()
    {
        var before = DateTimeOffset.UtcNow.ToUnixTimeMilliseconds();
        var first = await app.Http.GetFromJsonAsync<Pulse.Beat>("/ping");
        var second = await app.Http.GetFromJsonAsync<Pulse.Beat>("/ping");

        Assert.InRange(first!.Now, before, DateTimeOffset.UtcNow.ToUnixTimeMilliseconds());
        Assert.NotEmpty(first.Boot);
        Assert.Equal(first.Boot, second!.Boot);
    }

    [Fact]
    public void Another_start_has_another_name() =>
        Assert.NotEqual(new Pulse(TimeProvider.System).Now().Boot, new Pulse(TimeProvider.System).Now().Boot);

    [Theory]
    [InlineData("/ping")]
    [InlineData("/healthz")]
    [InlineData("/readyz")]
    public async Task What_is_asked_about_this_moment_is_never_stored(string path)
    {
        using var answer = await app.Http.GetAsync(new Uri(path, UriKind.Relative));

        Assert.True(answer.IsSuccessStatusCode);
        Assert.True(answer.Headers.CacheControl?.NoStore);
    }
}
