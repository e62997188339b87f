namespace KitchenDisplay.Core.Inventory.Catalogue;

/// <summary>Which page of which items somebody wants to see.</summary>
public sealed record ItemWish(ItemFilter Filter)
{
    public ItemOrder Order { get; init; } = ItemOrder.ByName;
    public int PageSize { get; init; } = 50;

    /// <summary>The last item of the page before; null for the first page.</summary>
    public ItemKey? After { get; init; }

    /// <summary>The first item of the page after, to go back; null else.</summary>
    public ItemKey? Before { get; init; }
}

/// <summary>An item as a list shows it. Quantities in base units.</summary>
/// <param name="Attributes">A JSON object.</param>
/// <param name="Key">Where it stands in the order.</param>
public sealed record ItemRow(Guid Id, string Name, BaseUnit Unit, string? Code, string? Category, string Attributes, decimal? NearlyOutAt, bool Active, int Version, ItemStock Stock, ItemKey Key)
{
    public bool IsNearlyOut => Stock.Available <= NearlyOutAt;
}

/// <summary>How much there is of an item, in base units.</summary>
public sealed record ItemStock(decimal OnHand, decimal Reserved, bool IsStrict, bool IsLimiting, bool IsShort)
{
    public decimal Available => OnHand - Reserved;
}

/// <summary>A page of items.</summary>
/// <param name="Corrections">Words that no item has, and what was taken for them.</param>
public sealed record ItemsFound(IReadOnlyList<ItemRow> Rows, bool HasBefore, bool HasAfter, IReadOnlyList<(string Typed, string Meant)> Corrections);

/// <summary>How many items there are of something.</summary>
public sealed record ItemCount(long Items, bool IsExact);

/// <summary>How PostgreSQL has answered a question.</summary>
/// <param name="Values">Of the statement's parameters, each with its number.</param>
/// <param name="Plan">What EXPLAIN (ANALYZE, BUFFERS) says, line by line.</param>
public sealed record QueryRun(string Sql, IReadOnlyList<string> Values, IReadOnlyList<string> Plan);
