using System.Text.RegularExpressions;
using KitchenDisplay.Tests.Support;

namespace KitchenDisplay.Tests.Web;

public partial class BlazorScriptTests(RunningApp app) : IClassFixture<RunningApp>
{
    [Fact]
    public async Task The_page_loads_blazor_under_a_name_that_may_be_cached_for_ever()
    {
        var page = await app.Http.GetStringAsync(new Uri("/", UriKind.Relative));
        var name = ScriptName().Match(page).Value;

        using var answer = await app.Http.GetAsync(new Uri($"/{name}", UriKind.Relative));
        var script = await answer.Content.ReadAsStringAsync();

        Assert.Equal("text/javascript", answer.Content.Headers.ContentType?.MediaType);
        Assert.Contains("reconnectionHandler", script, StringComparison.Ordinal);
    }

    [GeneratedRegex(@"_framework/blazor\.web\.[a-z0-9]{10}\.js")]
    private static partial Regex ScriptName();
}
