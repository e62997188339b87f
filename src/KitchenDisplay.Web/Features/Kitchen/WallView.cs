using System.Collections.Immutable;
using System.Globalization;
using KitchenDisplay.Core.House;
using KitchenDisplay.Core.Kitchen;
using KitchenDisplay.Web.Live;

namespace KitchenDisplay.Web.Features.Kitchen;

/// <summary>What one wall shows of a snapshot. Two views are equal when the screen need not be touched.</summary>
/// <param name="House">Null before the first read of the database.</param>
/// <param name="AllStations">By id.</param>
/// <param name="AllDisplays">By id.</param>
/// <param name="Display">Null on the wall of all stations, and when the address names a display that does not exist.</param>
/// <param name="IsKnown">False when the address names a display that does not exist.</param>
/// <param name="Scope">Whose work it shows.</param>
/// <param name="All">Its cards in the order in which they should be cooked, held ones last.</param>
public sealed record WallView(
    Restaurant? House, ImmutableDictionary<Guid, object> AllStations, ImmutableDictionary<Guid, object> AllDisplays,
    Display? Display, bool IsKnown, WallScope Scope, WallCards All)
{
    public static readonly WallView Nothing =
        new(null, ImmutableDictionary<Guid, object>.Empty, ImmutableDictionary<Guid, object>.Empty, null, true, WallScope.Everywhere, WallCards.None);

    /// <summary>This wall in another snapshot: what has not changed is the same object.</summary>
    /// <param name="slug">The display in the address; null for all stations.</param>
    public WallView In(BoardSnapshot snapshot, string? slug, StationCards cards)
    {
        var isSameHouse = ReferenceEquals(AllStations, snapshot.Of<Station>()) && ReferenceEquals(AllDisplays, snapshot.Of<Display>()) && slug is not null && slug.Equals(Display?.Slug, StringComparison.OrdinalIgnoreCase);
        var display = isSameHouse ? Display : slug is null ? null : snapshot.All<Display>().FirstOrDefault(d => d.Slug.Equals(slug, StringComparison.OrdinalIgnoreCase));
        var isKnown = slug is null || display is not null;
        var scope = isSameHouse ? Scope : display is null ? WallScope.Everywhere : WallScope.Of(display, [.. snapshot.All<Station>()]);
        return new WallView(snapshot.All<Restaurant>().FirstOrDefault(), snapshot.Of<Station>(), snapshot.Of<Display>(), display, isKnown, scope, isKnown ? cards.On(snapshot, scope) : WallCards.None);
    }

    /// <summary>What is to be cooked now.</summary>
    public IEnumerable<Card> Cards => All.Where(c => !c.IsHeld);

    /// <summary>What waits to be fired.</summary>
    public IEnumerable<Card> Held => All.Where(c => c.IsHeld);

    public IEnumerable<Station> Stations => AllStations.Values.Cast<Station>().OrderBy(s => s.Position);

    public IEnumerable<Display> Displays => AllDisplays.Values.Cast<Display>().OrderBy(d => d.Position);

    public DisplaySettings Settings => Display?.Settings ?? new DisplaySettings();

    /// <summary>A moment as the restaurant's clocks show it.</summary>
    public string TimeOfDay(DateTimeOffset moment) => (House?.TimeOfDay(moment) ?? TimeOnly.FromDateTime(moment.UtcDateTime)).ToString("HH:mm", CultureInfo.InvariantCulture);
}
