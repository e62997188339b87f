using KitchenDisplay.BrowserTests.Support;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace KitchenDisplay.BrowserTests.Flows;

/// <summary>Where the cards of a wall stand, and that they stay there while somebody's hands are near.</summary>
public sealed class LayoutTests(House house) : Flow(house)
{
    private static readonly string services = Read("layouts.js");

    [Theory]
    [InlineData("columns")]
    [InlineData("grid")]
    public async Task Whatever_comes_goes_and_grows_nothing_overlaps_is_lost_or_moves_under_a_hand(string layout)
    {
        var page = await PageAsync();
        await page.GotoAsync(new Uri(House.Node.Address, "office").ToString());

        for (var seed = 1; seed <= 8; seed++)
            Assert.Empty(await page.EvaluateAsync<string[]>(services, new { layout, seed, rounds = 40 }));
    }

    [Fact]
    public async Task A_bumped_ticket_leaves_a_gap_which_closes_when_nobody_has_touched_the_wall_for_five_seconds()
    {
        var page = await PageAsync(width: 1920, height: 1080);
        await page.Clock.InstallAsync();
        var wall = await Wall.OpenAsync(page, House.Node.Address, "grill");
        var order = await Staff.SeatAsync("8");
        var tickets = new List<long>();
        for (var i = 0; i < 3; i++) tickets.Add((await Staff.SendAsync(order, new Wish("Ribeye 300 g"))).Number);
        await Expect(wall.Card(tickets[2])).ToHaveAttributeAsync("data-cell", "3");
        await wall.RestsAsync(tickets[2]);
        var before = await PlacesAsync(wall);

        await StopClockAsync(page);
        await wall.Head(tickets[0]).ClickAsync();
        await Expect(Gaps(wall)).ToHaveTextAsync("1");
        var fourth = (await Staff.SendAsync(order, new Wish("Ribeye 300 g"))).Number;
        await Expect(wall.Card(fourth)).ToHaveAttributeAsync("data-cell", "4");

        var after = await PlacesAsync(wall);
        Assert.Equal([before[tickets[1]], before[tickets[2]]], [after[tickets[1]], after[tickets[2]]]);
        Assert.Equal(before[tickets[0]], await PlaceAsync(Gaps(wall)));

        await page.Clock.FastForwardAsync(5000);
        await page.Clock.ResumeAsync();
        await Expect(Gaps(wall)).ToHaveCountAsync(0);
        await Expect(wall.Card(tickets[1])).ToHaveAttributeAsync("data-cell", "1");
        await wall.RestsAsync(tickets[1]);
        Assert.Equal(before[tickets[0]], (await PlacesAsync(wall))[tickets[1]]);
    }

    [Fact]
    public async Task A_rush_is_named_in_a_strip_while_nothing_may_move_and_then_takes_the_first_place()
    {
        var page = await PageAsync(width: 1920, height: 1080);
        await page.Clock.InstallAsync();
        var wall = await Wall.OpenAsync(page, House.Node.Address, station: null);
        var first = (await Staff.SendAsync(await Staff.SeatAsync("8"), new Wish("Ribeye 300 g"))).Number;
        var second = (await Staff.SendAsync(await Staff.SeatAsync("9"), new Wish("Ribeye 300 g"))).Number;
        await Expect(wall.Card(second)).ToHaveAttributeAsync("data-cell", "2");
        await wall.RestsAsync(second);
        await StopClockAsync(page);
        await page.Locator("h1").ClickAsync();
        var before = await PlacesAsync(wall);

        // As the server would: it marks the ticket and wants it first.
        await wall.Card(second).EvaluateAsync("card => { card.dataset.rush = ''; card.parentElement.prepend(card); }");

        var strip = page.Locator("[data-rush-strip] button");
        await Expect(strip).ToHaveTextAsync($"Rush #{second} · 9");
        Assert.Equal(before, await PlacesAsync(wall));
        await strip.ClickAsync();
        await Expect(wall.Card(second)).ToHaveAttributeAsync("data-sought", "");

        await page.Clock.FastForwardAsync(5000);
        await page.Clock.ResumeAsync();
        await Expect(strip).ToHaveCountAsync(0);
        await Expect(wall.Card(second)).ToHaveAttributeAsync("data-cell", "1");
        await wall.RestsAsync(first);
        Assert.Equal(before[first], (await PlacesAsync(wall))[second]);
    }

