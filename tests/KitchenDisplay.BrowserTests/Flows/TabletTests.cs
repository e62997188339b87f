using KitchenDisplay.BrowserTests.Support;
using KitchenDisplay.Tests.Support;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace KitchenDisplay.BrowserTests.Flows;

public sealed class TabletTests(House house) : Flow(house)
{
    [Fact]
    public async Task A_dish_that_must_be_asked_about_cannot_be_added_before_it_is_answered()
    {
        var tablet = await TabletAsync();
        await tablet.SeatAsync("2");
        await tablet.TapDishAsync("Wood fire", "Ribeye 300 g");
        var add = tablet.Sheet.GetByRole(AriaRole.Button, new() { NameRegex = new("^Add ") });

        await Expect(add).ToBeDisabledAsync();
        await tablet.AnswerAsync("rare");
        await Expect(add).ToBeDisabledAsync();
        await tablet.AnswerAsync("chimichurri");
        await add.TapAsync();

        await Expect(tablet.Draft).ToHaveCountAsync(1);
        await Expect(tablet.Draft).ToContainTextAsync("rare · chimichurri");
        await Expect(tablet.Draft).ToContainTextAsync("36.00");
    }

    [Fact]
    public async Task Two_taps_tell_what_is_in_a_dish_and_which_part_of_it_says_so()
    {
        var tablet = await TabletAsync();
        await tablet.SeatAsync("2");

        await tablet.Page.Locator("[data-inside]").TapAsync();
        await tablet.TapDishAsync("Starters", "Burrata, charred peach, hazelnuts");

        var nuts = tablet.Sheet.Locator("[data-allergen='Nuts']");
        await Expect(nuts).ToHaveAttributeAsync("data-state", "Contains");
        await Expect(nuts).ToContainTextAsync("Contains nuts: Hazelnuts.");
        await Expect(tablet.Sheet.Locator("[data-allergen='Celery']")).ToHaveAttributeAsync("data-state", "Free");
        await tablet.CloseSheetAsync();
        await Expect(tablet.Draft).ToHaveCountAsync(0);
        // The next tap orders again.
        await tablet.AddAsync("Small plates", "Olives and pickles");
    }

    [Fact]
    public async Task A_refused_send_says_why_and_keeps_the_draft()
    {
        var tablet = await TabletAsync();
        await tablet.SeatAsync("2");
        await tablet.AddAsync("Sides", "Smoked mash");
        await tablet.AddAsync("Sides", "Creamed spinach");
        await Sql.RunAsync(Connections.KitchenOwner, "update dishes set active = false where name = 'Smoked mash'");
        try
        {
            await tablet.Send.TapAsync();

            await Expect(tablet.Refusals).ToContainTextAsync("Smoked mash is not on the menu any more. Take it off the draft.");
            await Expect(tablet.Draft).ToHaveCountAsync(2);
            Assert.Equal(0, await Sql.ScalarAsync<long>(Connections.KitchenOwner, "select count(*) from tickets"));

            await tablet.Draft.Filter(new() { HasText = "Smoked mash" }).TapAsync();
            await tablet.SendAsync();
            await Expect(tablet.Refusals).ToHaveCountAsync(0);
        }
        finally
        {
            await Sql.RunAsync(Connections.KitchenOwner, "update dishes set active = true");
        }
    }

    [Fact]
    public async Task A_waiter_who_is_second_at_a_table_is_told_and_shown_its_order()
    {
        var slow = await TabletAsync();
        var quick = await TabletAsync();
        await slow.Table("11").TapAsync();
        await Expect(slow.Sheet).ToBeVisibleAsync();

        await quick.SeatAsync("11", covers: 3);
        await slow.Sheet.GetByRole(AriaRole.Button, new() { Name = "2", Exact = true }).TapAsync();

        await Expect(slow.Refusals).ToContainTextAsync("Table 11 is already open.");
        await slow.Refusals.GetByRole(AriaRole.Link, new() { Name = "Show its order" }).TapAsync();
        await Expect(slow.Page).ToHaveURLAsync(quick.Page.Url);
    }

    [Fact]
    public async Task The_price_is_the_menus_at_the_moment_of_the_send()
    {
        var tablet = await TabletAsync();
        await tablet.SeatAsync("2");
        await tablet.AddAsync("Sides", "Smoked mash");
        await Sql.RunAsync(Connections.KitchenOwner, "update dishes set price = 6.20 where name = 'Smoked mash'");
        try
        {
            await tablet.Send.TapAsync();
            await Expect(tablet.Refusals).ToContainTextAsync("Smoked mash costs 6.20 now, not 5.50. Look at the draft again and send it.");
            await Expect(tablet.Page.Locator(".send-total")).ToContainTextAsync("6.20");

            await tablet.SendAsync();
            Assert.Equal(6.20m, await Sql.ScalarAsync<decimal>(Connections.KitchenOwner, "select price from lines"));
        }
        finally
        {
            await Sql.RunAsync(Connections.KitchenOwner, "update dishes set price = 5.50 where name = 'Smoked mash'");
        }
    }
}
