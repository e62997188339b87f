using System.Globalization;
using KitchenDisplay.Core.Commands;

namespace KitchenDisplay.Core.Inventory.Receiving;

/// <summary>A date as GS1 writes it: YYMMDD, day 00 for the last one of the month (General Specifications, 3.4 and 7.12).</summary>
public static class ElementDate
{
    /// <summary>The day that six digits say. Of the two centuries it is the one that is nearer to today.</summary>
    /// <param name="name">What it is the date of, for sentences.</param>
    /// <exception cref="Refusal">There is no such day.</exception>
    public static DateOnly Read(string digits, string name, DateOnly today)
    {
        var (year, month, day) = (Number(digits[..2]), Number(digits[2..4]), Number(digits[4..]));
        year = Century(year, today.Year) + year;
        if (month is < 1 or > 12) throw new Refusal("The {0} says month {1}, and there are 12. Type the date from the box.", name, month);
        var last = DateTime.DaysInMonth(year, month);
        if (day > last) throw new Refusal("The {0} says day {1} of a month with {2} days ({3}-{4}). Type the date from the box.", name, day, last, year, digits[2..4]);
        return new DateOnly(year, month, day == 0 ? last : day);
    }

    /// <summary>Its six digits.</summary>
    public static string Write(DateOnly day) => day.ToString("yyMMdd", CultureInfo.InvariantCulture);

    private static int Century(int year, int present) => present / 100 * 100 + (year - present % 100) switch { >= 51 => -100, <= -50 => 100, _ => 0 };

    private static int Number(string digits) => int.Parse(digits, CultureInfo.InvariantCulture);
}
