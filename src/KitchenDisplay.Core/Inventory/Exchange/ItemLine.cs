using System.Text.Json;
using KitchenDisplay.Core.Commands;
using KitchenDisplay.Core.Inventory.Catalogue;

namespace KitchenDisplay.Core.Inventory.Exchange;

/// <summary>What a row says of an item. A cell that is empty says nothing.</summary>
internal sealed class ItemLine
{
    private const int MostBarcodes = 20;
    private static readonly char[] between = [' ', ',', ';', '|', '\n'];

    internal string? Name => Fields.GetValueOrDefault(ItemPatch.Name);

    internal string? Code => Fields.GetValueOrDefault(ItemPatch.Code);

    /// <summary>In what it is counted; null when the row does not say it.</summary>
    internal BaseUnit? Unit { get; private set; }

    internal List<string> Barcodes { get; } = [];

    /// <summary>By the names that <see cref="ItemPatch"/> has for them.</summary>
    internal Dictionary<string, string> Fields { get; } = [];

    /// <summary>By their paths, as they were typed.</summary>
    internal Dictionary<string, string> Typed { get; } = [];

    /// <summary>By their paths, as JSON.</summary>
    internal Dictionary<string, string> Json { get; } = [];

    internal List<Sentence> Problems { get; } = [];

    internal static ItemLine Read(IReadOnlyList<string> cells, IReadOnlyList<string> mapping)
    {
        var line = new ItemLine();
        for (var n = 0; n < cells.Count; n++)
            if (cells[n].Length > 0) line.Take(mapping[n], cells[n]);
        return line;
    }

    private void Take(string target, string cell)
    {
        switch (target)
        {
            case ImportTarget.Name or ImportTarget.Code or ImportTarget.Category or ImportTarget.NearlyOut or ImportTarget.Bought:
                Fields[target] = target == ImportTarget.Bought ? cell.ToLowerInvariant() : cell;
                break;
            case ImportTarget.Unit:
                Unit = Units.Find(cell)?.Base;
                if (Unit is null) Problems.Add(new("“{0}” is no unit to count in: weighed is g, poured is ml, counted is pc.", cell));
                break;
            case ImportTarget.Barcodes:
                TakeBarcodes(cell);
                break;
            case ImportTarget.Attributes:
                TakeAttributes(cell);
                break;
            case var attribute when attribute.StartsWith(ImportTarget.AttributeOf, StringComparison.Ordinal):
                Typed[attribute[ImportTarget.AttributeOf.Length..]] = cell;
                break;
        }
    }

    private void TakeBarcodes(string cell)
    {
        foreach (var code in cell.Split(between, StringSplitOptions.RemoveEmptyEntries).Distinct().Take(MostBarcodes))
        {
            try
            {
                Barcodes.Add(Gtin.IsLength(code.Length) && code.All(char.IsAsciiDigit) ? Gtin.Read(code) : code);
            }
            catch (Refusal wrong)
            {
                Problems.AddRange(wrong.Reasons);
            }
        }
    }

    private void TakeAttributes(string cell)
    {
        try
        {
            using var document = JsonDocument.Parse(cell, new() { MaxDepth = ItemFields.MaxDepth });
            if (document.RootElement.ValueKind == JsonValueKind.Object)
                foreach (var attribute in document.RootElement.EnumerateObject()) Json[attribute.Name] = attribute.Value.GetRawText();
            else Problems.Add(NoAttributes());
        }
        catch (JsonException)
        {
            Problems.Add(NoAttributes());
        }
    }

    private static Sentence NoAttributes() => new("The other attributes are no JSON object of at most {0} levels, such as {{\"brand\": \"Barilla\"}}.", ItemFields.MaxDepth);
}
