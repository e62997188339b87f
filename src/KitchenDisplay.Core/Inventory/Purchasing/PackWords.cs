using System.Globalization;

namespace KitchenDisplay.Core.Inventory.Purchasing;

/// <summary>How a pack is called where it is ordered.</summary>
public static class PackWords
{
    /// <summary><c>case</c> for one of it, <c>12 bottle</c> for several.</summary>
    public static string Of(decimal pack, string unit) => pack == 1 && Units.Find(unit) is null ? unit : string.Create(CultureInfo.InvariantCulture, $"{pack:0.####} {unit}");
}
