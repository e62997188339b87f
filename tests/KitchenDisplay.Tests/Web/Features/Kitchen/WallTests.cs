using Bunit;
using KitchenDisplay.Core.House;
using KitchenDisplay.Core.Kitchen;
using KitchenDisplay.Core.Ordering;
using KitchenDisplay.Core.Staff;
using KitchenDisplay.Tests.Support;
using KitchenDisplay.Web.Features.Kitchen;
using KitchenDisplay.Web.Live;
using Microsoft.AspNetCore.Components.Rendering;
using Microsoft.Extensions.DependencyInjection;

namespace KitchenDisplay.Tests.Web.Features.Kitchen;

public class WallTests : BunitContext
{
    private readonly LiveBoard board = Boards.Open();

    public WallTests()
    {
        JSInterop.Mode = JSRuntimeMode.Loose;
        Services.AddLocalization();
        Services.AddSingleton(TimeProvider.System);
        Services.AddSingleton(board.BadgeOf(Role.Cook));
        Services.AddSingleton(board).AddSingleton<StationCards>().AddSingleton<SightBook>().AddSingleton<ScreenBook>();
        // No test here comes as far as the database.
        Services.AddSingleton(new KitchenService(null!)).AddSingleton(new ServiceCalls(null!)).AddSingleton(new DisplayService(null!)).AddScoped<CookHands>();
    }

    [Fact]
    public void A_ticket_that_is_sent_appears_without_a_touch_and_leaves_when_it_is_bumped()
    {
        var wall = ShowWall("grill");
        Assert.Equal("All caught up", wall.Find("h2").TextContent);

        var (_, ticket) = Send("7", 1001, Cards.At(Cards.Grill));
        wall.WaitForAssertion(() => Assert.Equal(["1001"], Tickets(wall)));

        board.Remove(ticket);
        wall.WaitForAssertion(() => Assert.Equal("All caught up", wall.Find("h2").TextContent));
    }

    [Fact]
    public void Only_the_card_that_has_changed_renders_again()
    {
        Send("7", 1001, Cards.At(Cards.Grill));
        var (order, ticket) = Send("8", 1002, Cards.At(Cards.Grill));
        var wall = ShowWall("grill");
        var cards = wall.FindComponents<TicketCard>();

        board.Send(order, ticket with { Lines = [ticket.Lines[0] with { Note = "no salt" }] });

        wall.WaitForAssertion(() => Assert.Contains("no salt", cards[1].Markup, StringComparison.Ordinal));
        Assert.Equal(1, cards[0].RenderCount);
    }

    [Fact]
    public async Task A_wall_that_is_not_concerned_looks_and_does_not_render()
    {
        var grill = Render<CountedWall>(p => p.Add(w => w.Slug, "grill"));
        var (looks, renders) = (grill.Instance.Looks, grill.Instance.Renders);

        Send("8", 1002, Cards.At(Cards.Fry));
        await Until.TrueAsync(() => Task.FromResult(grill.Instance.Looks > looks), TimeSpan.FromSeconds(10));
        await grill.InvokeAsync(() => { }); // behind the render, if there is one
        Assert.Equal(renders, grill.Instance.Renders);

        Send("9", 1003, Cards.At(Cards.Grill));
        grill.WaitForAssertion(() => Assert.Equal(["1003"], grill.FindAll("[data-ticket]").Select(t => t.GetAttribute("data-ticket"))));
        Assert.Equal(renders + 1, grill.Instance.Renders);
    }

    [Fact]
    public void An_address_without_a_station_shows_all_of_them()
    {
        Send("7", 1001, Cards.At(Cards.Grill));
        Send("8", 1002, Cards.At(Cards.Fry));

        Assert.Equal(["1001", "1002"], Tickets(ShowWall(null)));
    }

    [Fact]
    public void A_station_that_does_not_exist_shows_which_there_are()
    {
        var wall = ShowWall("griddle");

        Assert.Contains("griddle", wall.Find("h2").TextContent, StringComparison.Ordinal);
        Assert.Equal(["/kitchen/grill", "/kitchen/fry", "/kitchen/pass", "/kitchen"], wall.FindAll("main .station-tiles a").Select(a => a.GetAttribute("href")));
    }

    [Fact]
    public void Another_address_shows_another_station_at_once()
    {
        Send("8", 1002, Cards.At(Cards.Fry));
        var wall = ShowWall("grill");

        wall.Render(p => p.Add(w => w.Slug, "fry"));

        Assert.Equal(["1002"], Tickets(wall));
        Assert.Equal("Fry", wall.Find("h1").TextContent);
    }

