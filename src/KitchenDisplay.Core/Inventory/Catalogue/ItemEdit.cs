namespace KitchenDisplay.Core.Inventory.Catalogue;

/// <summary>A change of one or many items at once, so that it can be undone.</summary>
public sealed class ItemEdit
{
    public required Guid Id { get; init; }
    public required DateTimeOffset At { get; init; }
    public required Guid PersonId { get; init; }

    /// <summary>What was set, as the person reads it.</summary>
    public required ItemPatch Patch { get; init; }
    public required int Items { get; init; }
    public DateTimeOffset? UndoneAt { get; set; }
    public IList<EditedItem> Edited { get; init; } = [];
}

/// <summary>What an item was before a change.</summary>
public sealed class EditedItem
{
    public Guid EditId { get; init; }
    public Guid ItemId { get; init; }

    /// <summary>The same fields as those that were set, with their old values.</summary>
    public required ItemPatch Before { get; init; }

    /// <summary>The version that the change made.</summary>
    public int Version { get; init; }
}

/// <summary>What is to be set of an item. What does not stand in it stays.</summary>
/// <param name="Fields">By their names: name, code, category, nearly-out, bought; null to empty it.</param>
/// <param name="Attributes">By their paths, keys joined by a dot; the value as JSON, null to take it away.</param>
public sealed record ItemPatch(IReadOnlyDictionary<string, string?> Fields, IReadOnlyDictionary<string, string?> Attributes)
{
    public const string Name = "name", Code = "code", Category = "category", NearlyOut = "nearly-out", Bought = "bought";

    // A client may leave one out, whatever its type says.
    public IReadOnlyDictionary<string, string?> Fields { get; init => field = value ?? new Dictionary<string, string?>(); } = Fields ?? new Dictionary<string, string?>();
    public IReadOnlyDictionary<string, string?> Attributes { get; init => field = value ?? new Dictionary<string, string?>(); } = Attributes ?? new Dictionary<string, string?>();

    public bool IsEmpty => Fields.Count == 0 && Attributes.Count == 0;

    /// <summary>One field.</summary>
    public static ItemPatch Field(string name, string? value) => new(new Dictionary<string, string?> { [name] = value }, new Dictionary<string, string?>());

    /// <summary>One attribute.</summary>
    public static ItemPatch Attribute(string path, string? json) => new(new Dictionary<string, string?>(), new Dictionary<string, string?> { [path] = json });
}
