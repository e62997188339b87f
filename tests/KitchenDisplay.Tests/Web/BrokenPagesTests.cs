using System.Net;
using KitchenDisplay.Tests.Support;
using KitchenDisplay.Web;
using KitchenDisplay.Web.Startup;
using Microsoft.AspNetCore.Builder;
using Npgsql;

namespace KitchenDisplay.Tests.Web;

/// <summary>What a screen is answered that loads while the database is away.</summary>
public sealed class BrokenPagesTests(TestKitchen kitchen) : IClassFixture<TestKitchen>, IAsyncLifetime
{
    private WebApplication app = null!;

    public async Task InitializeAsync()
    {
        // Nobody listens at port 1.
        var nowhere = kitchen.Connections with { Kitchen = new NpgsqlConnectionStringBuilder(kitchen.Connections.Kitchen) { Host = "127.0.0.1", Port = 1 }.ConnectionString };
        app = KitchenApp.Build(StartOptions.Read("--urls", "http://127.0.0.1:0"), nowhere);
        await app.StartAsync();
    }

    public async Task DisposeAsync() => await app.DisposeAsync();

    [Theory]
    [InlineData("kitchen/grill")]
    [InlineData("sign-in")]
    public async Task A_page_says_that_the_database_is_away_and_tries_again_by_itself(string path)
    {
        using var http = Screen();
        using var answer = await http.GetAsync(new Uri(path, UriKind.Relative));

        Assert.Equal(HttpStatusCode.ServiceUnavailable, answer.StatusCode);
        var page = await answer.Content.ReadAsStringAsync();
        Assert.Contains("The database does not answer", page, StringComparison.Ordinal);
        Assert.Contains("http-equiv=\"refresh\"", page, StringComparison.Ordinal);
        Assert.DoesNotContain("Npgsql", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task So_does_the_answer_to_what_was_posted()
    {
        using var http = Screen();
        using var answer = await http.PostAsync(new Uri("sign-in", UriKind.Relative), new FormUrlEncodedContent([]));

        Assert.Equal(HttpStatusCode.ServiceUnavailable, answer.StatusCode);
        Assert.Contains("The database does not answer", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("ping")]
    [InlineData("healthz")]
    [InlineData("css/site.css")]
    public async Task What_is_the_same_for_everybody_is_answered_as_ever(string path)
    {
        using var http = Screen();
        using var answer = await http.GetAsync(new Uri(path, UriKind.Relative));

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
    }

    private HttpClient Screen()
    {
        var http = new HttpClient { BaseAddress = new Uri(app.Urls.Single()) };
        http.DefaultRequestHeaders.Add("Cookie", "kd-device=some; kd-session=some");
        return http;
    }
}
