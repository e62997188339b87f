namespace KitchenDisplay.Web.Features.Inventory;

/// <summary>A column of a table that can be sorted.</summary>
/// <param name="Text">What stands in a row.</param>
/// <param name="Key">By what rows are sorted.</param>
public sealed record SortedColumn<TRow>(string Title, Func<TRow, string?> Text, Func<TRow, IComparable?> Key, bool IsNumber = false);
