using KitchenDisplay.BrowserTests.Support;
using KitchenDisplay.Tests.Support;
using static Microsoft.Playwright.Assertions;

namespace KitchenDisplay.BrowserTests.Flows;

/// <summary>What a cook can see is reported, and nothing else.</summary>
public sealed class SightTests(House house) : Flow(house)
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    [Fact]
    public async Task The_tablet_hears_that_a_line_is_on_screen_and_the_database_once()
    {
        await WallAsync("grill");
        await WallAsync("grill");
        var tablet = await TabletAsync();
        await tablet.SeatAsync("7");
        await tablet.AddAsync("Wood fire", "Prawns in the shell");
        var ticket = await tablet.SendAsync();

        await Expect(tablet.Ticket(ticket).Locator(".line-seen").First).ToContainTextAsync("on screen at Grill");
        Assert.Equal(1, await SeenAsync(ticket));
    }

    [Fact]
    public async Task A_row_that_is_hidden_covered_torn_or_on_another_page_is_not_reported_until_it_can_be_seen()
    {
        var wall = await WallAsync("grill");
        var order = await Staff.SeatAsync("6");
        var (covered, torn) = (await OrderAsync(), await OrderAsync());
        await Expect(wall.Card(torn)).ToBeVisibleAsync();
        await SeenIsAsync(covered);
        await SeenIsAsync(torn);

        // A strip over the lower part of the one row; the other one's card ends before its row does.
        await wall.Page.EvaluateAsync("""
            ([covered, torn]) => {
              const row = document.querySelector(`[data-ticket='${covered}'] .row`).getBoundingClientRect();
              const strip = document.body.appendChild(document.createElement('div'));
              strip.id = 'strip';
              strip.style.cssText = `position:fixed;z-index:99;background:red;left:${row.left}px;width:${row.width}px;top:${row.bottom - row.height * 0.3}px;height:${row.height * 0.3}px`;
              const list = document.querySelector(`[data-ticket='${torn}'] .ticket-rows`);
              list.style.cssText = `overflow:clip;height:${row.height * 0.8}px`;
            }
            """, new[] { covered, torn });
        await ChangeAsync(wall);
        var plain = await OrderAsync();
        await SeenIsAsync(plain);
        Assert.Equal((0, 0), (await SeenAsync(covered), await SeenAsync(torn)));

        await wall.Page.EvaluateAsync("torn => { document.getElementById('strip').remove(); document.querySelector(`[data-ticket='${torn}'] .ticket-rows`).style.cssText = ''; }", torn);
        await SeenIsAsync(covered);
        await SeenIsAsync(torn);

        await ShowAsync(wall, "hidden");
        await Until.TrueAsync(async () => await ScreensAsync("not is_visible") == 1, Patience);
        var hidden = await OrderAsync();
        await Expect(wall.Card(hidden)).ToHaveCountAsync(1);
        await Until.TrueAsync(async () => await ScreensAsync("heard_at > (select max(fired_at) + interval '2.5 s' from prep_tasks)") == 1, Patience);
        Assert.Equal(0, await SeenAsync(hidden));
        await ShowAsync(wall, "visible");
        await SeenIsAsync(hidden);

        long last;
        do
        {
            last = await OrderAsync(6);
            await Expect(wall.Card(last)).ToHaveCountAsync(1);
        }
        while (await IsHereAsync(wall, last));
        var before = await SeenAsync(last);
        await wall.Page.Keyboard.PressAsync("End");
        await SeenIsAsync(last);
        Assert.Equal(0, before);

        async Task<long> OrderAsync(int rows = 1) =>
            (await Staff.SendAsync(order, [.. Enumerable.Range(0, rows).Select(i => new Wish("Ribeye 300 g", Note: $"{i}"))])).Number;
    }

    [Fact]
    public async Task When_the_grills_screen_is_gone_its_fallback_the_expediter_and_the_waiter_hear_of_it()
    {
        var (grill, fallback, expo, tablet) = (await WallAsync("grill"), await WallAsync("saute"), await WallAsync("expo"), await TabletAsync());
        await tablet.SeatAsync("8");
        await tablet.AddAsync("Wood fire", "Prawns in the shell");
        var ticket = await tablet.SendAsync();
        await SeenIsAsync(ticket);
        await Expect(fallback.Card(ticket)).ToHaveCountAsync(0);

        await grill.Page.CloseAsync();

        await Expect(fallback.Card(ticket).Locator(".ticket-missing")).ToHaveTextAsync("Not on screen at Grill");
        await Expect(expo.Card(ticket).Locator(".ticket-missing")).ToContainTextAsync("Grill");
        await Expect(tablet.Ticket(ticket).Locator(".line-missing")).ToContainTextAsync("not on screen at Grill");
        var office = await PageAsync();
        await office.GotoAsync(new Uri(House.Node.Address, "office/screens").ToString());
        await Expect(office.Locator("tr[data-missing='now']", new() { HasText = "Grill" })).ToContainTextAsync("Prawns in the shell");
        await Expect(office.Locator(".screens-item", new() { HasText = "Grill" })).ToContainTextAsync("Not heard since");

        await WallAsync("grill");
        await Expect(fallback.Card(ticket)).ToHaveCountAsync(0);
        await Expect(expo.Card(ticket).Locator(".ticket-missing", new() { HasText = "Grill" })).ToHaveCountAsync(0);
        await Expect(office.Locator("tr[data-missing='now']", new() { HasText = "Grill" })).ToHaveCountAsync(0);
    }

    private Task<long> SeenAsync(long ticket) => CountAsync($"""
        select count(*) from sightings s join tickets t on t.id = s.ticket_id join stations p on p.id = s.station_id where p.slug = 'grill' and t.number = {ticket}
        """);

    private async Task SeenIsAsync(long ticket) => await Until.TrueAsync(async () => await SeenAsync(ticket) > 0, Patience);

    private Task<long> ScreensAsync(string which) => CountAsync($"select count(*) from screens where {which}");

    private Task<long> CountAsync(string sql) => Sql.ScalarAsync<long>(Connections.KitchenOwner, sql);

    /// <summary>All rows come anew, in another version.</summary>
    private async Task ChangeAsync(Wall wall)
    {
        await Sql.RunAsync(Connections.KitchenOwner, "update lines set version = version + 1; delete from sightings");
        await Expect(wall.Page.Locator(".row[data-version='2']")).ToHaveCountAsync(2);
    }

    private static async Task ShowAsync(Wall wall, string state) => await wall.Page.EvaluateAsync("""
        state => { Object.defineProperty(document, 'visibilityState', { value: state, configurable: true }); document.dispatchEvent(new Event('visibilitychange')); }
        """, state);

    private static Task<bool> IsHereAsync(Wall wall, long ticket) => wall.Page.EvaluateAsync<bool>("number => document.querySelector(`[data-ticket='${number}']`).getBoundingClientRect().left < innerWidth", ticket);
}
