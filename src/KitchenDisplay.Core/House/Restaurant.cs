using System.Globalization;

namespace KitchenDisplay.Core.House;

/// <summary>The house itself; one database is one restaurant, so there is one row.</summary>
public sealed class Restaurant
{
    public Guid Id { get; init; } = Guid.CreateVersion7();
    public required string Name { get; set; }

    /// <summary>IANA name, such as <c>Europe/Berlin</c>.</summary>
    public required string TimeZone { get; set; }

    /// <summary>Local time at which a business day begins.</summary>
    public TimeOnly DayStarts { get; set; } = new(5, 0);

    /// <summary>ISO 4217, such as <c>EUR</c>.</summary>
    public required string Currency { get; set; }
    public int CurrencyDecimals { get; set; } = 2;

    /// <summary>Name of the culture that money and times are written in, such as <c>en-IE</c>.</summary>
    public required string Culture { get; set; }

    /// <summary>True when menu prices already include tax.</summary>
    public bool TaxIncluded { get; set; } = true;

    /// <summary>True for the demo restaurant, which may be cleared and loaded again.</summary>
    public bool IsDemo { get; init; }

    /// <summary>The day that a moment belongs to: at 02:00 it is still yesterday's service.</summary>
    public DateOnly BusinessDay(DateTimeOffset moment)
    {
        var day = DateOnly.FromDateTime(Local(moment));
        return TimeOfDay(moment) < DayStarts ? day.AddDays(-1) : day;
    }

    /// <summary>When the business day of a moment began.</summary>
    public DateTimeOffset DayBegan(DateTimeOffset moment) => Moment(BusinessDay(moment).ToDateTime(DayStarts));

    /// <summary>When the business day of a moment ends, and the next one begins.</summary>
    public DateTimeOffset DayEnds(DateTimeOffset moment) => Moment(BusinessDay(moment).AddDays(1).ToDateTime(DayStarts));

    /// <summary>When the service of a moment ends; the business day, when none is on.</summary>
    public DateTimeOffset ServiceEnds(IEnumerable<Service> services, DateTimeOffset moment)
    {
        var (day, time) = (BusinessDay(moment), TimeOfDay(moment));
        var ends = services.Where(s => s.Weekday == day.DayOfWeek && s.IsOn(time)).Select(s => day.AddDays(s.To < DayStarts ? 1 : 0).ToDateTime(s.To)).Order().ToList();
        return ends.Count > 0 ? Moment(ends[^1]) : DayEnds(moment);
    }

    /// <summary>When the clocks of the house show a time on a business day.</summary>
    public DateTimeOffset At(DateOnly businessDay, TimeOnly time) => Moment(businessDay.AddDays(time < DayStarts ? 1 : 0).ToDateTime(time));

    private DateTimeOffset Moment(DateTime local)
    {
        var zone = TimeZoneInfo.FindSystemTimeZoneById(TimeZone);
        // An hour that the clocks leave out in spring ends with the one after it.
        if (zone.IsInvalidTime(local)) local = local.AddHours(1);
        return new DateTimeOffset(local, zone.GetUtcOffset(local)).ToUniversalTime();
    }

    /// <summary>What the clocks of the house show.</summary>
    public TimeOnly TimeOfDay(DateTimeOffset moment) => TimeOnly.FromDateTime(Local(moment));

    /// <summary>What the clocks and calendars of the house show.</summary>
    public DateTime Local(DateTimeOffset moment) => TimeZoneInfo.ConvertTime(moment, TimeZoneInfo.FindSystemTimeZoneById(TimeZone)).DateTime;

    /// <summary>An amount rounded to the currency, halves away from zero.</summary>
    public decimal Round(decimal amount) => Math.Round(amount, CurrencyDecimals, MidpointRounding.AwayFromZero);

    /// <summary>An amount as people read it here, without the currency's sign.</summary>
    public string Format(decimal amount) => amount.ToString($"N{CurrencyDecimals}", CultureInfo.GetCultureInfo(Culture));
}
