using KitchenDisplay.Core.Commands;
using KitchenDisplay.Core.Data;
using Microsoft.EntityFrameworkCore;

namespace KitchenDisplay.Core.Inventory.Counting;

/// <summary>Which lines a new sheet has: what lies in its places or belongs there, in the order in which one walks along.</summary>
internal static class SheetPlan
{
    /// <summary>More than this nobody counts on one sheet.</summary>
    internal const int Most = 2000;

    internal static async Task<IReadOnlyList<CountLine>> LinesAsync(KitchenContext db, Guid sheet, IReadOnlyList<Place> places, CancellationToken cancel)
    {
        var ids = places.Select(p => p.Id).ToArray();
        var order = places.Select((p, i) => (p.Id, i)).ToDictionary(p => p.Id, p => p.i);
        var spots = await db.Database.SqlQuery<Spot>($"""
            select a.place_id as "PlaceId", a.item_id as "ItemId", max(a.position) as "Position", i.name as "Name" from (
                select place_id, item_id, 0 as position from stock_lots where place_id = any ({ids}) and on_hand > 0
                union all
                select place_id, item_id, position from shelf_spots where place_id = any ({ids})) a
            join items i on i.id = a.item_id
            where i.active or exists (select from stock_lots s where s.place_id = a.place_id and s.item_id = a.item_id and s.on_hand > 0)
            group by a.place_id, a.item_id, i.name limit {Most + 1}
            """).ToListAsync(cancel);
        if (spots.Count == 0) throw new Refusal("Nothing lies there, so there is nothing to count. Choose other places.");
        if (spots.Count > Most) throw new Refusal("There are more than {0} items in these places. Open several sheets.", Most);
        return [.. spots
            .OrderBy(s => order[s.PlaceId]).ThenBy(s => s.Position == 0 ? int.MaxValue : s.Position).ThenBy(s => s.Name, StringComparer.CurrentCulture)
            .Select((s, i) => new CountLine { SheetId = sheet, PlaceId = s.PlaceId, ItemId = s.ItemId, Position = i + 1 })];
    }

    /// <summary>These places and all that are in them, each before what is in it.</summary>
    internal static IReadOnlyList<Place> Walk(IReadOnlyCollection<Place> all, IReadOnlyCollection<Guid> chosen)
    {
        var inside = all.OrderBy(p => p.Position).ToLookup(p => p.ParentId);
        return [.. inside[null].SelectMany(p => Below(p, isChosen: false))];

        IEnumerable<Place> Below(Place place, bool isChosen)
        {
            isChosen |= chosen.Contains(place.Id);
            var rest = inside[place.Id].SelectMany(p => Below(p, isChosen));
            return isChosen ? rest.Prepend(place) : rest;
        }
    }

    private sealed record Spot(Guid PlaceId, Guid ItemId, int Position, string Name);
}
