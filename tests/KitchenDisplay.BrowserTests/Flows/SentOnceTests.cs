using KitchenDisplay.BrowserTests.Support;
using KitchenDisplay.Tests.Support;
using Npgsql;
using static Microsoft.Playwright.Assertions;

namespace KitchenDisplay.BrowserTests.Flows;

/// <summary>However often and through whatever a draft is sent, the kitchen cooks it once.</summary>
public sealed class SentOnceTests(House house) : Flow(house)
{
    [Fact]
    public async Task Tapping_send_twice_makes_one_ticket()
    {
        var wall = await WallAsync("fry");
        var tablet = await TabletAsync();
        await tablet.SeatAsync("10");
        await tablet.AddAsync("Small plates", "Ham croquettes");

        await tablet.Send.DblClickAsync();

        var ticket = await tablet.SentAsync();
        await Expect(wall.Card(ticket)).ToBeVisibleAsync();
        await ExpectOneTicketAsync(wall, tablet);
    }

    [Fact]
    public async Task Two_tabs_that_send_the_same_draft_make_one_ticket()
    {
        var wall = await WallAsync("fry");
        var tablet = await TabletAsync();
        await tablet.SeatAsync("10");
        var other = await OtherTabAsync(tablet);
        await tablet.AddAsync("Small plates", "Ham croquettes");
        await Expect(other.Draft).ToHaveCountAsync(1);

        // Not a tap of Playwright's: it would wait for a button that the other tab's send may have disabled already.
        await Task.WhenAll(new[] { tablet, other }.Select(tab => tab.Send.EvaluateAsync("button => button.click()")));

        await Expect(tablet.Draft).ToHaveCountAsync(0);
        await Expect(other.Draft).ToHaveCountAsync(0);
        await Expect(other.Page.Locator("section[data-ticket]")).ToHaveCountAsync(1);
        await ExpectOneTicketAsync(wall, tablet);
    }

    [Fact]
    public async Task A_draft_survives_the_death_of_the_app_and_goes_out_once_when_nobody_knows_whether_it_had()
    {
        ExpectLostConnections();
        var tablet = await TabletAsync();
        await tablet.SeatAsync("10");
        await tablet.AddAsync("Small plates", "Ham croquettes");

        // The kitchen takes no ticket for a while, so the send hangs in the middle.
        await using (await HoldTicketsAsync())
        {
            await tablet.Send.TapAsync();
            await Expect(tablet.Send).ToHaveTextAsync("Sending…");
            await House.Node.KillAsync();
        }

        await House.Node.StartAgainAsync();

        var ticket = await tablet.SentAsync();
        await ExpectOneTicketAsync(await WallAsync("fry"), tablet);
        await Expect(tablet.Ticket(ticket)).ToBeVisibleAsync();
    }

    [Fact]
    public async Task A_ticket_whose_answer_was_lost_on_the_way_is_not_cooked_again()
    {
        ExpectLostConnections();
        var isDeaf = false;
        var tablet = await TabletAsync(prepare: page => page.RouteWebSocketAsync("**/_blazor?*", socket =>
        {
            var server = socket.ConnectToServer();
            server.OnMessage(frame =>
            {
                if (isDeaf) return;
                if (frame.Binary is { } bytes) socket.Send(bytes);
                else socket.Send(frame.Text!);
            });
        }));
        await tablet.SeatAsync("10");
        await tablet.AddAsync("Small plates", "Ham croquettes");

        await using (await HoldTicketsAsync())
        {
            await tablet.Send.TapAsync();
            await Expect(tablet.Send).ToHaveTextAsync("Sending…");
            isDeaf = true;
        }

        var wall = await WallAsync("fry");
        await Expect(wall.Cards).ToHaveCountAsync(1);
        await Expect(tablet.Send).ToHaveTextAsync("Sending…");
        await House.Node.KillAsync();
        isDeaf = false;
        await House.Node.StartAgainAsync();

        var ticket = await tablet.SentAsync();
        await Expect(tablet.Draft).ToHaveCountAsync(0);
        await Expect(wall.Card(ticket)).ToBeVisibleAsync();
        await ExpectOneTicketAsync(wall, tablet);
    }

    private static async Task<Tablet> OtherTabAsync(Tablet tablet)
    {
        var page = await tablet.Page.Context.NewPageAsync();
        await page.GotoAsync(tablet.Page.Url);
        return new Tablet(page);
    }

    /// <summary>Keeps every send waiting until disposed.</summary>
    private async Task<NpgsqlConnection> HoldTicketsAsync()
    {
        var connection = new NpgsqlConnection(Connections.KitchenOwner + ";Pooling=false");
        await connection.OpenAsync();
        await using var hold = new NpgsqlCommand("begin; lock table tickets in exclusive mode", connection);
        await hold.ExecuteNonQueryAsync();
        return connection;
    }

    private async Task ExpectOneTicketAsync(Wall wall, Tablet tablet)
    {
        await Expect(wall.Cards).ToHaveCountAsync(1);
        await Expect(tablet.Page.Locator("section[data-ticket]")).ToHaveCountAsync(1);
        Assert.Empty(await wall.TwiceAsync());
        Assert.Equal((1L, 1L), (await CountAsync("tickets"), await CountAsync("lines")));
    }

    private Task<long> CountAsync(string table) => Sql.ScalarAsync<long>(Connections.KitchenOwner, $"select count(*) from {table}");
}
