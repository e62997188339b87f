using AngleSharp.Dom;
using Bunit;
using KitchenDisplay.Core.House;
using KitchenDisplay.Core.Kitchen;
using KitchenDisplay.Core.Menu;
using KitchenDisplay.Core.Ordering;
using KitchenDisplay.Tests.Support;
using KitchenDisplay.Web.Features.Kitchen;
using Microsoft.Extensions.DependencyInjection;

namespace KitchenDisplay.Tests.Web.Features.Kitchen;

public class TicketCardTests : BunitContext
{
    private readonly List<RowTouch> touches = [];
    private readonly List<Card> bumps = [];

    public TicketCardTests() => Services.AddLocalization();

    [Fact]
    public void An_allergy_stands_in_a_banner_with_its_seats_and_on_the_rows_that_it_concerns()
    {
        var order = Cards.Table("12", Cards.Guest(2, Allergen.Nuts), Cards.Guest(3, Allergen.Nuts, Allergen.Milk));

        var card = Show(Cards.Grill, order, Grilled("Ribeye", 1), Grilled("Hake", 2), Grilled("Padrón peppers", null));

        Assert.Equal(["Nuts seats 2, 3", "Milk seat 3"], card.FindAll(".ticket-allergy > span").Select(Text));
        Assert.Equal(["", "Nuts", "Milk Nuts"], Rows(card).Select(r => string.Join(' ', r.QuerySelectorAll(".row-allergies > span").Select(Text).Order())));
    }

    [Fact]
    public void A_table_without_allergies_has_no_banner() =>
        Assert.Empty(Show(Cards.Grill, Cards.Table("12"), Grilled("Ribeye", 1)).FindAll(".ticket-allergy, .row-allergies"));

    [Fact]
    public void What_is_left_out_never_looks_like_what_is_added()
    {
        var card = Show(Cards.Grill, Cards.Table("7"), Grilled("Cheeseburger", 1).With((ModifierKind.Option, "rare"), (ModifierKind.Extra, "bacon"), (ModifierKind.No, "onion")));

        Assert.Equal("rare", Text(card.Find("[data-kind=option]")));
        Assert.Equal("+ bacon", Text(card.Find("[data-kind=extra]")));
        Assert.Equal("NO onion", Text(card.Find("[data-kind=no]")));
    }

    [Fact]
    public void Equal_portions_are_one_row_and_a_touch_takes_the_first_that_is_not_ready()
    {
        var ready = Cards.Line("Ribeye", 1, Cards.At(Cards.Grill, state: TaskState.Ready));
        var open = Grilled("Ribeye", 3);

        var card = Show(Cards.Grill, Cards.Table("12"), ready, open);
        card.Find(".row button").Click();

        var row = Assert.Single(Rows(card));
        Assert.Equal(("2", "S1 S3", "1 of 2"), (Text(row.QuerySelector(".row-quantity")!), Text(row.QuerySelector(".row-seats")!), Text(row.QuerySelector(".row-done")!)));
        var touch = Assert.Single(touches);
        Assert.Equal((open.Id, false), (touch.Line.LineIds[0], touch.All));
    }

    [Fact]
    public void A_long_press_takes_the_whole_row()
    {
        var card = Show(Cards.Grill, Cards.Table("12"), Grilled("Ribeye", 1), Grilled("Ribeye", 3));

        card.Find(".row button").TriggerEvent("onlongpress", EventArgs.Empty);

        Assert.True(Assert.Single(touches).All);
        Assert.Equal(2, touches[0].Line.LineIds.Count);
    }

    [Fact]
    public void A_touch_on_the_head_bumps_this_ticket()
    {
        var card = Show(Cards.Grill, Cards.Table("12"), Grilled("Ribeye", 1));

        card.Find(".ticket-head").Click();

        Assert.Equal(1001, Assert.Single(bumps).Number);
        Assert.Empty(touches);
    }

