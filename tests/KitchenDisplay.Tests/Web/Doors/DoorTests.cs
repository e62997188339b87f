using System.Net;
using System.Reflection;
using System.Text.RegularExpressions;
using KitchenDisplay.Core.Staff;
using KitchenDisplay.Tests.Support;
using KitchenDisplay.Web;
using KitchenDisplay.Web.Doors;
using KitchenDisplay.Web.Startup;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Components;

namespace KitchenDisplay.Tests.Web.Doors;

/// <summary>What whoever has not been let in gets from a real restaurant, asked as by curl.</summary>
public sealed partial class DoorTests(TestKitchen kitchen) : IClassFixture<TestKitchen>, IAsyncLifetime
{
    private WebApplication app = null!;
    private Uri address = null!;

    public async Task InitializeAsync()
    {
        // As a real restaurant: nobody is let in for being here.
        await Sql.RunAsync(kitchen.Connections.KitchenOwner, "update restaurant set is_demo = false");
        app = KitchenApp.Build(StartOptions.Read("--urls", "http://127.0.0.1:0", "--no-demo"), kitchen.Connections);
        await app.StartAsync();
        address = new Uri(app.Urls.Single());
    }

    public async Task DisposeAsync() => await app.DisposeAsync();

    [Theory]
    [InlineData("kitchen", "/sign-in?next=%2Fkitchen")]
    [InlineData("order?x=1", "/sign-in?next=%2Forder%3Fx%3D1")]
    [InlineData("office/staff", "/sign-in?next=%2Foffice%2Fstaff")]
    public async Task A_stranger_is_shown_the_way_in(string path, string to)
    {
        using var answer = await Stranger().GetAsync(new Uri(path, UriKind.Relative));

        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        Assert.Equal(to, answer.Headers.Location!.OriginalString);
    }

    [Theory]
    [InlineData("office/charts/usage.csv")]
    [InlineData("recipes/export.json")]
    [InlineData("hubs/kitchen")]
    [InlineData("_blazor")]
    [InlineData("begin")]
    [InlineData("office/charts/..%2fcharts/usage.csv")]
    public async Task A_stranger_gets_no_data(string path)
    {
        using var answer = await Stranger().GetAsync(new Uri(path, UriKind.Relative));

        Assert.Contains(answer.StatusCode, new[] { HttpStatusCode.Unauthorized, HttpStatusCode.NotFound });
    }

    [Theory]
    [InlineData("kd-device")]
    [InlineData("kd-session")]
    public async Task A_cookie_that_was_made_up_lets_nobody_in(string cookie)
    {
        using var http = Stranger();
        http.DefaultRequestHeaders.Add("Cookie", $"{cookie}={new string('A', 43)}");
        using var answer = await http.GetAsync(new Uri("office", UriKind.Relative));

        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
    }

    [Fact]
    public async Task A_device_that_was_unpaired_is_a_stranger()
    {
        var (id, secret) = await DoorKeys.PairAsync(kitchen.Connections);
        using var http = Stranger();
        http.DefaultRequestHeaders.Add("Cookie", $"kd-device={secret}");
        using (var before = await http.GetAsync(new Uri("begin", UriKind.Relative))) Assert.Equal("/order", before.Headers.Location?.OriginalString);

        await Sql.RunAsync(kitchen.Connections.KitchenOwner, $"update devices set unpaired_at = now() where id = '{id}'");

        using var after = await http.GetAsync(new Uri("begin", UriKind.Relative));
        Assert.Equal(HttpStatusCode.Unauthorized, after.StatusCode);
    }

    [Fact]
    public async Task Who_may_not_see_a_page_or_a_file_gets_neither()
    {
        using var http = Stranger();
        await http.SignInAsync(kitchen.Connections, Role.Waiter);
        using var page = await http.GetAsync(new Uri("office/staff", UriKind.Relative));
        using var file = await http.GetAsync(new Uri("office/charts/usage.csv", UriKind.Relative));
        using var own = await http.GetAsync(new Uri("order", UriKind.Relative));

        Assert.EndsWith("&denied=true", page.Headers.Location!.OriginalString, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Forbidden, file.StatusCode);
        Assert.Equal(HttpStatusCode.OK, own.StatusCode);
    }

