namespace KitchenDisplay.Core.Inventory.Catalogue;

/// <summary>What the values of an attribute are compared as.</summary>
public enum AttributeKind
{
    Text,
    Number,
}

/// <summary>How far the index of a promoted attribute is.</summary>
public enum PromotionState
{
    /// <summary>It is built when no service is on.</summary>
    Waiting,
    Building,
    Ready,

    /// <summary>It could not be built; <see cref="Promotion.Fault"/> says why.</summary>
    Failed,

    /// <summary>It is dropped as soon as possible.</summary>
    Leaving,
}

/// <summary>An attribute that has an index of its own, so that items can be sorted by it and found by a range of it.</summary>
public sealed class Promotion
{
    public Guid Id { get; init; } = Guid.CreateVersion7();

    /// <summary>The keys that lead to it.</summary>
    public required string[] Path { get; init; }
    public AttributeKind Kind { get; init; }
    public PromotionState State { get; set; }
    public DateTimeOffset AskedAt { get; init; }

    /// <summary>Whether it is built even while a service is on.</summary>
    public bool AtOnce { get; set; }
    public string? Fault { get; set; }

    /// <summary>The keys as they are written: origin.country.</summary>
    public string Name => string.Join('.', Path);

    /// <summary>Its indexes: that of the items, and that of their sample, in which they are counted.</summary>
    internal IReadOnlyList<(string Name, string Table)> Indexes => [($"items_by_{Id:n}", "items"), ($"item_keys_by_{Id:n}", "item_keys")];

    /// <summary>The value of an item i, just as the index has it.</summary>
    internal string Expression => $"{(Kind == AttributeKind.Number ? "kitchen_number" : "kitchen_text")}(i.attributes #> {Quoted(Path)})";

    // The index's definition can have no parameter.
    private static string Quoted(IEnumerable<string> path)
    {
        var keys = path.Select(p => $"\"{p.Replace(@"\", @"\\", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal)}\"");
        return $"E'{{{string.Join(',', keys).Replace(@"\", @"\\", StringComparison.Ordinal).Replace("'", "''", StringComparison.Ordinal)}}}'";
    }
}
