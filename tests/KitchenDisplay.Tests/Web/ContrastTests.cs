using System.Globalization;
using System.Text.RegularExpressions;
using KitchenDisplay.Tests.Support;

namespace KitchenDisplay.Tests.Web;

/// <summary>Reads the colours out of tokens.css and measures what WCAG calls contrast. The wall must be legible from across the room in both themes.</summary>
public partial class ContrastTests(RunningApp app) : IClassFixture<RunningApp>
{
    private static readonly string[] Texts = ["ink", "soft", "dim", "ok-text", "new-text", "due-text", "late-text", "changed-text", "held-text", "allergy-text"];
    private static readonly string[] Grounds = ["bg", "panel", "card"];
    private static readonly string[] States = ["ok", "new", "due", "due-stripe", "late", "late-stripe", "changed", "held", "allergy"];

    [Theory]
    [InlineData(Theme.Light)]
    [InlineData(Theme.Dark)]
    public async Task Text_on_the_wall_has_a_contrast_of_at_least_7(Theme theme)
    {
        var colours = await ReadAsync(theme);

        Assert.All(from text in Texts from ground in Grounds select (text, ground), pair => Demand(7, colours, pair.text, pair.ground));
        Assert.All(States, state => Demand(7, colours, "on-state", state));
        Demand(7, colours, "ink", "head");
        Demand(7, colours, "ink", "control");
        Demand(7, colours, "on-chosen", "chosen");
    }

    [Theory]
    [InlineData(Theme.Light)]
    [InlineData(Theme.Dark)]
    public async Task Text_elsewhere_has_a_contrast_of_at_least_4_5(Theme theme)
    {
        var colours = await ReadAsync(theme);

        Demand(4.5, colours, "on-brand", "brand");
        Demand(4.5, colours, "brand", "card");
        Demand(4.5, colours, "dim", "control");
        Demand(4.5, colours, "dim", "head");
    }

    private static void Demand(double least, Dictionary<string, double> colours, string text, string ground)
    {
        var (light, dark) = (Math.Max(colours[text], colours[ground]), Math.Min(colours[text], colours[ground]));
        var contrast = (light + 0.05) / (dark + 0.05);
        Assert.True(contrast >= least, $"--{text} on --{ground}: {contrast:0.0} : 1");
    }

    private async Task<Dictionary<string, double>> ReadAsync(Theme theme)
    {
        var css = await app.Http.GetStringAsync(new Uri("/css/tokens.css", UriKind.Relative));
        return Colour().Matches(css).ToDictionary(
            colour => colour.Groups["name"].Value,
            colour => Luminance(colour.Groups[theme == Theme.Dark && colour.Groups["dark"].Success ? "dark" : "light"].Value));
    }

    private static double Luminance(string hex) => (0.2126 * Linear(hex[..2])) + (0.7152 * Linear(hex[2..4])) + (0.0722 * Linear(hex[4..]));

    private static double Linear(string channel)
    {
        var value = int.Parse(channel, NumberStyles.HexNumber, CultureInfo.InvariantCulture) / 255.0;
        return value <= 0.04045 ? value / 12.92 : Math.Pow((value + 0.055) / 1.055, 2.4);
    }

    [GeneratedRegex(@"--(?<name>[a-z-]+):\s*(light-dark\()?#(?<light>[0-9a-f]{6})(,\s*#(?<dark>[0-9a-f]{6})\))?;")]
    private static partial Regex Colour();

    public enum Theme
    {
        Light,
        Dark,
    }
}
