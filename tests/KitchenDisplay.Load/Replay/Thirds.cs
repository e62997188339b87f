using System.Globalization;

namespace KitchenDisplay.Load.Replay;

/// <summary>What was measured again and again: its median in the first third of the time, and in the last.</summary>
internal sealed class Thirds(IReadOnlyList<double> values)
{
    public double First => Median(values.Take(Third));

    public double Last => Median(values.TakeLast(Third));

    public double Ratio => Last / First;

    /// <summary>The whole course: the medians of ten parts, one after the other.</summary>
    public string Course => string.Join(' ', values.Chunk(Math.Max(1, values.Count / 10)).Select(part => Median(part).ToString("0.0", CultureInfo.InvariantCulture)));

    private int Third => Math.Max(1, values.Count / 3);

    private static double Median(IEnumerable<double> some) => some.Order().ToList() is var sorted ? sorted[sorted.Count / 2] : 0;
}
