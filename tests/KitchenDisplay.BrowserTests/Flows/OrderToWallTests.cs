using KitchenDisplay.BrowserTests.Support;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace KitchenDisplay.BrowserTests.Flows;

public sealed class OrderToWallTests(House house) : Flow(house)
{
    [Fact]
    public async Task An_order_tapped_on_the_tablet_is_on_the_wall_without_a_reload_and_comes_back_as_ready_and_served()
    {
        var wall = await WallAsync("grill");
        var tablet = await TabletAsync();
        await Expect(wall.Page.GetByText("All caught up")).ToBeVisibleAsync();

        await tablet.SeatAsync("7", covers: 4);
        await tablet.AddAsync("Wood fire", "Prawns in the shell");
        await tablet.ChooseSeatAsync(2);
        await tablet.AddAsync("Wood fire", "Ribeye 300 g", "medium rare", "béarnaise");
        var ticket = await tablet.SendAsync();

        var card = wall.Card(ticket);
        await Expect(card).ToBeVisibleAsync();
        await Expect(card.Locator(".ticket-table")).ToHaveTextAsync("7");
        await Expect(card).ToContainTextAsync("4 covers");
        await Expect(wall.Row(ticket, "Ribeye 300 g")).ToContainTextAsync("medium rare");
        await Expect(wall.Row(ticket, "Ribeye 300 g")).ToContainTextAsync("S2");
        Assert.Single(await wall.NumbersAsync());

        await wall.ReadyAsync(ticket, "Prawns in the shell");
        await Expect(tablet.Ticket(ticket).Locator(".line", new() { HasText = "Prawns in the shell" })).ToHaveAttributeAsync("data-progress", "Ready");

        await wall.BumpAsync(ticket);
        await Expect(card).ToHaveCountAsync(0);
        await Expect(tablet.Ticket(ticket).Locator(".line[data-progress='Ready']")).ToHaveCountAsync(2);

        await wall.RecallAsync();
        await Expect(card).ToBeVisibleAsync();
        await Expect(wall.Row(ticket, "Ribeye 300 g")).ToBeVisibleAsync();
        Assert.Empty(await wall.TwiceAsync());
    }

    [Fact]
    public async Task What_the_pass_has_bumped_is_served_on_the_tablet()
    {
        var grill = await WallAsync("grill");
        var pass = await WallAsync("pass");
        var tablet = await TabletAsync();
        await tablet.SeatAsync("9");
        await tablet.AddAsync("Small plates", "Padrón peppers");
        var ticket = await tablet.SendAsync();

        await Expect(pass.Row(ticket, "Padrón peppers")).ToContainTextAsync("waits for Grill");
        await grill.BumpAsync(ticket);
        await Expect(pass.Row(ticket, "Padrón peppers")).Not.ToContainTextAsync("waits for Grill");
        await pass.BumpAsync(ticket);

        await Expect(tablet.Ticket(ticket).Locator(".line[data-progress='Served']")).ToHaveCountAsync(1);
        await Expect(pass.Cards).ToHaveCountAsync(0);
    }

    [Fact]
    public async Task An_order_taken_on_one_node_is_on_a_wall_of_the_other()
    {
        var other = await House.SecondNodeAsync();
        var wall = await WallAsync("grill", other);
        var tablet = await TabletAsync(House.Node);
        await tablet.SeatAsync("3");
        await tablet.AddAsync("Sides", "Grilled corn, chilli");
        var ticket = await tablet.SendAsync();

        await Expect(wall.Card(ticket)).ToBeVisibleAsync();
        await wall.BumpAsync(ticket);
        await Expect(tablet.Ticket(ticket).Locator(".line[data-progress='Ready']")).ToHaveCountAsync(1);
    }

    [Fact]
    public async Task An_allergy_told_on_the_tablet_stands_on_the_banner_and_on_the_lines_that_it_concerns()
    {
        var wall = await WallAsync("grill");
        var order = await Staff.SeatAsync("12", covers: 3);
        var ticket = (await Staff.SendAsync(order, new Wish("Ribeye 300 g", Seat: 1), new Wish("Whole sea bream", Seat: 2), new Wish("Broccoli, almonds"))).Number;
        await Expect(wall.Card(ticket)).ToBeVisibleAsync();
        var tablet = await TabletAsync();
        await tablet.GoToAsync("12");

        await tablet.ChooseSeatAsync(2);
        await tablet.Page.Locator(".seats [data-ask]").TapAsync();
        await tablet.AnswerAsync("nuts");
        await tablet.Sheet.GetByRole(AriaRole.Button, new() { Name = "Tell the kitchen: seat 2" }).TapAsync();

        await Expect(wall.Card(ticket).Locator(".ticket-allergy")).ToContainTextAsync("Nuts");
        await Expect(wall.Card(ticket).Locator(".ticket-allergy")).ToContainTextAsync("seat 2");
        await Expect(wall.Row(ticket, "Whole sea bream").Locator(".row-allergies")).ToHaveTextAsync("Nuts");
        // Shared: it may land on any plate.
        await Expect(wall.Row(ticket, "Broccoli, almonds").Locator(".row-allergies")).ToHaveTextAsync("Nuts");
        await Expect(wall.Row(ticket, "Ribeye 300 g").Locator(".row-allergies")).ToHaveCountAsync(0);
        await Expect(tablet.Page.Locator(".tablet-head [data-allergy]")).ToContainTextAsync("allergy at seat 2");
    }
}
