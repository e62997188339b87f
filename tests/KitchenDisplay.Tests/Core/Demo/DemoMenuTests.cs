using KitchenDisplay.Core.Demo;

namespace KitchenDisplay.Tests.Core.Demo;

public sealed class DemoMenuTests
{
    private static readonly DemoFile House = DemoFile.Read();
    private static readonly List<DemoDish> Dishes = [.. House.Categories.SelectMany(category => category.Dishes)];
    private static readonly List<DemoDish> Food = [.. Dishes.Where(dish => dish.Tax == "food")];
    private static readonly List<DemoDish> Drinks = [.. Dishes.Where(dish => dish.Tax == "drinks")];

    [Fact]
    public void The_menu_is_as_long_as_a_real_one()
    {
        Assert.InRange(House.Categories.Count, 8, 12);
        Assert.All(House.Categories, category => Assert.InRange(category.Dishes.Count, 5, 20));
        Assert.True(Food.Count >= 50);
        Assert.True(Drinks.Count >= 20);
        Assert.Empty(Names.Doubled(House.Categories.Select(category => category.Name)));
        Assert.Empty(Names.Doubled(Dishes.Select(dish => dish.Name)));
    }

    [Fact]
    public void Every_course_tax_class_station_and_group_that_a_dish_names_exists()
    {
        Assert.All(Dishes, dish =>
        {
            Assert.Contains(dish.Course, House.Courses.Select(course => course.Number));
            Assert.Contains(dish.Tax, House.TaxClasses.Select(tax => tax.Code));
            Assert.All(dish.Steps.SelectMany(step => step), step => Assert.Contains(step.Station, House.Stations.Select(station => station.Slug)));
            Assert.All(dish.Groups, code => Assert.Contains(code, House.ModifierGroups.Select(group => group.Code)));
        });
    }

    [Fact]
    public void Every_course_tax_class_station_and_group_is_used()
    {
        Assert.Empty(House.Courses.Select(course => course.Number).Except(Dishes.Select(dish => dish.Course)));
        Assert.Empty(House.TaxClasses.Select(tax => tax.Code).Except(Dishes.Select(dish => dish.Tax)));
        Assert.Empty(House.Stations.Select(station => station.Slug).Except(Dishes.SelectMany(StationsOf)));
        Assert.Empty(House.ModifierGroups.Select(group => group.Code).Except(Dishes.SelectMany(dish => dish.Groups)));
    }

    [Fact]
    public void Food_is_cooked_first_and_goes_over_the_pass_last()
    {
        Assert.All(Food, dish =>
        {
            Assert.True(dish.Steps.Count >= 2, dish.Name);
            Assert.Equal("pass", Assert.Single(dish.Steps[^1]).Station);
            Assert.DoesNotContain(dish.Steps.SkipLast(1).SelectMany(step => step), step => step.Station == "pass");
        });
    }

    [Fact]
    public void Drinks_come_straight_from_the_bar_or_from_the_waiter()
    {
        Assert.All(Drinks, drink =>
        {
            Assert.Equal(0, drink.Course);
            Assert.True(drink.Steps.Count == 0 || StationsOf(drink).SequenceEqual(["bar"]), drink.Name);
        });
        var fetched = Drinks.Where(drink => drink.Steps.Count == 0).Select(drink => drink.Name).ToList();
        Assert.Contains("Mineral water 0.75 l", fetched);
        Assert.True(fetched.Count >= 5);
    }

    [Fact]
    public void No_station_is_asked_twice_in_one_step_and_no_step_is_empty() =>
        Assert.All(Dishes.SelectMany(dish => dish.Steps), step =>
        {
            Assert.NotEmpty(step);
            Assert.Empty(Names.Doubled(step.Select(part => part.Station)));
        });

    [Fact]
    public void Some_dishes_need_two_stations_at_once_and_some_one_after_the_other()
    {
        Assert.True(Food.Count(dish => dish.Steps.Any(step => step.Count > 1)) >= 10);
        Assert.True(Food.Count(dish => dish.Steps.Count > 2) >= 3);
        Assert.Equal(["fry", "grill"], Dish("Cheeseburger, fries").Steps[0].Select(step => step.Station).Order());
    }

    [Fact]
    public void Nothing_takes_longer_than_a_guest_waits()
    {
        Assert.All(Food, dish => Assert.InRange(SecondsUntilServed(dish), 60, 30 * 60));
        Assert.All(Drinks.Where(drink => drink.Steps.Count > 0), drink => Assert.InRange(SecondsUntilServed(drink), 30, 5 * 60));
        Assert.All(Dishes.SelectMany(dish => dish.Steps).SelectMany(step => step), step => Assert.InRange(step.Seconds, 20, 30 * 60));
    }

    [Fact]
    public void Prices_are_what_a_guest_would_pay()
    {
        Assert.All(Food, dish => Assert.InRange(dish.Price, 4m, 90m));
        Assert.All(Drinks, drink => Assert.InRange(drink.Price, 2.50m, 15m));
        Assert.All(Dishes, dish => Assert.Equal(decimal.Round(dish.Price, 1), dish.Price));
    }

    [Fact]
    public void Names_fit_where_they_are_read()
    {
        Assert.All(Dishes, dish => Assert.InRange(dish.Name.Length, 3, 40));
        Assert.All(Dishes, dish => Assert.True((dish.KitchenName ?? dish.Name).Length <= 24, $"{dish.Name} is too long for the wall."));
        Assert.Empty(Names.Doubled(Dishes.Select(dish => dish.KitchenName ?? dish.Name)));
        Assert.All(Dishes.Where(dish => dish.KitchenName is not null), dish => Assert.True(dish.Name.Length > 24, $"{dish.Name} needs no kitchen name."));
        Assert.All(House.Categories, category => Assert.InRange(category.Name.Length, 3, 12));
    }

    private static DemoDish Dish(string name) => Dishes.Single(dish => dish.Name == name);

    private static IEnumerable<string> StationsOf(DemoDish dish) => dish.Steps.SelectMany(step => step).Select(step => step.Station);

    private static int SecondsUntilServed(DemoDish dish) => dish.Steps.Sum(step => step.Max(part => part.Seconds));
}
