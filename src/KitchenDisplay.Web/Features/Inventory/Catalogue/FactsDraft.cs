using KitchenDisplay.Core.Commands;
using KitchenDisplay.Core.Inventory.Catalogue;

namespace KitchenDisplay.Web.Features.Inventory.Catalogue;

/// <summary>Something that is known of an item, as somebody types it.</summary>
public sealed class FactDraft(Fact fact)
{
    public Fact Fact { get; } = fact;
    public string Typed { get; set; } = fact.Text;
}

/// <summary>What is known of an item, as somebody types it.</summary>
public sealed class FactsDraft(FactSheet sheet)
{
    /// <summary>The version of the item that is changed.</summary>
    public int Version { get; set; } = sheet.Item.Version;
    public string? Code { get; set; } = sheet.Item.Code;
    public string? Category { get; set; } = sheet.Item.Category;
    public IReadOnlyList<FactDraft> Facts { get; } = [.. sheet.Facts.Select(f => new FactDraft(f))];
    public string NewPath { get; set; } = "";
    public string NewValue { get; set; } = "";

    /// <summary>What was changed, and nothing else.</summary>
    /// <exception cref="Refusal">Something is not what the template asks for.</exception>
    public ItemPatch Patch()
    {
        var fields = new Dictionary<string, string?>();
        if (Tidy(Code) != sheet.Item.Code) fields[ItemPatch.Code] = Code;
        if (Tidy(Category) != sheet.Item.Category) fields[ItemPatch.Category] = Category;
        var attributes = Facts.Where(f => f.Typed.Trim() != f.Fact.Text).ToDictionary(f => f.Fact.Path, f => f.Fact.Typed(f.Typed));
        if (Tidy(NewPath) is { } path) attributes[path] = new Fact(path, null, null).Typed(NewValue) ?? throw new Refusal("Say what {0} is.", path);
        return new(fields, attributes);
    }

    private static string? Tidy(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();
}
