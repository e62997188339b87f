using Bunit;
using KitchenDisplay.Tests.Support;
using KitchenDisplay.Web.Features.Inventory.Temperatures;

namespace KitchenDisplay.Tests.Web.Features.Inventory.Temperatures;

public sealed class TemperaturePageTests(StoreRoom store) : OfficePages(store)
{
    [Fact]
    public void What_is_too_warm_asks_what_was_done_before_anything_is_written_and_then_proposes_to_keep_lots_back()
    {
        var page = Render<TemperaturesPage>();
        page.WaitForElement("[data-point='Walk-in']", Patience);

        page.Find("[data-point='Walk-in'] [data-celsius]").Input("9,5");
        Assert.Contains("outside of 0 to 5 °C", page.WaitForElement("[data-action]", Patience).TextContent, StringComparison.Ordinal);
        page.Find("[data-point='Walk-in'] form").Submit();
        page.WaitForAssertion(() => Assert.Contains("9.5 °C is > 5 °C", page.Find("[role=alert]").TextContent, StringComparison.Ordinal), Patience);
        Assert.Equal("9,5", page.Find("[data-point='Walk-in'] [data-celsius]").GetAttribute("value"));

        page.Find("[data-what]").Change("moved all");
        page.Find("[data-point='Walk-in'] form").Submit();
        page.WaitForAssertion(() => Assert.True(page.FindAll("[data-keep] [data-lot]").Count > 10), Patience);
        Assert.Contains("9.5 °C", page.Find("[data-point='Walk-in'] .temp-last").TextContent, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("4.5", "4.5")]
    [InlineData(" −18 ", "-18")]
    [InlineData("4,5", "4.5")]
    [InlineData("warm", null)]
    [InlineData("1e3", null)]
    [InlineData(null, null)]
    public void Whatever_keys_a_kitchen_has_a_temperature_is_read(string? typed, string? celsius) =>
        Assert.Equal(celsius, Celsius.Parse(typed)?.ToString(System.Globalization.CultureInfo.InvariantCulture));
}
