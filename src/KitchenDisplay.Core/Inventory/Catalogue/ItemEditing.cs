using KitchenDisplay.Core.Commands;
using KitchenDisplay.Core.Data;
using KitchenDisplay.Core.Staff;
using Microsoft.EntityFrameworkCore;

namespace KitchenDisplay.Core.Inventory.Catalogue;

/// <summary>Changes some fields of one item, or of many at once.</summary>
/// <param name="Items">At most <see cref="Most"/>, each with the version that was seen; null for whatever it is now.</param>
public sealed record EditItems(Guid Id, IReadOnlyList<EditedVersion> Items, ItemPatch Patch) : Command<ItemsEdited>(Id)
{
    /// <summary>So many at once; more are a matter of an import.</summary>
    public const int Most = 1_000;
}

/// <summary>An item, and which of its versions was changed.</summary>
public sealed record EditedVersion(Guid ItemId, int? Version = null);

/// <summary>They are changed.</summary>
public sealed record ItemsEdited(int Items);

/// <summary>Takes a change back, where nobody has changed the item since.</summary>
public sealed record UndoEdit(Guid Id, Guid EditId) : Command<EditUndone>(Id);

/// <summary>It is taken back.</summary>
/// <param name="Kept">So many were changed since, and stay as they are.</param>
public sealed record EditUndone(int Items, int Kept);

/// <summary>Changes what is known of items, in a list of them.</summary>
public sealed class ItemEditing(CommandBook book)
{
    /// <summary>Sets the fields of all of these items, or of none.</summary>
    /// <exception cref="Refusal">Somebody else has changed one of them meanwhile, and how; or a value cannot be.</exception>
    public Task<ItemsEdited> EditAsync(EditItems command, Actor actor, CancellationToken cancel = default) =>
        book.CarryOutAsync(command, actor, async (db, now, ct) =>
        {
            if (command.Items is not { Count: > 0 and <= EditItems.Most }) throw new Refusal("Choose at most {0} items at once.", EditItems.Most);
            if (command.Patch.IsEmpty) throw new Refusal("Say what is to be set.");
            if (command.Items.Count > 1 && (command.Patch.Fields.ContainsKey(ItemPatch.Name) || command.Patch.Fields.ContainsKey(ItemPatch.Code))) throw new Refusal("A name and a code belong to one item alone.");
            var seen = command.Items.DistinctBy(i => i.ItemId).ToDictionary(i => i.ItemId, i => i.Version);
            var items = await LockAsync(db, seen.Keys, ct);
            if (items.Count < seen.Count) throw new Refusal("One of these items does not exist any more.");
            await MustBeSeenAsync(db, items.Where(i => seen[i.Id] is { } version && version != i.Version), command.Patch, ct);
            var edit = new ItemEdit { Id = command.Id, At = now, PersonId = actor.PersonId, Patch = command.Patch, Items = items.Count };
            db.Add(edit);
            foreach (var item in items)
            {
                var before = await ItemFields.SetAsync(db, item, command.Patch, ct);
                (item.Version, item.ChangedBy) = (item.Version + 1, actor.PersonId);
                db.Add(new EditedItem { EditId = edit.Id, ItemId = item.Id, Before = before, Version = item.Version });
            }
            return new ItemsEdited(items.Count);
        }, cancel);

    /// <summary>Sets them back to what they were.</summary>
    public Task<EditUndone> UndoAsync(UndoEdit command, Actor actor, CancellationToken cancel = default) =>
        book.CarryOutAsync(command, actor, async (db, now, ct) =>
        {
            var edit = await db.ItemEdits.Include(e => e.Edited).SingleOrDefaultAsync(e => e.Id == command.EditId, ct) ?? throw new Refusal("This change does not exist.");
            if (edit.UndoneAt is not null) throw new Refusal("This change has been taken back already.");
            var (items, kept) = ((await LockAsync(db, edit.Edited.Select(e => e.ItemId), ct)).ToDictionary(i => i.Id), 0);
            foreach (var edited in edit.Edited)
            {
                if (items[edited.ItemId] is not { } item || item.Version != edited.Version)
                {
                    kept++;
                    continue;
                }
                await ItemFields.SetAsync(db, item, edited.Before, ct);
                (item.Version, item.ChangedBy) = (item.Version + 1, actor.PersonId);
            }
            edit.UndoneAt = now;
            return new EditUndone(edit.Edited.Count - kept, kept);
        }, cancel);

    private static async Task<List<Item>> LockAsync(KitchenContext db, IEnumerable<Guid> ids, CancellationToken cancel)
    {
        var wanted = ids.ToArray();
        // In the order of their keys, as everybody does.
        return await db.Items.FromSql($"select * from items where id = any({wanted}) order by id for no key update").ToListAsync(cancel);
    }

    private static async Task MustBeSeenAsync(KitchenContext db, IEnumerable<Item> changed, ItemPatch patch, CancellationToken cancel)
    {
        var reasons = new List<Sentence>();
        foreach (var item in changed)
        {
            var who = await db.Set<Person>().Where(p => p.Id == item.ChangedBy).Select(p => p.Name).SingleOrDefaultAsync(cancel);
            foreach (var (field, value) in patch.Fields) reasons.Add(new("{0}: {1} has changed it meanwhile. {2} is now “{3}”; you wanted “{4}”.", item.Name, who ?? "somebody", field, ItemFields.Of(item, field) ?? "", value ?? ""));
            foreach (var (path, json) in patch.Attributes) reasons.Add(new("{0}: {1} has changed it meanwhile. {2} is now “{3}”; you wanted “{4}”.", item.Name, who ?? "somebody", path, ItemFields.Attribute(item, path) ?? "", json ?? ""));
        }
        if (reasons.Count > 0) throw new Refusal(reasons);
    }
}