    [Fact]
    public async Task A_ticket_of_120_rows_is_torn_and_goes_on_over_the_pages()
    {
        var wall = await WallAsync("grill");
        var order = await Staff.SeatAsync("30", covers: 8);
        var ticket = (await Staff.SendAsync(order, [.. Enumerable.Range(1, 120).Select(i => new Wish("Grilled corn, chilli", Note: $"row {i}."))])).Number;
        var next = (await Staff.SendAsync(order, new Wish("Ribeye 300 g"))).Number;
        await Expect(wall.Card(next)).ToHaveAttributeAsync("data-cell", "1");
        await Expect(wall.Row(ticket, "Grilled corn")).ToHaveCountAsync(120);

        var label = await wall.Card(ticket).Locator("[data-continued]").First.GetAttributeAsync("data-continued");
        Assert.Equal($"#{ticket} · 30 continued", label);
        Assert.Equal("", string.Join('\n', await wall.Card(ticket).EvaluateAsync<string[]>(OutOfPlace)));
        await Expect(wall.Page.Locator("[data-page-number]")).ToContainTextAsync("1 / ");
        await Expect(wall.Row(ticket, "row 120.")).Not.ToBeInViewportAsync();

        await wall.Page.Keyboard.PressAsync("End");
        await Expect(wall.Row(ticket, "row 120.")).ToBeInViewportAsync(new() { Ratio = 1 });
        await Expect(wall.Head(next)).ToBeInViewportAsync(new() { Ratio = 1 });
        await wall.ReadyAsync(ticket, "row 120.");
        await Expect(wall.Row(ticket, "row 120.").GetByLabel("Ready")).ToBeVisibleAsync();

        // A finger pulls the page before into sight.
        await wall.Page.Mouse.MoveAsync(800, 900);
        await wall.Page.Mouse.DownAsync();
        await wall.Page.Mouse.MoveAsync(1300, 910);
        await wall.Page.Mouse.UpAsync();
        await Expect(wall.Row(ticket, "row 120.")).Not.ToBeInViewportAsync();
    }

    // Every row lies whole within one part of its ticket, below the row before it or in the next part.
    private const string OutOfPlace = """
        card => {
            const inside = card.getBoundingClientRect();
            const rows = [...card.querySelectorAll('.row')].map(row => ({ text: row.textContent, box: row.getBoundingClientRect() }));
            return rows.filter(({ box }, i) => {
                const before = rows[i - 1]?.box;
                const follows = !before || (box.left === before.left ? box.top >= before.bottom - 1 : box.left > before.right);
                return !follows || box.top < inside.top || box.bottom > inside.bottom || box.left < inside.left || box.right > inside.right;
            }).map(({ text, box }) => `${text} ${JSON.stringify(box)}`);
        }
        """;

    [Fact]
    public async Task A_grid_of_eight_has_cells_of_one_size_and_one_too_small_to_read_is_refused()
    {
        var order = await Staff.SeatAsync("8");
        for (var i = 0; i < 9; i++) await Staff.SendAsync(order, new Wish("Ribeye 300 g"));
        var wall = await WallAsync("grill");
        await Expect(wall.Cards).ToHaveCountAsync(9);

        await ChooseGridAsync(wall, 8);
        await Expect(wall.Page.Locator("[data-page-number]")).ToHaveTextAsync("1 / 2");
        await wall.RestsAsync((await wall.NumbersAsync())[8]);
        var places = (await PlacesAsync(wall)).Values.Select(p => p.Split(' ')).ToList();
        Assert.Equal([5, 2, 1], [places.Select(p => p[0]).Distinct().Count(), places.Select(p => p[1]).Distinct().Count(), places.Select(p => p[2]).Distinct().Count()]);
        await Expect(wall.Page.Locator("[data-overflow]")).ToContainTextAsync("1 more");

        var numbers = await wall.NumbersAsync();
        Assert.Equal($"{numbers[1]}", await NumberedAsync(wall, 2));
        await wall.Page.Keyboard.PressAsync("PageDown");
        Assert.Equal($"{numbers[8]}", await NumberedAsync(wall, 1));

        await ChooseGridAsync(wall, 15);
        await Expect(wall.Page.Locator("[data-cards][data-layout-refused]")).ToHaveCountAsync(1);
    }

    private static async Task ChooseGridAsync(Wall wall, int cells) =>
        await wall.Page.Locator("[data-cards]").EvaluateAsync("(list, cells) => Object.assign(list.dataset, { layout: 'grid', cells })", cells);

    private static Task<string> NumberedAsync(Wall wall, int cell) =>
        wall.Page.EvaluateAsync<string>("async cell => (await import('/js/wall/cells.js')).ticketAt(cell)?.dataset.ticket", cell);

    // However slow the machine is: the hands are off when the test says so.
    private static async Task StopClockAsync(IPage page) => await page.Clock.PauseAtAsync(await page.EvaluateAsync<DateTime>("new Date(Date.now() + 1000)"));

    private static ILocator Gaps(Wall wall) => wall.Page.Locator("[data-gaps] > *");

    private static async Task<Dictionary<long, string>> PlacesAsync(Wall wall)
    {
        var places = new Dictionary<long, string>();
        foreach (var number in await wall.NumbersAsync()) places[number] = await PlaceAsync(wall.Card(number));
        return places;
    }

    // Left, top, and size.
    private static Task<string> PlaceAsync(ILocator card) => card.EvaluateAsync<string>("""
        card => {
            const { left, top, width, height } = card.getBoundingClientRect();
            return `${Math.round(left)} ${Math.round(top)} ${Math.round(width)}x${Math.round(height)}`;
        }
        """);
}
