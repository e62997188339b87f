using KitchenDisplay.Core.House;

namespace KitchenDisplay.Core.Inventory.Purchasing;

/// <summary>A day on which a supplier comes, and until when the order must be sent for it.</summary>
/// <param name="Day">The business day.</param>
public sealed record DeliverySlot(DateOnly Day, DateTimeOffset SendBy);

/// <summary>When a supplier comes, by the clocks and the business days of the house.</summary>
public static class DeliveryCalendar
{
    // Whoever comes once a week and wants orders a fortnight before.
    private const int DaysAhead = 35;

    /// <summary>The days for which an order can still be sent, the next one first.</summary>
    public static IEnumerable<DeliverySlot> From(Supplier supplier, Restaurant house, DateTimeOffset now)
    {
        var today = house.BusinessDay(now);
        return Enumerable.Range(0, DaysAhead).Select(today.AddDays).Select(day => On(supplier, house, day)).OfType<DeliverySlot>().Where(slot => slot.SendBy > now);
    }

    /// <summary>Until when an order must be sent for a day; null when they do not come on it.</summary>
    public static DeliverySlot? On(Supplier supplier, Restaurant house, DateOnly day) =>
        supplier.DeliveryDays.Count > 0 && !supplier.DeliveryDays.Contains(day.DayOfWeek) ? null : new(day, house.MomentOf(day.AddDays(-supplier.DaysBefore), supplier.CutOff));
}
