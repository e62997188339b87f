using System.Globalization;
using KitchenDisplay.Core.House;
using KitchenDisplay.Core.Inventory.Purchasing;
using Microsoft.Extensions.Localization;

namespace KitchenDisplay.Web.Features.Inventory.Purchasing;

/// <summary>Orders, prices and days as the office writes them.</summary>
internal static class PurchasingWords
{
    internal static string Of(this IStringLocalizer t, OrderState state) => state switch
    {
        OrderState.Draft => t["draft"],
        OrderState.Sent => t["sent"],
        OrderState.PartlyReceived => t["partly here"],
        OrderState.Received => t["all here"],
        _ => t["given up"],
    };

    internal static string SignOf(OrderState state) => state switch
    {
        OrderState.Draft => "held",
        OrderState.Sent => "right",
        OrderState.PartlyReceived => "wait",
        OrderState.Received => "check",
        _ => "cross",
    };

    /// <summary>Tue 2026-07-14.</summary>
    internal static string Weekday(DateOnly? day) => day?.ToString("ddd yyyy-MM-dd", CultureInfo.CurrentCulture) ?? "";

    /// <summary>Tue 2026-07-14 18:00, by the clocks of the house.</summary>
    internal static string Until(this Restaurant? house, DateTimeOffset at) => (house?.Local(at) ?? at.UtcDateTime).ToString("ddd yyyy-MM-dd HH:mm", CultureInfo.CurrentCulture);

    internal static string Days(this IStringLocalizer t, IReadOnlyList<DayOfWeek> days) =>
        days.Count is 0 or 7 ? t["every day"] : string.Join(", ", Week.Where(days.Contains).Select(d => CultureInfo.CurrentCulture.DateTimeFormat.GetAbbreviatedDayName(d)));

    /// <summary>The week as kitchens know it: Monday first.</summary>
    internal static IEnumerable<DayOfWeek> Week => Enum.GetValues<DayOfWeek>().OrderBy(d => ((int)d + 6) % 7);

    internal static string Money(this Restaurant? house, decimal amount) => house is null ? amount.ToString("0.00", CultureInfo.CurrentCulture) : $"{house.Format(amount)} {house.Currency}";

    /// <summary>+4.2 %, against the price before.</summary>
    internal static string Percent(decimal now, decimal before) => before == 0 ? "" : (now / before - 1).ToString("+0.# %;−0.# %", CultureInfo.CurrentCulture);
}