    [Fact]
    public void A_take_away_shows_its_name_and_the_time_on_the_restaurants_clock()
    {
        var order = Cards.TakeAway("Mia", new DateTimeOffset(2026, 7, 14, 17, 55, 0, TimeSpan.Zero));
        board.Send(order, Cards.Ticket(order, 1001, Cards.Line("Burger", null, Cards.At(Cards.Grill))));

        var wall = ShowWall("grill");

        Assert.Equal(("Mia", "19:55"), (wall.Find(".ticket-table").TextContent, wall.Find(".ticket-promised").TextContent));
    }

    [Fact]
    public void A_touch_on_what_waits_says_for_whom_and_the_words_go_by_a_touch()
    {
        Send("7", 1001, Cards.At(Cards.Grill), Cards.At(Cards.Pass, step: 2));
        var wall = ShowWall("pass");

        wall.Find(".row button").Click();
        wall.WaitForAssertion(() => Assert.Contains("Grill is not through with Ribeye yet.", wall.Find(".wall-notice").TextContent, StringComparison.Ordinal));

        wall.Find(".wall-notice button").Click();
        Assert.Empty(wall.FindAll(".wall-notice button"));
    }

    [Fact]
    public void What_no_screen_of_the_grill_shows_stands_marked_on_the_wall_of_all_stations()
    {
        Send("7", 1001, Cards.At(Cards.Grill) with { MissingSince = Cards.Fired });

        Assert.Equal("Not on screen at Grill", ShowWall(null).Find(".ticket-missing").TextContent);
        Assert.Empty(ShowWall("grill").FindAll(".ticket-missing"));
    }

    [Fact]
    public void Each_row_says_which_lines_it_shows_and_in_which_version()
    {
        var (_, ticket) = Send("7", 1001, Cards.At(Cards.Grill));

        var row = ShowWall("grill").Find(".row");

        Assert.Equal(($"{ticket.Lines[0].Id}", "1"), (row.GetAttribute("data-lines"), row.GetAttribute("data-version")));
    }

    [Fact]
    public void When_whoever_acted_here_is_gone_a_touch_says_so()
    {
        Send("7", 1001, Cards.At(Cards.Grill));
        var wall = ShowWall("grill");
        var cook = board.Snapshot.All<Person>().Single();
        board.Change(cook.Id, new Person { Id = cook.Id, Name = cook.Name, Roles = [Role.Cook], Active = false });

        wall.Find(".ticket-head").Click();

        wall.WaitForAssertion(() => Assert.Contains("not signed in any more", wall.Find(".wall-notice").TextContent, StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_wall_that_is_closed_looks_no_more()
    {
        var wall = Render<CountedWall>(p => p.Add(w => w.Slug, "grill")).Instance;
        var looks = wall.Looks;

        await DisposeComponentsAsync();
        var other = ShowWall("grill");
        Send("7", 1001, Cards.At(Cards.Grill));

        other.WaitForAssertion(() => Assert.Equal(["1001"], Tickets(other)));
        Assert.Equal(looks, wall.Looks);
    }

    private IRenderedComponent<Wall> ShowWall(string? slug) => Render<Wall>(p => p.Add(w => w.Slug, slug));

    private (OrderView Order, TicketView Ticket) Send(string table, long number, params TaskView[] tasks)
    {
        var order = Cards.Table(table);
        var ticket = Cards.Ticket(order, number, Cards.Line("Ribeye", 1, tasks));
        board.Send(order, ticket);
        return (order, ticket);
    }

    private static IEnumerable<string?> Tickets(IRenderedComponent<Wall> wall) => wall.FindAll("[data-ticket]").Select(t => t.GetAttribute("data-ticket"));

    /// <summary>Counts what it itself does; bUnit's count of renders is also its children's, one by one.</summary>
    private sealed class CountedWall : Wall
    {
        private volatile int looks;

        internal int Looks => looks;

        internal int Renders { get; private set; }

        protected override bool See(BoardSnapshot snapshot)
        {
            var isNew = base.See(snapshot);
            looks++;
            return isNew;
        }

        protected override void BuildRenderTree(RenderTreeBuilder builder)
        {
            Renders++;
            base.BuildRenderTree(builder);
        }
    }
}
