namespace KitchenDisplay.Web.Features.Reports;

/// <summary>An axis from a round number to a round number, with at most six round numbers on it; 0 is always one of them.</summary>
public sealed record ChartScale(decimal Low, decimal High, IReadOnlyList<decimal> Ticks)
{
    private static readonly decimal[] rounds = [1, 2, 5, 10];

    /// <summary>The axis on which all of these find room.</summary>
    public static ChartScale Of(IEnumerable<decimal> values)
    {
        var (low, high) = (0m, 0m);
        foreach (var value in values) (low, high) = (Math.Min(low, value), Math.Max(high, value));
        if (low == high) high = 1;
        var step = Step((high - low) / 5);
        (low, high) = (Math.Floor(low / step) * step, Math.Ceiling(high / step) * step);
        return new(low, high, [.. Enumerable.Range(0, (int)((high - low) / step) + 1).Select(n => low + (n * step))]);
    }

    /// <summary>Where a value stands between the ends: 0 to 1.</summary>
    public double At(decimal value) => (double)((value - Low) / (High - Low));

    private static decimal Step(decimal rough)
    {
        var power = 1m;
        while (power * 10 <= rough) power *= 10;
        while (power > rough) power /= 10;
        return power * rounds.First(r => power * r >= rough);
    }
}
