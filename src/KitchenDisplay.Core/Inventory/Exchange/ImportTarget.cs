using KitchenDisplay.Core.Words;

namespace KitchenDisplay.Core.Inventory.Exchange;

/// <summary>What a column can be. An attribute is <see cref="AttributeOf"/> and its path.</summary>
public static class ImportTarget
{
    public const string Name = "name", Code = "code", Unit = "unit", Category = "category", Barcodes = "barcodes", NearlyOut = "nearly-out", Bought = "bought", Attributes = "attributes",
        SupplierCode = "supplier-code", Pack = "pack", PackUnit = "pack-unit", Price = "price", Nothing = "", AttributeOf = "attribute:";

    private static readonly Dictionary<string, string[]> words = new()
    {
        [Name] = ["name", "item", "item name", "product", "product name", "description", "bezeichnung", "artikel", "artikelname", "nom", "nombre", "nome"],
        [Code] = ["code", "item code", "sku", "article number", "item number", "artikelnummer", "artikelnr", "ref"],
        [Unit] = ["unit", "base unit", "einheit", "unite", "unidad"],
        [Category] = ["category", "group", "kategorie", "warengruppe", "categorie", "categoria"],
        [Barcodes] = ["barcodes", "barcode", "gtin", "ean", "upc", "ean code"],
        [NearlyOut] = ["nearly out", "nearly out at", "minimum", "min", "meldebestand"],
        [Bought] = ["bought", "active", "aktiv"],
        [Attributes] = ["other attributes", "attributes", "attributes json"],
        [SupplierCode] = ["supplier code", "supplier number", "order number", "vendor code", "bestellnummer", "code", "sku", "article number", "artikelnummer"],
        [Pack] = ["pack", "pack size", "content", "quantity", "gebinde", "inhalt"],
        [PackUnit] = ["pack unit", "unit", "unit of measure", "uom", "einheit"],
        [Price] = ["price", "net price", "unit price", "cost", "preis", "nettopreis", "prix", "precio"],
    };

    private static readonly string[] ofItems = [Name, Code, Unit, Category, Barcodes, NearlyOut, Bought, Attributes], ofPrices = [SupplierCode, Price, Pack, PackUnit, Barcodes, Name, Code];

    /// <summary>What the columns of such a file can be, besides attributes.</summary>
    public static IReadOnlyList<string> Of(ImportKind kind) => kind == ImportKind.Items ? ofItems : ofPrices;

    /// <summary>Whether a column can be this.</summary>
    public static bool IsKnown(ImportKind kind, string target) => target.Length == 0 || Of(kind).Contains(target) || (kind == ImportKind.Items && target.StartsWith(AttributeOf, StringComparison.Ordinal) && target.Length > AttributeOf.Length);

    /// <summary>What the columns of a header probably are: as it was the last time, or by their names; each thing once. What nobody knows is an attribute of an item.</summary>
    /// <param name="remembered">What was meant by a column's name before.</param>
    public static string[] Propose(ImportKind kind, IReadOnlyList<string> header, IReadOnlyDictionary<string, string> remembered)
    {
        var taken = new HashSet<string>();
        var mapping = new string[header.Count];
        for (var n = 0; n < header.Count; n++)
            if (remembered.TryGetValue(header[n], out var known) && IsKnown(kind, known) && (known.Length == 0 || taken.Add(known))) mapping[n] = known;
        for (var n = 0; n < header.Count; n++)
            mapping[n] ??= Of(kind).FirstOrDefault(target => words[target].Contains(Plain(header[n])) && taken.Add(target)) ?? (kind == ImportKind.Items && header[n].Trim().Length > 0 && taken.Add(Attribute(header[n])) ? Attribute(header[n]) : Nothing);
        return mapping;
    }

    /// <summary>The attribute that a column is called after.</summary>
    public static string Attribute(string column) => $"{AttributeOf}{column.Trim()}";

    private static string Plain(string header) => string.Join(' ', Folding.Words(header));
}
