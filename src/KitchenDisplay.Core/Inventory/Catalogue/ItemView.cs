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
