namespace KitchenDisplay.Core.Inventory.Catalogue;

/// <summary>A list of items as somebody wants to see it again.</summary>
public sealed class ItemView
{
    public Guid Id { get; init; } = Guid.CreateVersion7();
    public required string Name { get; set; }

    /// <summary>The filter in its text form.</summary>
    public required string Filter { get; set; }

    /// <summary>What is shown besides the name, in order: fields, or paths of attributes.</summary>
    public required string[] Columns { get; set; }

    /// <summary>A field or the path of a promoted attribute, “-” before it for the other direction.</summary>
    public required string Order { get; set; }
}

/// <summary>Which attributes the items of a category have, as proper fields.</summary>
public sealed class CategoryTemplate
{
    public required string Category { get; init; }
    public required IReadOnlyList<TemplateField> Fields { get; set; }
}

/// <summary>How an attribute is written.</summary>
public enum FieldKind
{
    Text,
    Number,
    Choice,
    Date,
}

/// <summary>An attribute of a template.</summary>
/// <param name="Path">The keys that lead to it, joined by dots.</param>
/// <param name="Unit">Behind a number; null for none.</param>
/// <param name="Choices">What a choice can be.</param>
public sealed record TemplateField(string Path, string Label, FieldKind Kind, string? Unit = null, IReadOnlyList<string>? Choices = null);
