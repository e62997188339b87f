using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using KitchenDisplay.Core.Commands;
using KitchenDisplay.Core.Data;
using Microsoft.EntityFrameworkCore;

namespace KitchenDisplay.Core.Inventory.Catalogue;

/// <summary>Reads and sets the fields of an item by their names.</summary>
public static class ItemFields
{
    /// <summary>The longest of them; a name has its own limit.</summary>
    public const int MaxText = 100, MaxName = 120;

    /// <summary>The deepest attribute, and the longest attributes of an item together, as JSON.</summary>
    public const int MaxDepth = 10, MaxAttributes = 64 * 1024;

    private const decimal MostQuantity = 1_000_000_000m;

    /// <summary>A field as people read it; null for an empty one.</summary>
    public static string? Of(Item item, string field) => field switch
    {
        ItemPatch.Name => item.Name,
        ItemPatch.Code => item.Code,
        ItemPatch.Category => item.Category,
        ItemPatch.NearlyOut => item.NearlyOutAt?.ToString("0.####", CultureInfo.InvariantCulture),
        ItemPatch.Bought => item.Active ? "true" : "false",
        _ => null,
    };

    /// <summary>An attribute as JSON; null when the item has none.</summary>
    public static string? Attribute(Item item, string path)
    {
        var node = JsonNode.Parse(item.Attributes);
        foreach (var key in path.Split('.')) node = (node as JsonObject)?[key];
        return node?.ToJsonString();
    }

    /// <summary>Sets them, unless another item has the name or the code.</summary>
    /// <returns>The same ones as they were.</returns>
    /// <exception cref="Refusal">A value cannot be.</exception>
    internal static async Task<ItemPatch> SetAsync(KitchenContext db, Item item, ItemPatch patch, CancellationToken cancel)
    {
        var before = Put(item, patch);
        if (patch.Fields.ContainsKey(ItemPatch.Name) && await db.Items.AnyAsync(i => i.Name == item.Name && i.Id != item.Id, cancel)) throw new Refusal("There already is an item “{0}”. Choose another name.", item.Name);
        if (patch.Fields.ContainsKey(ItemPatch.Code) && item.Code is not null && await db.Items.Where(i => i.Code == item.Code && i.Id != item.Id).Select(i => i.Name).FirstOrDefaultAsync(cancel) is { } other) throw new Refusal("{0} has the code {1}. Choose another one.", other, item.Code);
        return before;
    }

    /// <summary>Sets them, whatever other items have.</summary>
    /// <returns>The same ones as they were.</returns>
    /// <exception cref="Refusal">A value cannot be.</exception>
    internal static ItemPatch Put(Item item, ItemPatch patch)
    {
        var before = new ItemPatch(patch.Fields.Keys.ToDictionary(f => f, f => Of(item, f)), patch.Attributes.Keys.ToDictionary(p => p, p => Attribute(item, p)));
        foreach (var (field, value) in patch.Fields) PutField(item, field, string.IsNullOrWhiteSpace(value) ? null : value.Trim());
        if (patch.Attributes.Count > 0) item.Attributes = With(item, patch.Attributes);
        Nutrients.Check(item.Name, item.Unit, item.Attributes);
        return before;
    }

    private static void PutField(Item item, string field, string? value)
    {
        if (value is not null && (value.Length > (field == ItemPatch.Name ? MaxName : MaxText) || value.Any(char.IsControl))) throw new Refusal("{0}: keep {1} to {2} characters.", item.Name, field, field == ItemPatch.Name ? MaxName : MaxText);
        switch (field)
        {
            case ItemPatch.Name:
                item.Name = value ?? throw new Refusal("An item needs a name.");
                break;
            case ItemPatch.Code:
                item.Code = value;
                break;
            case ItemPatch.Category:
                item.Category = value;
                break;
            case ItemPatch.NearlyOut:
                item.NearlyOutAt = value is null ? null : decimal.TryParse(value.Replace(',', '.'), NumberStyles.Number & ~NumberStyles.AllowThousands, CultureInfo.InvariantCulture, out var quantity) && quantity is >= 0 and <= MostQuantity ? quantity : throw new Refusal("{0}: “{1}” is no quantity.", item.Name, value);
                break;
            case ItemPatch.Bought:
                item.Active = value is null or "true" or "yes" || (value is "false" or "no" ? false : throw new Refusal("{0}: it is bought, or it is not: yes or no.", item.Name));
                break;
            default:
                throw new Refusal("An item has no field “{0}”.", field);
        }
    }

    private static string With(Item item, IReadOnlyDictionary<string, string?> attributes)
    {
        var all = JsonNode.Parse(item.Attributes)!.AsObject();
        foreach (var (path, json) in attributes)
        {
            var keys = path.Split('.');
            if (keys.Length > MaxDepth || keys.Any(string.IsNullOrWhiteSpace)) throw new Refusal("{0}: “{1}” is no attribute.", item.Name, path);
            var above = all;
            foreach (var key in keys[..^1]) above = above[key] switch { JsonObject inner => inner, null => (JsonObject)(above[key] = new JsonObject()), _ => throw new Refusal("{0}: {1} has a value of its own, and nothing below it.", item.Name, key) };
            if (json is null) above.Remove(keys[^1]);
            else above[keys[^1]] = Parsed(item, path, json);
        }
        var written = all.ToJsonString();
        return written.Length <= MaxAttributes ? written : throw new Refusal("{0}: that is too much for one item.", item.Name);
    }

    private static JsonNode? Parsed(Item item, string path, string json)
    {
        try
        {
            return JsonNode.Parse(json, documentOptions: new JsonDocumentOptions { MaxDepth = MaxDepth });
        }
        catch (JsonException)
        {
            throw new Refusal("{0}: what is said of {1} cannot be read, or is deeper than {2} levels.", item.Name, path, MaxDepth);
        }
    }
}
