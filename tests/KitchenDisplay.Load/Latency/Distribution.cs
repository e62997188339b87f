using System.Diagnostics;
using System.Globalization;

namespace KitchenDisplay.Load.Latency;

/// <summary>Every single latency of a run, in milliseconds; percentiles by nearest rank. There is no average: nobody waits for one.</summary>
public sealed class Distribution
{
    private readonly double[] sorted;

    /// <param name="ticks">Differences of <see cref="Stopwatch.GetTimestamp"/>.</param>
    public Distribution(IEnumerable<long> ticks) => sorted = [.. ticks.Select(t => t * 1000.0 / Stopwatch.Frequency).Order()];

    public int Count => sorted.Length;
    public double P50 => At(0.50);
    public double P95 => At(0.95);
    public double P99 => At(0.99);
    public double Max => At(1);

    private double At(double part) => sorted.Length == 0 ? 0 : sorted[Math.Max(0, (int)Math.Ceiling(part * sorted.Length) - 1)];

    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"p50 {P50:0.00}  p95 {P95:0.00}  p99 {P99:0.00}  max {Max:0.00}  ({Count:#,0})");
}
