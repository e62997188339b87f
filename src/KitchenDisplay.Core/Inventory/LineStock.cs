using KitchenDisplay.Core.Commands;
using KitchenDisplay.Core.Data;
using Microsoft.EntityFrameworkCore;

namespace KitchenDisplay.Core.Inventory;

/// <summary>What a portion takes of an item.</summary>
/// <param name="Quantity">In base units.</param>
public sealed record Need(Guid LineId, Guid ItemId, decimal Quantity);

/// <summary>What portions do to the stock: promised when sent, taken when begun, given back or wasted when voided. What a portion has taken stands in the ledger, so a recipe that changes meanwhile changes nothing of it.</summary>
/// <param name="since">When the oldest of the portions was sent: older months of the ledger are not looked at.</param>
/// <param name="today">The business day.</param>
public sealed class LineStock(KitchenContext db, Stamp stamp, DateTimeOffset since, DateOnly today)
{
    /// <summary>Promises what the portions need, if there is enough of what is strict.</summary>
    /// <returns>Null when it is done; otherwise what there is, and nothing may be committed.</returns>
    public Task<IReadOnlyDictionary<Guid, Stock>?> ReserveAsync(IEnumerable<Need> needs, CancellationToken cancel) => Ledger.ReserveAsync(db, Reservations(needs), cancel);

    /// <summary>The rows that promise this.</summary>
    internal IReadOnlyList<Movement> Reservations(IEnumerable<Need> needs) =>
        [.. needs.Where(n => n.Quantity > 0).Select(n => Row(MovementKind.Reserved, n.ItemId, n.LineId) with { ReservedDelta = n.Quantity })];

    /// <summary>Takes what was promised to these portions from the shelf. What is not there is booked as found and used: nobody who cooks is ever refused.</summary>
    public async Task ConsumeAsync(IReadOnlyCollection<Guid> lines, CancellationToken cancel)
    {
        var promised = Promised(await RowsAsync(lines, cancel)).Where(n => n.Quantity > 0).OrderBy(n => n.ItemId).ToList();
        if (promised.Count == 0) return;
        await Ledger.LockAsync(db, promised.Select(n => n.ItemId), cancel);
        var picker = new Picker(await Shelf.ReadAsync(db, promised.Select(n => n.ItemId), today, cancel));
        var picked = promised.SelectMany(need => picker.Take(need.ItemId, need.Quantity).Select(pick => (need, pick))).ToList();
        await Ledger.PostAsync(db, [.. picked.SelectMany(p => Taken(p.need, p.pick))], cancel);
        await OpenAsync([.. picked.Select(p => p.pick.Lot).OfType<ShelfLot>().Where(l => l.OpenedAt is null).Select(l => l.LotId).Distinct()], cancel);
    }

    /// <summary>Puts back what this command took for these portions, onto the same lots: as if it had not been.</summary>
    public Task UndoAsync(IReadOnlyCollection<Guid> lines, Guid commandId, CancellationToken cancel) =>
        PostAsync(lines, rows => Standing(rows).Where(m => m.CommandId == commandId).Select(m => m.Reversed(stamp)), cancel);

    /// <summary>Gives back what was promised and not yet taken.</summary>
    public Task ReleaseAsync(IReadOnlyCollection<Guid> lines, CancellationToken cancel) =>
        PostAsync(lines, rows => Promised(rows).Where(n => n.Quantity > 0).Select(Released), cancel);

    /// <summary>Puts back onto the shelf what was taken for these portions, which will not be served.</summary>
    public Task ReturnAsync(IReadOnlyCollection<Guid> lines, string? reason, CancellationToken cancel) =>
        PostAsync(lines, rows => Standing(rows).Select(m => m.Reversed(stamp, reason)).Concat(Used(rows).Select(m => Row(MovementKind.Released, m.ItemId, m.LineId) with { ReservedDelta = m.ReservedDelta })), cancel);

    /// <summary>Books what was taken for these portions as wasted.</summary>
    /// <param name="again">Whether they are made again, so that the same is promised to them once more.</param>
    public Task WasteAsync(IReadOnlyCollection<Guid> lines, string? reason, bool again, CancellationToken cancel) =>
        PostAsync(lines, rows => Used(rows).SelectMany(m => Wasted(m, reason, again)), cancel);

