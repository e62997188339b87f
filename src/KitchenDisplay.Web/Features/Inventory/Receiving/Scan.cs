namespace KitchenDisplay.Web.Features.Inventory.Receiving;

/// <summary>What a scanner has typed.</summary>
/// <param name="Id">Made by the browser: the same scan may come twice when an answer was lost.</param>
public sealed record Scan(string Id, string Typed);
