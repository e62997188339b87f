using System.Net;
using System.Net.WebSockets;
using System.Text.RegularExpressions;
using KitchenDisplay.Tests.Support;

namespace KitchenDisplay.Tests.Web;

public partial class ContentSecurityTests(RunningApp app) : IClassFixture<RunningApp>
{
    [Theory]
    [InlineData("/", HttpStatusCode.OK)]
    [InlineData("/nothing-here", HttpStatusCode.NotFound)]
    [InlineData("/error", HttpStatusCode.OK)]
    public async Task Every_page_carries_one_policy_with_the_nonce_of_its_own_script(string path, HttpStatusCode status)
    {
        using var answer = await app.Http.GetAsync(new Uri(path, UriKind.Relative));
        var page = WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync());
        var policy = Assert.Single(answer.Headers.GetValues("Content-Security-Policy"));

        Assert.Equal(status, answer.StatusCode);
        Assert.Contains("frame-ancestors 'none'", policy, StringComparison.Ordinal);
        Assert.DoesNotContain("unsafe", policy, StringComparison.Ordinal);
        Assert.Contains($"<script type=\"importmap\" nonce=\"{Nonce().Match(policy).Groups[1].Value}\">", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_nonce_is_used_once()
    {
        var nonces = new HashSet<string>();
        for (var i = 0; i < 20; i++)
        {
            using var answer = await app.Http.GetAsync(new Uri("/", UriKind.Relative));
            nonces.Add(Nonce().Match(answer.Headers.GetValues("Content-Security-Policy").Single()).Groups[1].Value);
        }

        Assert.Equal(20, nonces.Count);
        Assert.All(nonces, nonce => Assert.Equal(16, Convert.FromBase64String(nonce).Length));
    }

    [Fact]
    public async Task Every_answer_says_that_its_type_is_not_to_be_guessed()
    {
        using var answer = await app.Http.GetAsync(new Uri("/css/tokens.css", UriKind.Relative));

        Assert.Equal("text/css", answer.Content.Headers.ContentType?.MediaType);
        Assert.Equal(["nosniff"], answer.Headers.GetValues("X-Content-Type-Options"));
        Assert.Equal(["same-origin"], answer.Headers.GetValues("Referrer-Policy"));
    }

    [Fact]
    public async Task The_page_of_another_site_opens_no_socket_here()
    {
        var device = await app.PairAsync();
        using var own = await app.OpenSocketAsync("/_blazor", app.Http.BaseAddress!.GetLeftPart(UriPartial.Authority), device);
        Assert.Equal(WebSocketState.Open, own.State);

        var refused = await Assert.ThrowsAsync<WebSocketException>(() => app.OpenSocketAsync("/_blazor", "http://evil.example", device));
        Assert.Contains("403", refused.Message, StringComparison.Ordinal);
        await Assert.ThrowsAsync<WebSocketException>(() => app.OpenSocketAsync("/_blazor", "null"));
    }

    [Fact]
    public async Task A_foreign_name_that_points_here_is_not_served()
    {
        using var question = new HttpRequestMessage(HttpMethod.Get, "/ping") { Headers = { Host = "evil.example" } };
        using var answer = await app.Http.SendAsync(question);

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
    }

    [GeneratedRegex("'nonce-([^']+)'")]
    private static partial Regex Nonce();
}
