using KitchenDisplay.Core.Inventory.Exchange;

namespace KitchenDisplay.Tests.Core.Inventory.Exchange;

public sealed class ImportTargetTests
{
    private static readonly Dictionary<string, string> nothing = [];

    [Fact]
    public void Columns_are_known_by_their_names_and_others_are_attributes() => Assert.Equal(
        [ImportTarget.Code, ImportTarget.Name, ImportTarget.Barcodes, ImportTarget.Category, "attribute:origin.country", "attribute:Item", ImportTarget.Nothing],
        ImportTarget.Propose(ImportKind.Items, ["SKU", "Product_Name", "EAN", "Kategorie", "origin.country", "Item", " "], nothing));

    [Fact]
    public void Of_a_price_list_what_nobody_knows_is_nothing() => Assert.Equal(
        [ImportTarget.SupplierCode, ImportTarget.Name, ImportTarget.Pack, ImportTarget.PackUnit, ImportTarget.Price, ImportTarget.Nothing],
        ImportTarget.Propose(ImportKind.Prices, ["Artikelnummer", "Bezeichnung", "Inhalt", "Einheit", "Preis", "Palette"], nothing));

    [Fact]
    public void What_was_meant_before_counts_more_than_the_name()
    {
        var remembered = new Dictionary<string, string> { ["Text"] = ImportTarget.Name, ["name"] = "attribute:label", ["gone"] = "no such thing" };

        Assert.Equal(["attribute:label", ImportTarget.Name, "attribute:gone"], ImportTarget.Propose(ImportKind.Items, ["name", "Text", "gone"], remembered));
    }
}
