using Npgsql;

namespace KitchenDisplay.Core.Inventory.Catalogue;

/// <summary>Finds the item whose pack somebody has scanned, or whose number somebody types.</summary>
internal sealed class BarcodeLook(NpgsqlConnection connection)
{
    // Fewer digits are a part of a name or a house's own code.
    private const int Shortest = 6, Most = 50;

    // Numbers of 13, 12 and 8 digits are kept with zeros before them.
    private static readonly string[] zeros = ["", "0", "00", "000000"];

    /// <summary>The items whose barcode begins so; none for what is no barcode.</summary>
    internal async Task<IReadOnlyList<ItemRow>> FindAsync(ItemFilter filter, CancellationToken cancel)
    {
        if (filter.Terms.Count > 0 || filter.Words.Length < Shortest || !filter.Words.All(char.IsAsciiDigit)) return [];
        var beginnings = zeros.Select(z => $"{z}{filter.Words}%").ToList();
        await using var command = new NpgsqlCommand($"""
            select {ItemRowReader.Fields}, i.name_key from (select distinct item_id from ({string.Join(" union all ", beginnings.Select((_, n) => $"(select item_id from item_barcodes where code like ${n + 1} limit {Most})"))}) x) b
            join items i on i.id = b.item_id join stock s on s.item_id = i.id order by i.name_key, i.id limit {Most}
            """, connection);
        foreach (var beginning in beginnings) command.Parameters.Add(new() { Value = beginning });
        await using var rows = await command.ExecuteReaderAsync(cancel);
        var found = new List<ItemRow>();
        while (await rows.ReadAsync(cancel)) found.Add(ItemRowReader.Read(rows, ItemOrder.ByName, 1));
        return found;
    }
}
