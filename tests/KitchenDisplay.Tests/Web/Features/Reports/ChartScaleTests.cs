using FsCheck.Fluent;
using KitchenDisplay.Web.Features.Reports;
using Check = FsCheck.Check;

namespace KitchenDisplay.Tests.Web.Features.Reports;

public sealed class ChartScaleTests
{
    [Theory]
    [InlineData(new[] { 0.0, 3.2, 7.9 }, 0, 8, 5)]
    [InlineData(new[] { 1_234.0 }, 0, 1500, 4)]
    [InlineData(new[] { -3.0, 12.0 }, -5, 15, 5)]
    [InlineData(new double[0], 0, 1, 6)]
    [InlineData(new[] { 0.004 }, 0, 0.004, 5)]
    public void An_axis_goes_from_a_round_number_to_a_round_number(double[] values, double low, double high, int ticks)
    {
        var scale = ChartScale.Of(values.Select(v => (decimal)v));

        Assert.Equal(((decimal)low, (decimal)high, ticks), (scale.Low, scale.High, scale.Ticks.Count));
    }

    [Fact]
    public void Whatever_it_shows_finds_room_and_zero_is_on_it() => Check.QuickThrowOnFailure(Prop.ForAll(Gen.Choose(-2_000_000, 2_000_000).Select(n => n / 100m).ListOf().ToArbitrary(), values =>
    {
        var scale = ChartScale.Of(values);
        return values.All(v => scale.At(v) is >= 0 and <= 1) && scale.Ticks.Contains(0) && scale.Ticks.Count is >= 2 and <= 8;
    }));
}
