using System.Net;
using System.Net.Http.Json;
using KitchenDisplay.Tests.Support;
using KitchenDisplay.Web;
using KitchenDisplay.Web.Live;

namespace KitchenDisplay.Tests.Web;

public class PulseTests(RunningApp app) : IClassFixture<RunningApp>
{
    [Fact]
    public async Task The_ping_tells_the_time_and_who_answers()
    {
        var before = DateTimeOffset.UtcNow.ToUnixTimeMilliseconds();
        var first = await app.Http.GetFromJsonAsync<Pulse.Beat>("/ping");
        var second = await app.Http.GetFromJsonAsync<Pulse.Beat>("/ping");

        // The node follows the database's clock, here on the same machine.
        Assert.InRange(first!.Now, before - 1000, DateTimeOffset.UtcNow.ToUnixTimeMilliseconds() + 1000);
        Assert.NotEmpty(first.Boot);
        Assert.Equal(first.Boot, second!.Boot);
    }

    [Fact]
    public async Task The_ping_tells_when_the_database_was_last_read()
    {
        await Until.TrueAsync(async () => (await app.Http.GetFromJsonAsync<Pulse.Beat>("/ping"))!.Read is not null, TimeSpan.FromSeconds(20));
        var earlier = await app.Http.GetFromJsonAsync<Pulse.Beat>("/ping");

        await Until.TrueAsync(async () => (await app.Http.GetFromJsonAsync<Pulse.Beat>("/ping"))!.Read > earlier!.Read, TimeSpan.FromSeconds(5));
    }

    [Fact]
    public async Task A_node_that_reads_its_database_is_ready() =>
        await Until.TrueAsync(async () => await StatusAsync("/readyz") == HttpStatusCode.OK, TimeSpan.FromSeconds(20));

    [Fact]
    public void A_node_that_has_read_nothing_is_not_ready() =>
        Assert.False(new Pulse(TimeProvider.System, new LiveBoard(TimeProvider.System)).IsReading);

    [Fact]
    public void Another_start_has_another_name()
    {
        var board = new LiveBoard(TimeProvider.System);
        Assert.NotEqual(new Pulse(TimeProvider.System, board).Now().Boot, new Pulse(TimeProvider.System, board).Now().Boot);
    }

    [Theory]
    [InlineData("/ping")]
    [InlineData("/healthz")]
    [InlineData("/readyz")]
    public async Task What_is_asked_about_this_moment_is_never_stored(string path)
    {
        using var answer = await app.Http.GetAsync(new Uri(path, UriKind.Relative));

        Assert.True(answer.Headers.CacheControl?.NoStore);
    }

    private async Task<HttpStatusCode> StatusAsync(string path)
    {
        using var answer = await app.Http.GetAsync(new Uri(path, UriKind.Relative));
        return answer.StatusCode;
    }
}
