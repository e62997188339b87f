using KitchenDisplay.Core.Commands;
using KitchenDisplay.Core.Data;
using KitchenDisplay.Core.Staff;
using Microsoft.EntityFrameworkCore;

namespace KitchenDisplay.Core.Inventory;

/// <summary>What people do to lots: carry, split, merge, keep back and release them. The item's row of the stock is the lock for all of them.</summary>
public sealed class LotService(CommandBook book)
{
    /// <summary>Carries some of a lot to another place.</summary>
    public Task<StockMoved> TransferAsync(TransferStock command, Actor actor, CancellationToken cancel = default) =>
        book.CarryOutAsync(command, actor, async (db, now, ct) =>
        {
            var (item, lot, quantity) = await TakeAsync(db, command.LotId, command.FromPlaceId, command.Quantity, command.Unit, ct);
            await InventoryService.PlaceAsync(db, command.ToPlaceId, ct);
            if (command.ToPlaceId == command.FromPlaceId) throw new Refusal("It is already there. Choose another place.");
            var row = Row(MovementKind.Transferred, lot, InventoryService.Stamp(command, actor, now));
            await Ledger.PostAsync(db, [row with { PlaceId = command.FromPlaceId, LotDelta = -quantity }, row with { Id = Guid.CreateVersion7(), PlaceId = command.ToPlaceId, LotDelta = quantity }], ct);
            return new StockMoved(item.Id, quantity);
        }, cancel);

    /// <summary>Makes a lot of its own out of a part of another. Its cost stays where it was bought.</summary>
    public Task<StockMoved> SplitAsync(SplitLot command, Actor actor, CancellationToken cancel = default) =>
        book.CarryOutAsync(command, actor, async (db, now, ct) =>
        {
            var (item, lot, quantity) = await TakeAsync(db, command.LotId, command.PlaceId, command.Quantity, command.Unit, ct);
            var code = InventoryService.Tidy(command.Code, 60) ?? throw new Refusal("Give the new lot a code.");
            if (command.NewLotId == Guid.Empty || await db.Lots.AnyAsync(l => l.Id == command.NewLotId, ct)) throw new Refusal("This has already been split. Reload the page.");
            var part = new Lot
            {
                Id = command.NewLotId,
                ItemId = lot.ItemId,
                Code = code,
                ReceivedAt = lot.ReceivedAt,
                UseBy = lot.UseBy,
                BestBefore = lot.BestBefore,
                PackSize = lot.PackSize,
                OpenedAt = lot.OpenedAt,
                UnitCost = lot.UnitCost,
                State = lot.State,
                SplitFromId = lot.Id,
            };
            db.Add(part);
            await db.SaveChangesAsync(ct);
            var row = Row(MovementKind.Transferred, lot, InventoryService.Stamp(command, actor, now)) with { PlaceId = command.PlaceId };
            await Ledger.PostAsync(db, [row with { LotDelta = -quantity }, row with { Id = Guid.CreateVersion7(), LotId = part.Id, LotDelta = quantity }], ct);
            return new StockMoved(item.Id, quantity);
        }, cancel);

    /// <summary>Puts what is left of a lot into another one.</summary>
    public Task<StockMoved> MergeAsync(MergeLots command, Actor actor, CancellationToken cancel = default) =>
        book.CarryOutAsync(command, actor, async (db, now, ct) =>
        {
            var from = await LockedAsync(db, command.FromLotId, ct);
            var into = await LockedAsync(db, command.IntoLotId, ct);
            if (from.Id == into.Id || from.ItemId != into.ItemId) throw new Refusal("Choose two lots of the same item.");
            if (from.State != into.State) throw new Refusal("One of the lots is blocked and the other is not. They stay apart.");
            (into.UseBy, into.BestBefore) = (Earlier(into.UseBy, from.UseBy), Earlier(into.BestBefore, from.BestBefore));
            into.OpenedAt ??= from.OpenedAt;
            into.PackSize = into.PackSize == from.PackSize ? into.PackSize : null;
            var row = Row(MovementKind.Transferred, from, InventoryService.Stamp(command, actor, now));
            var there = await db.StockLots.AsNoTracking().Where(s => s.LotId == from.Id && s.OnHand > 0).ToListAsync(ct);
            await Ledger.PostAsync(db, [.. there.SelectMany(s => new[] { row with { Id = Guid.CreateVersion7(), PlaceId = s.PlaceId, LotDelta = -s.OnHand }, row with { Id = Guid.CreateVersion7(), PlaceId = s.PlaceId, LotId = into.Id, LotDelta = s.OnHand } })], ct);
            return new StockMoved(from.ItemId, there.Sum(s => s.OnHand));
        }, cancel);

