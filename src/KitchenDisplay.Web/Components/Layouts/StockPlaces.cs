namespace KitchenDisplay.Web.Components.Layouts;

/// <summary>Pages for one kind of work with the stock; the first one is where it begins.</summary>
public sealed record StockPlaces(string Name, IReadOnlyList<StockPlace> Pages)
{
    /// <summary>All of them, in the order in which they are shown.</summary>
    public static IReadOnlyList<StockPlaces> All { get; } =
    [
        new("Today", [new("office/morning", "Morning"), new("office/charts", "Charts"), new("office/differences", "Differences"), new("office/trace", "Trace")]),
        new("Items", [new("office/stock", "Items"), new("office/attributes", "Attributes"), new("office/exchange", "Files")]),
        new("Buying", [new("office/orders", "Orders"), new("office/receive", "Receive"), new("office/suppliers", "Suppliers"), new("office/pars", "Pars")]),
        new("Counting", [new("office/counts", "Counts"), new("office/waste", "Waste"), new("office/move", "Move"), new("office/temperatures", "Temperatures")]),
    ];

    /// <summary>Those to which an address belongs; null when it is no page of the stock.</summary>
    /// <param name="path">Relative to the base, with its query.</param>
    public static StockPlaces? Of(string path) => All.FirstOrDefault(g => g.Pages.Any(p => path.StartsWith(p.Address, StringComparison.Ordinal) && (path.Length == p.Address.Length || path[p.Address.Length] is '/' or '?' or '#')));
}

/// <summary>A page of the stock.</summary>
public sealed record StockPlace(string Address, string Name);
