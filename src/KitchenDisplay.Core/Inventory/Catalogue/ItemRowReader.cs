using Npgsql;

namespace KitchenDisplay.Core.Inventory.Catalogue;

/// <summary>Reads what a list shows of items.</summary>
internal static class ItemRowReader
{
    /// <summary>Of items i with their stock s.</summary>
    internal const string Fields = "i.id, i.name, i.unit, i.code, i.category, i.attributes::text, i.nearly_out_at, i.active, i.version, s.on_hand, s.reserved, not s.allow_short, s.is_limiting, s.short_at is not null";

    internal const int Count = 14;

    /// <param name="order">What its keys, which follow the fields, are.</param>
    internal static ItemRow Read(NpgsqlDataReader r, ItemOrder order, int band) => new(
        r.GetGuid(0), r.GetString(1), Enum.Parse<BaseUnit>(r.GetString(2)), Text(r, 3), Text(r, 4), r.GetString(5), r.IsDBNull(6) ? null : r.GetDecimal(6), r.GetBoolean(7), r.GetInt32(8),
        new(r.GetDecimal(9), r.GetDecimal(10), r.GetBoolean(11), r.GetBoolean(12), r.GetBoolean(13)), new([.. order.Keys.Select((_, n) => r.GetValue(Count + n))], r.GetGuid(0), band));

    private static string? Text(NpgsqlDataReader r, int field) => r.IsDBNull(field) ? null : r.GetString(field);
}
