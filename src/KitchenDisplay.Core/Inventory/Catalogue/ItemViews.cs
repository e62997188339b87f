using KitchenDisplay.Core.Commands;
using KitchenDisplay.Core.Data;
using KitchenDisplay.Core.Staff;
using Microsoft.EntityFrameworkCore;

namespace KitchenDisplay.Core.Inventory.Catalogue;

/// <summary>Keeps a list under a name; one of the same name is replaced.</summary>
public sealed record SaveView(Guid Id, string Name, string Filter, IReadOnlyList<string> Columns, string Order) : Command<ViewSaved>(Id)
{
    public const int MaxName = 60, MaxColumns = 30;
}

/// <summary>Forgets a list.</summary>
public sealed record ForgetView(Guid Id, Guid ViewId) : Command<ViewSaved>(Id);

/// <summary>It is kept, or forgotten.</summary>
public sealed record ViewSaved(Guid ViewId);

/// <summary>Lists of items that the house wants to see again.</summary>
public sealed class ItemViews(CommandBook book, IDbContextFactory<KitchenContext> contexts)
{
    /// <summary>All of them, by name.</summary>
    public async Task<IReadOnlyList<ItemView>> ReadAsync(CancellationToken cancel = default)
    {
        await using var db = await contexts.CreateDbContextAsync(cancel);
        return await db.ItemViews.AsNoTracking().OrderBy(v => v.Name).ToListAsync(cancel);
    }

    /// <summary>Keeps one.</summary>
    public Task<ViewSaved> SaveAsync(SaveView command, Actor actor, CancellationToken cancel = default) =>
        book.CarryOutAsync(command, actor, async (db, _, ct) =>
        {
            var name = command.Name?.Trim() ?? "";
            if (name.Length is 0 or > SaveView.MaxName || name.Any(char.IsControl)) throw new Refusal("Give the view a name of at most {0} characters.", SaveView.MaxName);
            if (command.Columns.Count > SaveView.MaxColumns) throw new Refusal("Show at most {0} columns.", SaveView.MaxColumns);
            ItemFilter.Read(command.Filter);
            var view = await db.ItemViews.SingleOrDefaultAsync(v => v.Name == name, ct);
            if (view is null) db.Add(view = new ItemView { Name = name, Filter = "", Columns = [], Order = "" });
            (view.Filter, view.Columns, view.Order) = (command.Filter, [.. command.Columns], command.Order);
            return new ViewSaved(view.Id);
        }, cancel);

    /// <summary>Forgets one; again does nothing.</summary>
    public Task<ViewSaved> ForgetAsync(ForgetView command, Actor actor, CancellationToken cancel = default) =>
        book.CarryOutAsync(command, actor, async (db, _, ct) =>
        {
            if (await db.ItemViews.SingleOrDefaultAsync(v => v.Id == command.ViewId, ct) is { } view) db.Remove(view);
            return new ViewSaved(command.ViewId);
        }, cancel);
}
