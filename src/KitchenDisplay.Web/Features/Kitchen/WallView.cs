using System.Collections.Immutable;
using KitchenDisplay.Core.House;
using KitchenDisplay.Core.Kitchen;
using KitchenDisplay.Web.Live;

namespace KitchenDisplay.Web.Features.Kitchen;

/// <summary>What one wall shows of a snapshot. Two views are equal when the screen need not be touched.</summary>
/// <param name="House">Null before the first read of the database.</param>
/// <param name="Station">Null on a wall of all stations, and when the address names one that does not exist.</param>
/// <param name="IsKnown">False when the address names a station that does not exist.</param>
public sealed record WallView(Restaurant? House, ImmutableDictionary<Guid, object> AllStations, Station? Station, bool IsKnown, IReadOnlyList<Card> Cards)
{
    /// <param name="slug">The station in the address; null for all.</param>
    public static WallView Of(BoardSnapshot snapshot, string? slug, StationCards cards)
    {
        var station = slug is null ? null : snapshot.All<Station>().FirstOrDefault(s => s.Slug.Equals(slug, StringComparison.OrdinalIgnoreCase));
        var isKnown = slug is null || station is not null;
        return new WallView(snapshot.All<Restaurant>().FirstOrDefault(), snapshot.Of<Station>(), station, isKnown, isKnown ? cards.On(snapshot, station?.Id) : []);
    }

    public IEnumerable<Station> Stations => AllStations.Values.Cast<Station>().OrderBy(s => s.Position);

    /// <summary>A moment as the restaurant's clocks show it.</summary>
    public string TimeOfDay(DateTimeOffset moment) =>
        TimeZoneInfo.ConvertTime(moment, TimeZoneInfo.FindSystemTimeZoneById(House?.TimeZone ?? "UTC")).ToString("HH:mm", System.Globalization.CultureInfo.InvariantCulture);
}
