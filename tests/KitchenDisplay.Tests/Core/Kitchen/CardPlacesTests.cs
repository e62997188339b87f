using KitchenDisplay.Core.House;
using KitchenDisplay.Core.Kitchen;
using KitchenDisplay.Core.Ordering;
using KitchenDisplay.Tests.Support;

namespace KitchenDisplay.Tests.Core.Kitchen;

/// <summary>What a card shows of work that is elsewhere, was elsewhere, or waits.</summary>
public sealed class CardPlacesTests
{
    private static readonly OrderView Table = Cards.Table("7");

    [Fact]
    public void What_was_pushed_here_says_from_where_and_stands_apart_from_our_own()
    {
        var pushed = Cards.Line("Fries", 1, Cards.At(Cards.Fry) with { HomeStationId = Cards.Grill.Id });

        var card = Cards.Write(Cards.Fry, Table, pushed, Cards.Line("Fries", 2, Cards.At(Cards.Fry)))!;

        Assert.Equal([null, "Grill"], card.Lines.Select(l => l.From).Order());
        Assert.Empty(card.Away);
    }

    [Fact]
    public void What_was_pushed_away_is_named_until_it_is_done_there()
    {
        var pushed = Cards.Line("Fries", 1, Cards.At(Cards.Fry) with { HomeStationId = Cards.Grill.Id });
        var own = Cards.Line("Ribeye", 2, Cards.At(Cards.Grill));

        var away = Assert.Single(Cards.Write(Cards.Grill, Table, own, pushed)!.Away);

        Assert.Equal(("Fry", pushed.Id), (away.Station, Assert.Single(away.LineIds)));
        Assert.Empty(Cards.Write(Cards.Grill, Table, own, pushed with { Tasks = [pushed.Tasks[0] with { State = TaskState.Bumped }] })!.Away);
        Assert.Empty(Cards.Write(null, Table, own, pushed)!.Away);
    }

    [Fact]
    public void A_card_that_only_waits_to_be_fired_names_its_courses_and_no_times()
    {
        var dessert = (Cards.Line("Pineapple", 1, Cards.At(Cards.Grill)) with { Course = 3 }).Held();

        var card = Cards.Write(Cards.Grill, Table, dessert, dessert with { Id = Guid.CreateVersion7() })!;

        Assert.Equal((true, false), (card.IsHeld, card.IsReady));
        Assert.Equal([new HeldCourse(3, "Desserts", 2)], card.Held);
        Assert.Equal((null, null, null, null), (card.FiredAt, card.NewAt, card.DueAt, card.LateAt));
        Assert.Null(Cards.Write(Cards.Fry, Table, dessert));
    }

    [Fact]
    public void When_a_course_is_fired_the_card_is_new_again_and_as_old_as_before()
    {
        var main = Cards.Line("Ribeye", 1, Cards.At(Cards.Grill) with { FiredAt = Cards.Fired.AddMinutes(20), DueAt = Cards.Fired.AddMinutes(32) });

        var card = Cards.Write(Cards.Grill, Table, Cards.Line("Peppers", 1, Cards.At(Cards.Grill)), main)!;

        Assert.Equal((Cards.Fired, Cards.Fired.AddMinutes(20)), (card.FiredAt, card.NewAt));
        Assert.Equal((Cards.Fired.AddMinutes(10), Cards.Fired.AddMinutes(32), Cards.Fired.AddMinutes(37)), (card.FirstDueAt, card.DueAt, card.LateAt));
    }

    [Fact]
    public void A_fallback_wall_shows_what_is_not_on_screen_names_the_station_and_acts_there()
    {
        var scope = FryWithFallbackForGrill();
        var missing = Cards.Line("Ribeye", 1, Cards.At(Cards.Grill) with { MissingSince = Cards.Fired });

        var card = Write(scope, missing)!;

        Assert.Equal(["Grill"], card.NotOnScreenAt);
        Assert.Equal(new[] { Cards.Grill.Id, Cards.Fry.Id }.Order(), card.Acting);
        Assert.Equal(["Grill"], Cards.Write(null, Table, missing)!.NotOnScreenAt);
        Assert.Empty(Cards.Write(Cards.Grill, Table, missing)!.NotOnScreenAt);
    }

    [Fact]
    public void A_fallback_wall_neither_shows_nor_touches_what_is_on_screen_where_it_belongs()
    {
        var both = Cards.Line("Steak frites", 1, Cards.At(Cards.Grill), Cards.At(Cards.Fry));

        var card = Write(FryWithFallbackForGrill(), both)!;

        Assert.Equal([Cards.Fry.Id], card.Acting!);
        Assert.Equal(["Grill"], card.Lines.Single().Also);
        Assert.Empty(card.NotOnScreenAt);
        Assert.Null(Write(FryWithFallbackForGrill(), Cards.Line("Ribeye", 1, Cards.At(Cards.Grill))));
        Assert.Null(Cards.Write(null, Table, both)!.Acting);
    }

    private static Card? Write(WallScope scope, params LineView[] lines) => Cards.Writer.Write(Cards.Ticket(Table, 1001, lines), Table, scope);

    private static WallScope FryWithFallbackForGrill()
    {
        var display = new Display { Name = "Fry", Slug = "fry" };
        display.Stations.Add(new DisplayStation { DisplayId = display.Id, StationId = Cards.Fry.Id });
        return WallScope.Of(display, [new() { Id = Cards.Grill.Id, Name = "Grill", Slug = "grill", FallbackId = display.Id }, Cards.Fry]);
    }
}
