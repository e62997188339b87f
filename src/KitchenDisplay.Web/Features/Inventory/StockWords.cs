using System.Globalization;
using KitchenDisplay.Core.House;
using KitchenDisplay.Core.Inventory;

namespace KitchenDisplay.Web.Features.Inventory;

/// <summary>Quantities and times as the office writes them.</summary>
public static class StockWords
{
    /// <summary>A quantity in a base unit: <c>1,250 g</c>.</summary>
    public static string Of(this BaseUnit unit, decimal quantity) => $"{Number(quantity)} {Units.Name(unit)}";

    /// <summary>The same, of a unit as it is stored.</summary>
    public static string Of(string unit, decimal quantity) => Enum.Parse<BaseUnit>(unit).Of(quantity);

    /// <summary>A change, with its sign: <c>+4</c>, <c>−0.5</c>; nothing for none.</summary>
    public static string Change(decimal quantity) => quantity == 0 ? "" : quantity > 0 ? $"+{Number(quantity)}" : $"−{Number(-quantity)}";

    public static string Number(decimal quantity) => quantity.ToString("#,0.####", CultureInfo.CurrentCulture);

    /// <summary>A day as calendars write it everywhere.</summary>
    public static string Day(DateOnly? day) => day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) ?? "";

    /// <summary>A moment by the clocks of the house.</summary>
    public static string Time(this Restaurant? house, DateTimeOffset at) => (house?.Local(at) ?? at.UtcDateTime).ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture);
}
