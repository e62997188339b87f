using KitchenDisplay.Core.Availability;
using KitchenDisplay.Core.Commands;
using KitchenDisplay.Core.Data;
using KitchenDisplay.Core.Inventory;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace KitchenDisplay.Core.Ordering;

/// <summary>What is promised to guests when their portions are sent: portions that are counted by hand, and what is in stock. All or nothing, and nothing twice.</summary>
/// <param name="since">When the oldest of the portions was sent.</param>
/// <param name="today">The business day.</param>
internal sealed class Promise(KitchenContext db, Offer offer, Stamp stamp, DateTimeOffset since, DateOnly today)
{
    private const string LockCounts = "select dish_id, \"left\" from dish_counts where dish_id = any ($1) and until > $2 order by dish_id for no key update";

    private const string CountDown = """
        update dish_counts c set "left" = c."left" - d.portions from unnest($1::uuid[], $2::int[]) as d (dish_id, portions)
        where c.dish_id = d.dish_id and c.until > $3 and c."left" >= d.portions
        """;

    private readonly LineStock stock = new(db, stamp, since, today);

    /// <summary>Promises these new portions when everything else has been saved, so that the rows that everybody wants are locked for the shortest time.</summary>
    /// <exception cref="Refusal">Thrown then, and names every dish that is short, with what is left of it.</exception>
    internal void Make(IReadOnlyList<Line> lines) => db.AtLast(async cancel =>
    {
        var needs = lines.SelectMany(l => offer.Needs(l.Id, l.DishId, l.Modifiers.Select(m => m.Id))).ToList();
        var (fewer, there) = await TakeAsync(lines.GroupBy(l => l.DishId).OrderBy(g => g.Key).ToDictionary(g => g.Key, g => g.Count()), stock.Reservations(needs), cancel);
        if (fewer.Count > 0 || there is not null) throw await new Shortage(lines, needs, fewer, there).RefusalAsync(db, cancel);
        await stock.ConsumeAsync([.. lines.Where(l => l.ConsumedId is not null).Select(l => l.Id)], cancel);
    });

    /// <summary>Promises what a portion takes more now that it has changed, and gives back what it takes less as far as the kitchen has not begun with it.</summary>
    internal void Change(Line line) => db.AtLast(async cancel =>
    {
        var had = (await stock.HasAsync([line.Id], cancel)).ToDictionary(n => n.ItemId, n => n.Quantity);
        var needs = offer.Needs(line.Id, line.DishId, line.Modifiers.Select(m => m.Id));
        var more = needs.Select(n => n with { Quantity = n.Quantity - had.GetValueOrDefault(n.ItemId) }).Where(n => n.Quantity > 0).ToList();
        var less = had.Select(h => new Need(line.Id, h.Key, h.Value - needs.Where(n => n.ItemId == h.Key).Sum(n => n.Quantity))).Where(n => n.Quantity > 0).ToList();
        await Ledger.LockAsync(db, more.Concat(less).Select(n => n.ItemId), cancel);
        if (await stock.ReserveAsync(more, cancel) is { } there) throw await new Shortage([line], more, new Dictionary<Guid, int>(), there).RefusalAsync(db, cancel);
        if (line.ConsumedId is null) await stock.ReleaseAsync(less, cancel);
        else await stock.ConsumeAsync([line.Id], cancel);
    });

    /// <summary>Gives back what a portion that was taken off has not used, and books what it has.</summary>
    internal void TakeBack(Line line, bool? isWasted, string? reason) => db.AtLast(async cancel =>
    {
        if (line.ConsumedId is not null && isWasted is null && (await stock.HasAsync([line.Id], cancel)).Any(n => n.Quantity > 0))
            throw new Refusal("The kitchen has already begun with {0}. Say whether it is wasted or goes back into stock.", line.DishName);
        if (line.ConsumedId is null || isWasted != true)
            await db.DishCounts.Where(c => c.DishId == line.DishId && c.Until > stamp.Now).ExecuteUpdateAsync(set => set.SetProperty(c => c.Left, c => c.Left + 1), cancel);
        if (line.ConsumedId is null) await stock.ReleaseAsync([line.Id], cancel);
        else if (isWasted == true) await stock.WasteAsync([line.Id], reason, again: false, cancel);
        else await stock.ReturnAsync([line.Id], reason, cancel);
    });

    /// <summary>Counts down and reserves in one round trip.</summary>
    /// <returns>What is left of the dishes of which there is not enough, and the stock, if that is not.</returns>
    private async Task<(IReadOnlyDictionary<Guid, int> Fewer, IReadOnlyDictionary<Guid, Stock>? There)> TakeAsync(Dictionary<Guid, int> wanted, IReadOnlyList<Movement> reservations, CancellationToken cancel)
    {
        var (dishes, now) = (wanted.Keys.ToArray(), stamp.Now.UtcDateTime);
        await using var batch = new NpgsqlBatch(db.Connection())
        {
            BatchCommands =
            {
                new(LockCounts) { Parameters = { new() { Value = dishes }, new() { Value = now } } },
                new(CountDown) { Parameters = { new() { Value = dishes }, new() { Value = wanted.Values.ToArray() }, new() { Value = now } } },
            },
        };
        var reserving = reservations.Count > 0 ? new Ledger.Reserving(batch, reservations) : null;
        var left = new Dictionary<Guid, int>();
        await using var rows = await batch.ExecuteReaderAsync(cancel);
        while (await rows.ReadAsync(cancel)) left[rows.GetGuid(0)] = rows.GetInt32(1);
        await rows.NextResultAsync(cancel);
        var there = reserving is null ? null : await reserving.ReadAsync(rows, cancel);
        return (left.Where(c => c.Value < wanted[c.Key]).ToDictionary(), there);
    }
}