    /// <summary>Keeps a lot back.</summary>
    public Task<LotIs> QuarantineAsync(QuarantineLot command, Actor actor, CancellationToken cancel = default) =>
        book.CarryOutAsync(command, actor, async (db, now, ct) =>
        {
            var reason = InventoryService.Tidy(command.Reason, 200) ?? throw new Refusal("Say why the lot is kept back.");
            var lot = await LockedAsync(db, command.LotId, ct);
            if (lot.State is LotState.Expired) throw new Refusal("The lot's use-by date is over. Throw it away.");
            if (lot.State == LotState.Usable) await PostAsync(db, MovementKind.Blocked, lot, -1, reason, InventoryService.Stamp(command, actor, now), ct);
            lot.State = LotState.Quarantined;
            return new LotIs(lot.Id, lot.State);
        }, cancel);

    /// <summary>Proposes that a lot may be used again, or confirms it: a manager confirms.</summary>
    public Task<LotIs> ReleaseAsync(ReleaseLot command, Actor actor, CancellationToken cancel = default) =>
        book.CarryOutAsync(command, actor, async (db, now, ct) =>
        {
            var lot = await LockedAsync(db, command.LotId, ct);
            if (lot.State == LotState.Expired) throw new Refusal("The lot's use-by date is over. Throw it away.");
            if (lot.State == LotState.Usable) return new LotIs(lot.Id, lot.State);
            if (!actor.Is(Role.Manager)) lot.State = LotState.ReleaseProposed;
            else
            {
                await PostAsync(db, MovementKind.Unblocked, lot, 1, null, InventoryService.Stamp(command, actor, now), ct);
                lot.State = LotState.Usable;
            }
            return new LotIs(lot.Id, lot.State);
        }, cancel);

    /// <summary>Blocks what may not be used any more: lots whose use-by date was before this business day.</summary>
    /// <returns>How many lots.</returns>
    public static async Task<int> ExpireAsync(KitchenContext db, DateOnly today, Stamp stamp, CancellationToken cancel)
    {
        var over = await db.Lots.AsNoTracking().Where(l => l.State != LotState.Expired && l.UseBy < today && db.Set<StockLot>().Any(s => s.LotId == l.Id && s.OnHand > 0)).OrderBy(l => l.ItemId).Select(l => l.Id).ToListAsync(cancel);
        foreach (var id in over)
        {
            var lot = await LockedAsync(db, id, cancel);
            if (lot.State == LotState.Usable) await PostAsync(db, MovementKind.Blocked, lot, -1, "use-by date over", stamp, cancel);
            lot.State = LotState.Expired;
        }
        return over.Count;
    }

    private static async Task PostAsync(KitchenContext db, MovementKind kind, Lot lot, int sign, string? reason, Stamp stamp, CancellationToken cancel)
    {
        var there = await db.StockLots.AsNoTracking().Where(s => s.LotId == lot.Id && s.OnHand > 0).ToListAsync(cancel);
        await Ledger.PostAsync(db, [.. there.Select(s => Row(kind, lot, stamp) with { Id = Guid.CreateVersion7(), PlaceId = s.PlaceId, OnHandDelta = sign * s.OnHand, Reason = reason })], cancel);
    }

    private static async Task<(Item Item, Lot Lot, decimal Quantity)> TakeAsync(KitchenContext db, Guid lotId, Guid place, decimal quantity, string unit, CancellationToken cancel)
    {
        var lot = await LockedAsync(db, lotId, cancel);
        var item = await InventoryService.ItemAsync(db, lot.ItemId, cancel);
        var wanted = InventoryService.Base(item, quantity, unit);
        var there = await db.StockLots.AsNoTracking().Where(s => s.LotId == lot.Id && s.PlaceId == place).Select(s => s.OnHand).SingleOrDefaultAsync(cancel);
        return there >= wanted ? (item, lot, wanted) : throw new Refusal("There is not so much of lot {0} there: {1:0.####} is all.", lot.Code, there);
    }

    private static async Task<Lot> LockedAsync(KitchenContext db, Guid lotId, CancellationToken cancel)
    {
        var item = await db.Lots.AsNoTracking().Where(l => l.Id == lotId).Select(l => (Guid?)l.ItemId).SingleOrDefaultAsync(cancel) ?? throw new Refusal("This lot does not exist.");
        await Ledger.LockAsync(db, [item], cancel);
        return await db.Lots.SingleAsync(l => l.Id == lotId, cancel);
    }

    private static Movement Row(MovementKind kind, Lot lot, Stamp stamp) =>
        new() { At = stamp.Now, Kind = kind, ItemId = lot.ItemId, LotId = lot.Id, UnitCost = lot.UnitCost, CommandId = stamp.CommandId, PersonId = stamp.PersonId };

    private static DateOnly? Earlier(DateOnly? one, DateOnly? other) => one is null ? other : other is null || one < other ? one : other;
}
