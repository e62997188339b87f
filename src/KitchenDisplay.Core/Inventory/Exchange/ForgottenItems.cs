using KitchenDisplay.Core.Data;
using KitchenDisplay.Core.Inventory.Catalogue;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;

namespace KitchenDisplay.Core.Inventory.Exchange;

/// <summary>Takes items away that came in by mistake.</summary>
internal static class ForgottenItems
{
    // What an item brings along. Whatever else points at it has been made by somebody who needs it.
    private static readonly Type[] own = [typeof(ItemMeasure), typeof(ItemBarcode), typeof(Stock), typeof(EditedItem)];

    /// <summary>Forgets those that nothing needs.</summary>
    /// <returns>How many.</returns>
    internal static async Task<int> ForgetAsync(KitchenContext db, Guid[] ids, CancellationToken cancel)
    {
        if (ids.Length == 0) return 0;
        var users = db.Model.FindEntityType(typeof(Item))!.GetReferencingForeignKeys().Where(k => !own.Contains(k.DeclaringEntityType.ClrType)).Select(Column).Append("select item_id from movements where item_id = any ({0})");
#pragma warning disable EF1002 // The names come from the model, not from anybody's input.
        var used = await db.Database.SqlQueryRaw<Guid>($"select distinct item_id as \"Value\" from ({string.Join(" union all ", users)}) u", ids).ToListAsync(cancel);
#pragma warning restore EF1002
        var gone = ids.Except(used).ToArray();
        await db.ItemBarcodes.Where(b => gone.Contains(b.ItemId)).ExecuteDeleteAsync(cancel);
        await db.Set<ItemMeasure>().Where(m => gone.Contains(m.ItemId)).ExecuteDeleteAsync(cancel);
        await db.Set<EditedItem>().Where(e => gone.Contains(e.ItemId)).ExecuteDeleteAsync(cancel);
        await db.Stock.Where(s => gone.Contains(s.ItemId)).ExecuteDeleteAsync(cancel);
        return await db.Items.Where(i => gone.Contains(i.Id)).ExecuteDeleteAsync(cancel);
    }

    private static string Column(IForeignKey key)
    {
        var (table, column) = (key.DeclaringEntityType.GetTableName()!, key.Properties[0].GetColumnName());
        return $"select {column} as item_id from {table} where {column} = any ({{0}})";
    }
}
