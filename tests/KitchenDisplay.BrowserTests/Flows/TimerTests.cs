using System.Text.RegularExpressions;
using KitchenDisplay.BrowserTests.Support;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace KitchenDisplay.BrowserTests.Flows;

public sealed partial class TimerTests(House house) : Flow(house)
{
    [Fact]
    public async Task A_ticket_turns_to_due_at_its_time_and_to_late_five_minutes_after_it()
    {
        var wall = await WallAsync("grill");
        var ticket = await Staff.SendAsync(await Staff.SeatAsync("4"), new Wish("Padrón peppers"));
        var card = wall.Card(ticket.Number);
        await Expect(card).ToHaveAttributeAsync("data-time-state", "");
        await Expect(State(card, "due")).ToBeHiddenAsync();

        await House.AgeAsync(TimeSpan.FromMinutes(3.1));
        await Expect(State(card, "due")).ToBeVisibleAsync();
        await Expect(State(card, "late")).ToBeHiddenAsync();
        await Expect(wall.Head(ticket.Number)).ToContainTextAsync("3:");

        await House.AgeAsync(TimeSpan.FromMinutes(5));
        await Expect(State(card, "late")).ToBeVisibleAsync();
        await Expect(State(card, "due")).ToBeHiddenAsync();
    }

    [Fact]
    public async Task A_ticket_that_is_ready_is_not_called_late()
    {
        var wall = await WallAsync("grill");
        var ticket = await Staff.SendAsync(await Staff.SeatAsync("4"), new Wish("Padrón peppers"));
        await House.AgeAsync(TimeSpan.FromMinutes(20));
        await Expect(State(wall.Card(ticket.Number), "late")).ToBeVisibleAsync();

        await wall.ReadyAsync(ticket.Number, "Padrón peppers");

        await Expect(State(wall.Card(ticket.Number), "ready")).ToBeVisibleAsync();
        await Expect(State(wall.Card(ticket.Number), "late")).ToBeHiddenAsync();
    }

    [Fact]
    public async Task A_take_away_counts_against_the_promised_time_and_never_below_zero()
    {
        var wall = await WallAsync("grill");
        var soon = await Staff.SendAsync(await Staff.TakeAwayAsync("Mia", TimeSpan.FromMinutes(20)), new Wish("Padrón peppers"));
        var overdue = await Staff.SendAsync(await Staff.TakeAwayAsync("Tom", TimeSpan.FromMinutes(-6)), new Wish("Padrón peppers"));

        await Expect(wall.Card(soon.Number).Locator("[data-since]")).ToContainTextAsync("→ 19:");
        await Expect(wall.Card(overdue.Number).Locator("[data-since]")).ToContainTextAsync("6:");
        await Expect(State(wall.Card(overdue.Number), "late")).ToBeVisibleAsync();
        await Expect(State(wall.Card(soon.Number), "new")).ToBeVisibleAsync();
    }

    [Theory]
    [InlineData(-180)]
    [InlineData(180)]
    public async Task A_screen_whose_own_clock_is_wrong_shows_the_right_times(int minutes)
    {
        var page = await PageAsync(width: 1920, height: 1080);
        await page.Clock.InstallAsync(new() { TimeDate = DateTime.UtcNow.AddMinutes(minutes) });
        var wall = await Wall.OpenAsync(page, House.Node.Address, "grill");

        var ticket = await Staff.SendAsync(await Staff.SeatAsync("4"), new Wish("Ribeye 300 g"));

        await Expect(wall.Card(ticket.Number).Locator("[data-since]")).ToHaveTextAsync(UnderAMinute());
        await Expect(State(wall.Card(ticket.Number), "new")).ToBeVisibleAsync();
        await Expect(State(wall.Card(ticket.Number), "late")).ToBeHiddenAsync();
        var clock = await page.Locator("[data-clock]").InnerTextAsync();
        var berlin = TimeZoneInfo.ConvertTime(DateTimeOffset.UtcNow, TimeZoneInfo.FindSystemTimeZoneById("Europe/Berlin")).TimeOfDay;
        Assert.InRange(berlin - TimeSpan.Parse(clock, System.Globalization.CultureInfo.InvariantCulture), TimeSpan.FromSeconds(-1), TimeSpan.FromSeconds(5));
    }

    private static ILocator State(ILocator card, string state) => card.Locator($".ticket-states [data-state='{state}']");

    [GeneratedRegex("^0:[0-5][0-9]$")]
    private static partial Regex UnderAMinute();
}
