using KitchenDisplay.Core.Kitchen;
using KitchenDisplay.Core.Menu;
using KitchenDisplay.Core.Ordering;
using KitchenDisplay.Tests.Support;

namespace KitchenDisplay.Tests.Core.Kitchen;

/// <summary>What a card shows of what has happened since the send.</summary>
public sealed class CardChangesTests
{
    private static readonly LineModifier Rare = Tickets.Modifier("rare");
    private static readonly OrderView Table = Cards.Table("7");

    [Fact]
    public void A_changed_row_says_what_it_was_when_this_station_last_looked()
    {
        var changed = Grilled() with
        {
            Version = 3,
            Modifiers = [Rare],
            Note = "no salt",
            Changes = [new() { Version = 2, Was = new([], null) }, new() { Version = 3, Was = new([Rare], null) }],
        };

        var first = Row(changed);
        var second = Row(changed with { Tasks = [changed.Tasks[0] with { SeenVersion = 2 }] });
        var seen = Row(changed with { Tasks = [changed.Tasks[0] with { SeenVersion = 3 }] });

        Assert.Equal((3, null, 0, null), (first.Version, first.Change!.Quantity, first.Change.Was!.Modifiers.Count, first.Change.Was.Note));
        Assert.Equal([Rare], second.Change!.Was!.Modifiers);
        Assert.Null(seen.Change);
        Assert.True(Cards.Write(Cards.Grill, Table, changed)!.IsChanged);
    }

    [Fact]
    public void What_has_changed_stands_alone_until_it_is_seen()
    {
        var (plain, changed) = (Grilled(), Grilled() with { Version = 2, Changes = [new() { Version = 2, Was = new([Rare], null) }] });

        Assert.Equal(2, Cards.Write(Cards.Grill, Table, plain, changed)!.Lines.Count);
        Assert.Single(Cards.Write(Cards.Grill, Table, plain, changed with { Tasks = [changed.Tasks[0] with { SeenVersion = 2 }] })!.Lines);
    }

    [Fact]
    public void One_more_stands_with_the_first_and_says_how_many_there_were()
    {
        var added = Grilled() with { Changes = [new() { Version = 1, Was = null }] };

        var row = Row(Grilled(), added with { Tasks = [added.Tasks[0] with { SeenVersion = 0 }] });

        Assert.Equal((2, new CardChange(1, null)), (row.Quantity, row.Change));
        Assert.Null(Row(Grilled(), added).Change);
    }

    [Fact]
    public void A_void_row_stands_apart_until_it_is_bumped_away_and_nobody_waits_for_it()
    {
        var voided = Cards.Line("Ribeye", 1, Cards.At(Cards.Grill), Cards.At(Cards.Pass, step: 2)) with { State = LineState.Void, Version = 2, Changes = [new() { Version = 2, Was = new([], null) }] };

        var pass = Row(Cards.Pass, voided);
        var grill = Cards.Write(Cards.Grill, Table, voided, Grilled())!;

        Assert.Equal((CardLineState.Void, new CardChange(null, null), null), (pass.State, pass.Change, pass.WaitsFor));
        Assert.Equal([CardLineState.Void, CardLineState.Fired], grill.Lines.Select(l => l.State).OrderByDescending(s => s));
        Assert.False(grill.IsReady);
        Assert.Null(Cards.Write(Cards.Grill, Table, voided with { Tasks = [Cards.At(Cards.Grill, state: TaskState.Bumped), voided.Tasks[1]] }));
    }

    [Fact]
    public void One_more_that_was_voided_before_anybody_saw_it_is_a_void_row_and_no_more()
    {
        var added = Grilled() with { State = LineState.Void, Version = 2, Changes = [new() { Version = 1, Was = null }, new() { Version = 2, Was = new([], null) }] };

        Assert.Equal(new CardChange(null, null), Row(added with { Tasks = [added.Tasks[0] with { SeenVersion = 0 }] }).Change);
    }

    [Fact]
    public void A_void_row_does_not_make_the_card_older_or_later_than_what_is_cooked()
    {
        var voided = Cards.Line("Ribeye", 1, Cards.At(Cards.Grill) with { FiredAt = Cards.Fired.AddHours(-1), DueAt = Cards.Fired.AddHours(1) }) with { State = LineState.Void, Version = 2 };

        var card = Cards.Write(Cards.Grill, Table, voided, Grilled())!;

        Assert.Equal((Cards.Fired, Cards.Fired, Cards.Fired.AddMinutes(10)), (card.FiredAt, card.NewAt, card.DueAt));
        Assert.Equal(Cards.Fired.AddHours(-1), Cards.Write(Cards.Grill, Table, voided)!.FiredAt);
    }

    [Fact]
    public void An_allergy_is_unconfirmed_until_this_station_knows_every_one_that_concerns_it()
    {
        var order = Cards.Table("7", Cards.Guest(1, Allergen.Nuts), Cards.Guest(2, Allergen.Milk));
        var nuts = Knows(Grilled(), Allergen.Nuts);

        Assert.True(Cards.Write(Cards.Grill, order, Grilled())!.IsUnconfirmed);
        Assert.False(Cards.Write(Cards.Grill, order, nuts)!.IsUnconfirmed);
        Assert.True(Cards.Write(Cards.Grill, order, nuts with { Seat = null })!.IsUnconfirmed);
        Assert.False(Cards.Write(Cards.Grill, order, Grilled() with { Seat = 3 })!.IsUnconfirmed);
        var later = order with { Guests = [Cards.Guest(1, Allergen.Nuts, Allergen.Eggs)] };
        Assert.True(Cards.Write(Cards.Grill, later, nuts)!.IsUnconfirmed);

        static LineView Knows(LineView line, params Allergen[] known) => line with { Tasks = [line.Tasks[0] with { AllergiesSeen = known }] };
    }

    private static LineView Grilled() => Cards.Line("Ribeye", 1, Cards.At(Cards.Grill));

    private static CardLine Row(params LineView[] lines) => Row(Cards.Grill, lines);

    private static CardLine Row(KitchenDisplay.Core.House.Station at, params LineView[] lines) => Assert.Single(Cards.Write(at, Table, lines)!.Lines);
}
