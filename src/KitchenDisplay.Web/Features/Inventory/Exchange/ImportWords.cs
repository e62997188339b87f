using KitchenDisplay.Core.Inventory.Exchange;

namespace KitchenDisplay.Web.Features.Inventory.Exchange;

/// <summary>How an import is called.</summary>
public static class ImportWords
{
    public static string Of(ImportState state) => state switch
    {
        ImportState.Mapping => "waits for its columns",
        ImportState.Checking => "is being looked at",
        ImportState.Checked => "waits for you",
        ImportState.Applying => "is being applied",
        ImportState.Done => "applied",
        ImportState.Undoing => "is being taken back",
        _ => "taken back",
    };

    public static string Of(RowVerdict verdict) => verdict switch
    {
        RowVerdict.New => "New",
        RowVerdict.Changed => "Changed",
        RowVerdict.Same => "Same as here",
        _ => "Bad",
    };

    /// <summary>What a column can be.</summary>
    public static string Of(string target) => target switch
    {
        ImportTarget.Nothing => "nothing",
        ImportTarget.Name => "Name",
        ImportTarget.Code => "Code",
        ImportTarget.Unit => "Unit",
        ImportTarget.Category => "Category",
        ImportTarget.Barcodes => "Barcodes",
        ImportTarget.NearlyOut => "Nearly out at",
        ImportTarget.Bought => "Still bought",
        ImportTarget.Attributes => "Other attributes, as JSON",
        ImportTarget.SupplierCode => "The supplier's number",
        ImportTarget.Pack => "How much is in a pack",
        ImportTarget.PackUnit => "Unit of a pack",
        ImportTarget.Price => "Price of a pack",
        _ => target,
    };
}
