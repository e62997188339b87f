using KitchenDisplay.Core.Commands;
using KitchenDisplay.Core.Staff;
using Microsoft.EntityFrameworkCore;

namespace KitchenDisplay.Core.Inventory.Catalogue;

/// <summary>Gives an attribute an index of its own.</summary>
/// <param name="Path">The keys that lead to it.</param>
/// <param name="AtOnce">Even while a service is on; else outside of service hours.</param>
public sealed record Promote(Guid Id, IReadOnlyList<string> Path, AttributeKind Kind, bool AtOnce = false) : Command<AttributePromoted>(Id);

/// <summary>Takes the index away again.</summary>
public sealed record Demote(Guid Id, Guid PromotionId) : Command<AttributePromoted>(Id);

/// <summary>It is noted; the index is made or dropped in the background.</summary>
public sealed record AttributePromoted(Guid PromotionId);

/// <summary>Says which attributes items can be sorted by and found by a range of.</summary>
public sealed class PromotionService(CommandBook book)
{
    /// <summary>Each makes every change of an item a little slower.</summary>
    public const int Most = 20;

    private const int MaxDepth = 10, MaxKey = 100;

    /// <summary>Asks for an index. One that has failed is tried anew.</summary>
    /// <exception cref="Refusal">There are too many, or it is there with values of another kind.</exception>
    public Task<AttributePromoted> PromoteAsync(Promote command, Actor actor, CancellationToken cancel = default) =>
        book.CarryOutAsync(command, actor, async (db, now, ct) =>
        {
            if (command.Path is not { Count: > 0 and <= MaxDepth } || command.Path.Any(p => string.IsNullOrWhiteSpace(p) || p.Length > MaxKey || p.Any(char.IsControl))) throw new Refusal("Choose an attribute of at most {0} keys.", MaxDepth);
            await db.Database.ExecuteSqlAsync($"select pg_advisory_xact_lock(hashtext('kitchendisplay.promotions'))", ct);
            var all = await db.Promotions.ToListAsync(ct);
            var (path, name) = (command.Path.ToArray(), string.Join('.', command.Path));
            if (all.Find(p => p.Path.SequenceEqual(path)) is { } known)
            {
                if (known.State == PromotionState.Leaving) throw new Refusal("{0} is just being taken back. Try again in a moment.", name);
                if (known.Kind != command.Kind) throw new Refusal("{0} is promoted already, with values of another kind. Take that back first.", name);
                (known.AtOnce, known.State, known.Fault) = (known.AtOnce || command.AtOnce, known.State == PromotionState.Failed ? PromotionState.Waiting : known.State, null);
                return new AttributePromoted(known.Id);
            }
            if (all.Count >= Most) throw new Refusal("{0} attributes are promoted already. Take one back first.", Most);
            var promotion = new Promotion { Path = path, Kind = command.Kind, AskedAt = now, AtOnce = command.AtOnce };
            db.Add(promotion);
            return new AttributePromoted(promotion.Id);
        }, cancel);

    /// <summary>Takes an index back.</summary>
    public Task<AttributePromoted> DemoteAsync(Demote command, Actor actor, CancellationToken cancel = default) =>
        book.CarryOutAsync(command, actor, async (db, _, ct) =>
        {
            if (await db.Promotions.SingleOrDefaultAsync(p => p.Id == command.PromotionId, ct) is { } promotion) promotion.State = PromotionState.Leaving;
            return new AttributePromoted(command.PromotionId);
        }, cancel);
}
