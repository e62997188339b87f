namespace KitchenDisplay.Web.Features.Kitchen;

/// <summary>What a wall's page says of itself. It comes from a browser: nothing in it is known to be true.</summary>
/// <param name="Id">Made by the page when it was loaded.</param>
/// <param name="Zoom">Device pixels for a CSS pixel.</param>
/// <param name="Holds">The lines that the page holds, if they are others than the circuit has rendered; else null.</param>
public sealed record ScreenReport(Guid Id, bool IsVisible, bool? HasWakeLock, bool? IsAudible, decimal Zoom, decimal UsualZoom, IReadOnlyList<Guid>? Holds);

/// <summary>A row that stands whole and uncovered on a visible page.</summary>
/// <param name="Version">As the row says it: the newest of its lines.</param>
public sealed record SeenRow(IReadOnlyList<Guid>? Lines, int Version)
{
    /// <summary>Lines in one report; a wall shows fewer at a time.</summary>
    public const int Most = 2000;
}
