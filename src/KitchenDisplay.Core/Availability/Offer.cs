using KitchenDisplay.Core.Data;
using KitchenDisplay.Core.Inventory;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace KitchenDisplay.Core.Availability;

/// <summary>What can be sold of some dishes at this moment: what is out, and what their portions take from the stock.</summary>
public sealed class Offer
{
    private const string DishNeeds = "select dish_id, item_id, quantity from dish_needs where dish_id = any ($1)";
    private const string ModifierNeeds = "select modifier_id, item_id, quantity from modifier_needs where modifier_id = any ($1)";
    private const string Out = "select dish_id, item_id, station_id from eighty_sixes where restored_at is null and (until is null or until > $1)";

    private readonly ILookup<Guid, (Guid Item, decimal Quantity)> needs;
    private readonly HashSet<Guid> outs;

    private Offer(ILookup<Guid, (Guid Item, decimal Quantity)> needs, HashSet<Guid> outs) => (this.needs, this.outs) = (needs, outs);

    /// <summary>Nothing is out, and nothing is known of what a portion takes.</summary>
    public static Offer Everything { get; } = new(Enumerable.Empty<Guid>().ToLookup(id => id, _ => (Guid.Empty, 0m)), []);

    /// <summary>Reads it in one round trip.</summary>
    public static async Task<Offer> ReadAsync(KitchenContext db, IEnumerable<Guid> dishes, IEnumerable<Guid> modifiers, DateTimeOffset now, CancellationToken cancel)
    {
        await using var batch = new NpgsqlBatch(db.Connection())
        {
            BatchCommands =
            {
                new(DishNeeds) { Parameters = { new() { Value = dishes.Distinct().ToArray() } } },
                new(ModifierNeeds) { Parameters = { new() { Value = modifiers.Distinct().ToArray() } } },
                new(Out) { Parameters = { new() { Value = now.UtcDateTime } } },
            },
        };
        await using var rows = await batch.ExecuteReaderAsync(cancel);
        var needs = new List<(Guid Of, Guid Item, decimal Quantity)>();
        for (var table = 0; table < 2; table++, await rows.NextResultAsync(cancel))
            while (await rows.ReadAsync(cancel)) needs.Add((rows.GetGuid(0), rows.GetGuid(1), rows.GetDecimal(2)));
        var outs = new HashSet<Guid>();
        while (await rows.ReadAsync(cancel)) outs.Add(Enumerable.Range(0, 3).Where(i => !rows.IsDBNull(i)).Select(rows.GetGuid).Single());
        return new Offer(needs.ToLookup(n => n.Of, n => (n.Item, n.Quantity)), outs);
    }

    /// <summary>Whether a dish cannot be had, by itself, by a station that makes it, or by something that is in it.</summary>
    public bool IsOut(Guid dish, IEnumerable<Guid> stations, IEnumerable<Guid> modifiers) =>
        outs.Count > 0 && (outs.Contains(dish) || stations.Any(outs.Contains) || Portion(dish, modifiers).Any(n => outs.Contains(n.Item)));

    /// <summary>What a portion takes, in base units; a modifier may take away what the dish has, and no more.</summary>
    public IReadOnlyList<Need> Needs(Guid line, Guid dish, IEnumerable<Guid> modifiers) => [.. Portion(dish, modifiers).Select(n => new Need(line, n.Item, n.Quantity))];

    private IEnumerable<(Guid Item, decimal Quantity)> Portion(Guid dish, IEnumerable<Guid> modifiers) =>
        needs[dish].Concat(modifiers.SelectMany(m => needs[m])).GroupBy(n => n.Item, n => n.Quantity).Select(g => (g.Key, g.Sum())).Where(n => n.Item2 > 0);
}
