using KitchenDisplay.Core.House;
using KitchenDisplay.Core.Staff;

namespace KitchenDisplay.Core.Demo;

/// <summary>The house itself: its IANA time zone, the local time at which its business day begins, and its money.</summary>
public sealed record DemoRestaurant(
    string Name,
    string TimeZone,
    TimeOnly DayStarts,
    string Currency,
    int CurrencyDecimals,
    string Culture,
    bool TaxIncluded);

/// <summary>Somebody who works here, with every role that they may take.</summary>
public sealed record DemoPerson(string Name, IReadOnlyList<Role> Roles);

/// <summary>Where portions are made or checked; the order in the file is the order on the screens.</summary>
public sealed record DemoStation(string Slug, string Name, StationKind Kind);

/// <summary>A screen of the kitchen: its stations by slug, and those that it shows when their own screens do not.</summary>
public sealed record DemoDisplay(string Name, IReadOnlyList<string> Stations, IReadOnlyList<string> FallbackFor, bool Everywhere = false);

/// <summary>A round of the meal; lower numbers are served first.</summary>
public sealed record DemoCourse(int Number, string Name);

/// <summary>A tax rate as a fraction (0.07 is 7 %), already in the price where the restaurant says so.</summary>
public sealed record DemoTaxClass(string Code, string Name, decimal Rate);

/// <summary>A part of the house and the tables in it.</summary>
public sealed record DemoArea(string Name, IReadOnlyList<DemoTable> Tables);

/// <summary>A table by the name that the staff calls it, and how many it seats.</summary>
public sealed record DemoTable(string Name, int Seats);

/// <summary>Opening hours in local time, on each of the weekdays named.</summary>
public sealed record DemoService(string Name, IReadOnlyList<DayOfWeek> Days, TimeOnly From, TimeOnly To);
