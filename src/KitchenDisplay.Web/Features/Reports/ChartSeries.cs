namespace KitchenDisplay.Web.Features.Reports;

/// <summary>Something that is shown day by day.</summary>
/// <param name="Tone">What it is drawn like: <c>used</c>, <c>wasted</c>, <c>held</c>.</param>
/// <param name="Values">One for each day.</param>
public sealed record ChartSeries(string Name, string Tone, IReadOnlyList<decimal> Values);