    [Fact]
    public async Task A_form_without_its_antiforgery_token_is_refused_and_says_nothing_of_the_code_behind_it()
    {
        using var http = Stranger();
        using var form = new FormUrlEncodedContent(new Dictionary<string, string> { ["_handler"] = "passphrase", ["Name"] = "Marlene", ["Passphrase"] = "seven ladles of cold borscht" });
        using var answer = await http.PostAsync(new Uri("sign-in/passphrase", UriKind.Relative), form);

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.DoesNotContain("   at ", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_new_screen_shows_a_code_that_lets_it_in_once_it_is_approved()
    {
        using var http = new HttpClient(new HttpClientHandler { CookieContainer = new(), AllowAutoRedirect = false }) { BaseAddress = address };
        var code = Code().Match(await http.GetStringAsync(new Uri("pair", UriKind.Relative))).Groups[1].Value;
        Assert.Equal("Waiting", await http.GetStringAsync(new Uri("pair/state", UriKind.Relative)));
        Assert.Equal(code, Code().Match(await http.GetStringAsync(new Uri("pair", UriKind.Relative))).Groups[1].Value);

        await new KitchenDisplay.Core.Doors.Devices.DeviceService(kitchen.Book).ApproveAsync(new(Guid.CreateVersion7(), Guid.CreateVersion7(), code, "Bar", KitchenDisplay.Core.Doors.Devices.DevicePurpose.Tablet), kitchen.Manager);

        Assert.Equal("Paired", await http.GetStringAsync(new Uri("pair/state", UriKind.Relative)));
        using (var claimed = await http.GetAsync(new Uri("pair", UriKind.Relative))) Assert.EndsWith("/begin", claimed.Headers.Location!.OriginalString, StringComparison.Ordinal);
        using var begun = await http.GetAsync(new Uri("begin", UriKind.Relative));
        Assert.Equal("/order", begun.Headers.Location?.OriginalString);
    }

    [Fact]
    public async Task A_request_that_is_too_long_is_refused_and_so_is_whoever_knocks_too_often()
    {
        using var http = Stranger();
        using (var much = await http.PostAsync(new Uri("pair/claim", UriKind.Relative), new StringContent($"{{\"claim\":\"{new string('x', 300_000)}\"}}", System.Text.Encoding.UTF8, "application/json")))
            Assert.Contains(much.StatusCode, new[] { HttpStatusCode.RequestEntityTooLarge, HttpStatusCode.BadRequest });

        var answers = new List<HttpStatusCode>();
        for (var n = 0; n < 70; n++)
        {
            using var answer = await http.PostAsync(new Uri("setup", UriKind.Relative), new FormUrlEncodedContent([]));
            answers.Add(answer.StatusCode);
        }
        Assert.Contains(HttpStatusCode.TooManyRequests, answers);
        Assert.DoesNotContain(HttpStatusCode.OK, answers);
    }

    [Fact]
    public void Every_page_says_who_gets_to_see_it() => Assert.All(
        typeof(KitchenApp).Assembly.GetTypes().Where(t => t.GetCustomAttributes<RouteAttribute>().Any()),
        page => Assert.True(page.GetCustomAttribute<MayAttribute>() is not null != page.GetCustomAttribute<OpenAttribute>() is not null, $"{page.Name} needs [May] or [Open], and not both."));

    [Fact]
    public void What_a_page_demands_is_an_operation() => Assert.All(
        typeof(KitchenApp).Assembly.GetTypes().Select(t => t.GetCustomAttribute<MayAttribute>()).OfType<MayAttribute>(), may => Assert.All(may.Operations, o => Assert.Contains(o, Rights.Operations)));

    [Theory]
    [InlineData("/order/1?x=y", "/order/1?x=y")]
    [InlineData("//evil.example", "/")]
    [InlineData("/\\evil.example", "/")]
    [InlineData("https://evil.example", "/")]
    [InlineData("/a\r\nSet-Cookie: x", "/")]
    [InlineData(null, "/")]
    public void Nobody_is_sent_to_another_site(string? next, string to) => Assert.Equal(to, DoorPaths.Own(next));

    private HttpClient Stranger() => new(new HttpClientHandler { AllowAutoRedirect = false, UseCookies = false }) { BaseAddress = address };

    [GeneratedRegex("data-pairing=\"([A-Z0-9]{8})\"")]
    private static partial Regex Code();
}
