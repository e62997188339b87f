using System.Globalization;
using System.Text.RegularExpressions;
using KitchenDisplay.Core.Demo;
using KitchenDisplay.Core.House;
using KitchenDisplay.Core.Staff;

namespace KitchenDisplay.Tests.Core.Demo;

public sealed class DemoHouseTests
{
    private static readonly DemoFile House = DemoFile.Read();

    [Fact]
    public void The_house_has_a_place_a_clock_and_money_that_this_system_knows()
    {
        var restaurant = House.Restaurant;

        Assert.True(TimeZoneInfo.FindSystemTimeZoneById(restaurant.TimeZone).HasIanaId);
        var region = new RegionInfo(CultureInfo.GetCultureInfo(restaurant.Culture, predefinedOnly: true).Name);
        Assert.Equal(restaurant.Currency, region.ISOCurrencySymbol);
        Assert.Equal(CultureInfo.GetCultureInfo(restaurant.Culture).NumberFormat.CurrencyDecimalDigits, restaurant.CurrencyDecimals);
        Assert.Equal(new TimeOnly(5, 0), restaurant.DayStarts);
    }

    [Fact]
    public void A_dozen_people_fill_every_role_at_least_once()
    {
        Assert.True(House.People.Count >= 12);
        Assert.All(House.People, person => Assert.NotEmpty(person.Roles));
        Assert.Empty(Names.Doubled(House.People.Select(person => person.Name)));
        Assert.Equal(Enum.GetValues<Role>(), House.People.SelectMany(person => person.Roles).Distinct().Order());
    }

    [Fact]
    public void Six_stations_cook_and_pour_and_one_pass_comes_last()
    {
        Assert.Equal(["grill", "saute", "fry", "cold", "pastry", "bar", "pass"], House.Stations.Select(station => station.Slug));
        Assert.All(House.Stations, station => Assert.Matches(new Regex("^[a-z]+$"), station.Slug));
        Assert.Equal("bar", Assert.Single(House.Stations, station => station.Kind == StationKind.Bar).Slug);
        Assert.Equal("pass", Assert.Single(House.Stations, station => station.Kind == StationKind.Pass).Slug);
        Assert.Empty(Names.Doubled(House.Stations.Select(station => station.Name)));
    }

    [Fact]
    public void Every_station_has_a_display_of_its_own_and_another_one_to_fall_back_on()
    {
        Assert.Empty(Names.Doubled(House.Displays.Select(display => display.Name)));
        Assert.Equal("Expo", Assert.Single(House.Displays, display => display.Everywhere).Name);
        Assert.All(House.Stations, station =>
        {
            var own = Assert.Single(House.Displays, display => display.Stations.Contains(station.Slug));
            Assert.NotEqual(own, Assert.Single(House.Displays, display => display.FallbackFor.Contains(station.Slug)));
        });
    }

    [Fact]
    public void No_two_tables_in_three_areas_share_a_name()
    {
        var tables = House.Areas.SelectMany(area => area.Tables).ToList();

        Assert.Equal(3, House.Areas.Count);
        Assert.Empty(Names.Doubled(House.Areas.Select(area => area.Name)));
        Assert.True(tables.Count >= 24);
        Assert.All(House.Areas, area => Assert.NotEmpty(area.Tables));
        Assert.Empty(Names.Doubled(tables.Select(table => table.Name)));
        Assert.All(tables, table => Assert.InRange(table.Seats, 1, 12));
    }

    [Fact]
    public void Courses_are_numbered_from_the_drinks_on()
    {
        Assert.Equal(Enumerable.Range(0, House.Courses.Count), House.Courses.Select(course => course.Number));
        Assert.Empty(Names.Doubled(House.Courses.Select(course => course.Name)));
    }

    [Fact]
    public void Tax_is_a_fraction_and_each_class_stands_once()
    {
        Assert.Empty(Names.Doubled(House.TaxClasses.Select(tax => tax.Code)));
        Assert.All(House.TaxClasses, tax => Assert.InRange(tax.Rate, 0m, 0.30m));
    }

    [Fact]
    public void The_house_opens_on_every_day_and_never_twice_at_once()
    {
        var openings = House.Services.SelectMany(service => service.Days.Select(day => (day, service.From, service.To))).ToList();

        Assert.All(openings, opening => Assert.True(opening.From < opening.To));
        Assert.Equal(Enum.GetValues<DayOfWeek>(), openings.Select(opening => opening.day).Distinct().Order());
        Assert.All(openings.GroupBy(opening => opening.day), day =>
        {
            var inTurn = day.OrderBy(opening => opening.From).ToList();
            Assert.All(inTurn.Zip(inTurn.Skip(1)), pair => Assert.True(pair.First.To <= pair.Second.From));
        });
    }
}