    /// <summary>What these portions have been promised or have taken.</summary>
    public async Task<IReadOnlyList<Need>> HasAsync(IReadOnlyCollection<Guid> lines, CancellationToken cancel)
    {
        var rows = await RowsAsync(lines, cancel);
        return [.. Promised(rows).Concat(Used(rows).Select(m => new Need(m.LineId!.Value, m.ItemId, -m.OnHandDelta))).GroupBy(n => (n.LineId, n.ItemId)).Select(g => new Need(g.Key.LineId, g.Key.ItemId, g.Sum(n => n.Quantity)))];
    }

    /// <summary>Gives some of what was promised back, as far as it has not been taken.</summary>
    public async Task ReleaseAsync(IReadOnlyList<Need> needs, CancellationToken cancel)
    {
        if (needs.Count == 0) return;
        await Ledger.LockAsync(db, needs.Select(n => n.ItemId), cancel);
        await Ledger.PostAsync(db, [.. needs.Select(Released)], cancel);
    }

    private async Task PostAsync(IReadOnlyCollection<Guid> lines, Func<IReadOnlyList<Movement>, IEnumerable<Movement>> what, CancellationToken cancel)
    {
        List<Movement> rows = [.. what(await RowsAsync(lines, cancel))];
        if (rows.Count == 0) return;
        await Ledger.LockAsync(db, rows.Select(r => r.ItemId), cancel);
        await Ledger.PostAsync(db, rows, cancel);
    }

    // Nobody else writes rows of these portions: their ticket is locked.
    private async Task<List<Movement>> RowsAsync(IReadOnlyCollection<Guid> lines, CancellationToken cancel) => lines.Count == 0 ? []
        : await db.Movements.AsNoTracking().Where(m => m.LineId != null && lines.Contains(m.LineId.Value) && m.At >= since).ToListAsync(cancel);

    private static IEnumerable<Need> Promised(IEnumerable<Movement> rows) =>
        rows.GroupBy(m => (Line: m.LineId!.Value, m.ItemId)).Select(g => new Need(g.Key.Line, g.Key.ItemId, g.Sum(m => m.ReservedDelta)));

    /// <summary>What was taken, and what was found for it, and stands.</summary>
    private static IEnumerable<Movement> Standing(IReadOnlyList<Movement> rows)
    {
        var reversed = rows.Select(m => m.ReversesId).OfType<Guid>().ToHashSet();
        return rows.Where(m => m.Kind is MovementKind.Consumed or MovementKind.Counted && !reversed.Contains(m.Id));
    }

    private static IEnumerable<Movement> Used(IReadOnlyList<Movement> rows) => Standing(rows).Where(m => m.Kind == MovementKind.Consumed);

    private IEnumerable<Movement> Taken(Need need, Pick pick)
    {
        var row = Row(MovementKind.Consumed, need.ItemId, need.LineId) with { OnHandDelta = -pick.Quantity, ReservedDelta = -pick.Quantity, UnitCost = pick.UnitCost };
        return pick.Lot is { } lot
            ? [row with { PlaceId = lot.PlaceId, LotId = lot.LotId, LotDelta = -pick.Quantity, LayerId = pick.LayerId, LayerDelta = pick.LayerId is null ? 0 : -pick.Quantity }]
            : [row with { Id = Guid.CreateVersion7(), Kind = MovementKind.Counted, OnHandDelta = pick.Quantity, ReservedDelta = 0, Reason = "used and not in stock" }, row];
    }

    private IEnumerable<Movement> Wasted(Movement used, string? reason, bool again) =>
    [
        used.Reversed(stamp, reason),
        used with { Id = Guid.CreateVersion7(), At = stamp.Now, Kind = MovementKind.Wasted, CommandId = stamp.CommandId, PersonId = stamp.PersonId, Reason = reason },
        .. again ? [Row(MovementKind.Reserved, used.ItemId, used.LineId) with { ReservedDelta = -used.ReservedDelta }] : Array.Empty<Movement>(),
    ];

    private Movement Released(Need need) => Row(MovementKind.Released, need.ItemId, need.LineId) with { ReservedDelta = -need.Quantity };

    private Movement Row(MovementKind kind, Guid item, Guid? line) => new() { At = stamp.Now, Kind = kind, ItemId = item, LineId = line, CommandId = stamp.CommandId, PersonId = stamp.PersonId };

    // Whoever reaches into a box has opened it.
    private Task OpenAsync(Guid[] lots, CancellationToken cancel) => lots.Length == 0 ? Task.CompletedTask
        : db.Lots.Where(l => lots.Contains(l.Id) && l.OpenedAt == null).ExecuteUpdateAsync(set => set.SetProperty(l => l.OpenedAt, stamp.Now), cancel);
}
