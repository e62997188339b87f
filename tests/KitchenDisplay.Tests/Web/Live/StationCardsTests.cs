using KitchenDisplay.Core.House;
using KitchenDisplay.Core.Kitchen;
using KitchenDisplay.Core.Ordering;
using KitchenDisplay.Tests.Support;
using KitchenDisplay.Web.Live;

namespace KitchenDisplay.Tests.Web.Live;

public sealed class StationCardsTests
{
    private readonly LiveBoard board = Boards.Open();
    private readonly StationCards cards = new();

    [Fact]
    public void The_ticket_that_is_due_first_stands_in_front_and_then_the_lower_number()
    {
        Send("8", 1003, Cards.At(Cards.Grill) with { DueAt = Cards.Fired.AddMinutes(11) });
        Send("9", 1002, Cards.At(Cards.Grill));
        Send("7", 1001, Cards.At(Cards.Grill));

        Assert.Equal(["7", "9", "8"], On(Cards.Grill).Select(c => c.Table));
    }

    [Fact]
    public void A_station_shows_what_it_has_to_do_and_a_wall_of_all_stations_everything()
    {
        Send("7", 1001, Cards.At(Cards.Grill));
        Send("8", 1002, Cards.At(Cards.Fry));

        Assert.Equal(["7"], On(Cards.Grill).Select(c => c.Table));
        Assert.Equal(["8"], On(Cards.Fry).Select(c => c.Table));
        Assert.Equal(["7", "8"], On(null).Select(c => c.Table));
        Assert.Empty(On(Cards.Pass));
    }

    [Fact]
    public void A_card_stays_the_same_object_while_another_ticket_changes()
    {
        Send("7", 1001, Cards.At(Cards.Grill));
        var (order, ticket) = Send("8", 1002, Cards.At(Cards.Grill));
        var before = On(Cards.Grill);

        board.Send(order, ticket with { Lines = [ticket.Lines[0] with { Note = "no salt" }] });

        var after = On(Cards.Grill);
        Assert.Same(before[0], after[0]);
        Assert.NotSame(before[1], after[1]);
        Assert.Equal("no salt", after[1].Lines[0].Note);
    }

    [Fact]
    public void The_list_stays_the_same_object_while_only_other_stations_are_concerned()
    {
        Send("7", 1001, Cards.At(Cards.Grill));
        var before = On(Cards.Grill);

        Send("8", 1002, Cards.At(Cards.Fry));

        Assert.Same(before, On(Cards.Grill));
    }

    [Fact]
    public void A_new_allergy_of_the_party_is_a_new_card_though_the_ticket_is_as_before()
    {
        var (order, _) = Send("7", 1001, Cards.At(Cards.Grill));
        Assert.Empty(On(Cards.Grill)[0].Allergies);

        board.Change(order.Id, order with { Guests = [Cards.Guest(2, KitchenDisplay.Core.Menu.Allergen.Nuts)] });

        Assert.Single(On(Cards.Grill)[0].Allergies);
    }

    [Fact]
    public void A_station_that_gets_another_name_is_named_so_on_every_card()
    {
        Send("7", 1001, Cards.At(Cards.Grill), Cards.At(Cards.Fry));
        Assert.Equal(["Fry"], On(Cards.Grill)[0].Lines[0].Also);

        board.Change(Cards.Fry.Id, new Station { Id = Cards.Fry.Id, Name = "Deep fryer", Slug = "fry" });

        Assert.Equal(["Deep fryer"], On(Cards.Grill)[0].Lines[0].Also);
    }

    [Fact]
    public void A_ticket_that_is_gone_leaves()
    {
        var (_, ticket) = Send("7", 1001, Cards.At(Cards.Grill));
        Assert.Single(On(Cards.Grill));

        board.Remove(ticket);

        Assert.Empty(On(Cards.Grill));
    }

    [Fact]
    public void A_screen_that_asks_with_an_old_snapshot_does_not_see_the_past()
    {
        var old = board.Snapshot;
        Send("7", 1001, Cards.At(Cards.Grill));
        var now = On(Cards.Grill);

        Assert.Same(now, cards.On(old, WallScope.Of(Cards.Grill.Id)));
    }

    private (OrderView Order, TicketView Ticket) Send(string table, long number, params TaskView[] tasks)
    {
        var order = Cards.Table(table);
        var ticket = Cards.Ticket(order, number, Cards.Line("Ribeye", 1, tasks));
        board.Send(order, ticket);
        return (order, ticket);
    }

    private WallCards On(Station? station) => cards.On(board.Snapshot, Cards.ScopeOf(station));
}
