using NpgsqlTypes;

namespace KitchenDisplay.Core.Inventory.Catalogue;

/// <summary>What items are put in order by.</summary>
public enum SortBy
{
    Name,
    Code,
    Category,

    /// <summary>An attribute that was promoted; only items that have it are shown.</summary>
    Attribute,
}

/// <summary>The order of a list of items.</summary>
/// <param name="Of">For <see cref="SortBy.Attribute"/>: which one.</param>
public sealed record ItemOrder(SortBy By, Promotion? Of = null, bool IsDescending = false)
{
    public static ItemOrder ByName { get; } = new(SortBy.Name);

    /// <summary>What is compared, one after the other; the id decides between equal ones. Each just as its index has it.</summary>
    internal IReadOnlyList<(string Sql, NpgsqlDbType Type)> Keys => By switch
    {
        SortBy.Code => [("coalesce(i.code, '') collate \"C\"", NpgsqlDbType.Text)],
        SortBy.Category => [("coalesce(i.category, '') collate \"C\"", NpgsqlDbType.Text), ("i.name_key", NpgsqlDbType.Text)],
        SortBy.Attribute => [(Of!.Expression, Of.Kind == AttributeKind.Number ? NpgsqlDbType.Double : NpgsqlDbType.Text)],
        _ => [("i.name_key", NpgsqlDbType.Text)],
    };

    internal string OrderBy => InOrder(Keys.Select(k => k.Sql).Append("i.id"));

    /// <summary>What is compared under other names.</summary>
    internal string InOrder(IEnumerable<string> keys) => string.Join(", ", keys.Select(k => IsDescending ? $"{k} desc" : k));
}

/// <summary>Where an item stands in an order: the page after it begins behind it.</summary>
/// <param name="Keys">What it is compared by: texts, or numbers.</param>
/// <param name="Band">0 while the names begin with what was typed, then 1.</param>
public sealed record ItemKey(IReadOnlyList<object> Keys, Guid Id, int Band = 1)
{
    /// <summary>Which of two comes first in an order by texts, as far as texts alone say it.</summary>
    internal int CompareTo(ItemKey other) => Keys.Zip(other.Keys, (mine, theirs) => string.CompareOrdinal(mine as string, theirs as string)).FirstOrDefault(c => c != 0);
}