    [Fact]
    public void A_row_that_another_station_has_to_finish_first_says_which_and_the_ticket_waits()
    {
        var card = Show(Cards.Pass, Cards.Table("12"), Cards.Line("Ribeye", 1, Cards.At(Cards.Grill), Cards.At(Cards.Pass, step: 2)));

        Assert.Equal("waiting", Rows(card)[0].GetAttribute("data-progress"));
        Assert.Equal("waits for Grill", Text(card.Find(".row-waits")));
        Assert.Equal("waiting", card.Find("[data-ticket]").GetAttribute("data-progress"));
    }

    [Fact]
    public void A_ticket_is_ready_when_all_its_rows_are()
    {
        var one = Show(Cards.Grill, Cards.Table("12"), Grilled("Ribeye", 1), Cards.Line("Hake", 2, Cards.At(Cards.Grill, state: TaskState.Ready)));
        var all = Show(Cards.Grill, Cards.Table("12"), Cards.Line("Hake", 2, Cards.At(Cards.Grill, state: TaskState.Ready)));

        Assert.Equal("cooking", one.Find("[data-ticket]").GetAttribute("data-progress"));
        Assert.Equal("ready", all.Find("[data-ticket]").GetAttribute("data-progress"));
    }

    [Fact]
    public void A_row_names_the_station_that_works_on_it_at_the_same_time()
    {
        var line = Cards.Line("Steak frites", 1, Cards.At(Cards.Grill), Cards.At(Cards.Fry));

        Assert.Equal("also Fry", Text(Show(Cards.Grill, Cards.Table("3"), line).Find(".row-also")));
        Assert.Equal("Grill, Fry", Text(Show(null, Cards.Table("3"), line).Find(".row-also")));
    }

    [Fact]
    public void What_is_held_is_named_at_the_bottom_and_not_among_the_rows()
    {
        var dessert = (Grilled("Pineapple", null) with { Course = 3 }).Held();

        var card = Show(Cards.Grill, Cards.Table("12"), Grilled("Ribeye", 1), dessert, dessert with { Id = Guid.CreateVersion7() });

        Assert.Equal(["Desserts", "Held 2"], card.FindAll(".ticket-held > span").Select(Text));
        Assert.Single(Rows(card));
    }

    [Fact]
    public void Courses_are_named_where_they_differ_the_earlier_first()
    {
        var starter = Grilled("Padrón peppers", null) with { Course = 1 };

        Assert.Equal(["Starters", "Mains"], Show(Cards.Grill, Cards.Table("12"), Grilled("Ribeye", 1), starter).FindAll(".ticket-course").Select(Text));
        Assert.Empty(Show(Cards.Grill, Cards.Table("12"), Grilled("Ribeye", 1), Grilled("Hake", 2)).FindAll(".ticket-course"));
    }

    [Fact]
    public void The_head_says_who_it_is_for_and_the_browser_counts_from_the_fire()
    {
        var card = Show(Cards.Grill, Cards.Table("12"), Grilled("Ribeye", 1));

        Assert.Equal("12", Text(card.Find(".ticket-table")));
        Assert.Equal("4 covers · Ana", Text(card.Find(".ticket-about")));
        var ticket = card.Find("[data-ticket]");
        Assert.Equal("1001", ticket.GetAttribute("data-ticket"));
        Assert.Equal($"{Cards.Fired.ToUnixTimeMilliseconds()}", card.Find("[data-since]").GetAttribute("data-since"));
        Assert.Equal($"{Cards.Fired.AddMinutes(10).ToUnixTimeMilliseconds()}", ticket.GetAttribute("data-due"));
        Assert.Equal($"{Cards.Fired.AddSeconds(45).ToUnixTimeMilliseconds()}", ticket.GetAttribute("data-new-until"));
    }

    private static LineView Grilled(string dish, int? seat) => Cards.Line(dish, seat, Cards.At(Cards.Grill));

    private IRenderedComponent<TicketCard> Show(Station? at, OrderView order, params LineView[] lines) => Render<TicketCard>(p => p
        .Add(c => c.Card, Cards.Write(at, order, lines)!)
        .Add(c => c.Host, new CardHost(at is null, _ => "", new(null, touches.Add), new(null, bumps.Add), default, default, default, default)));

    private static IReadOnlyList<IElement> Rows(IRenderedComponent<TicketCard> card) => card.FindAll(".row");

    private static string Text(IElement element) => string.Join(' ', element.TextContent.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}
