using System.Text.Json;
using FsCheck;
using FsCheck.Fluent;
using KitchenDisplay.Core.Ordering;
using KitchenDisplay.Web.Features.Ordering;
using Check = FsCheck.Check;

namespace KitchenDisplay.Tests.Web.Features.Ordering;

public class DraftTests
{
    private static readonly Draft Empty = Draft.New(Guid.CreateVersion7());

    private static DraftLine Fries(int? seat = 1) => DraftLine.Of(PaperMenu.Fries, [], seat);

    [Fact]
    public void Tapping_a_dish_twice_for_one_seat_makes_one_line_of_two()
    {
        var draft = Empty.Add(Fries()).Add(Fries()).Add(Fries(seat: 2));

        Assert.Equal([2, 1], draft.Lines.Select(l => l.Quantity));
        Assert.Equal(13.50m, draft.Total);
    }

    [Fact]
    public void A_line_never_grows_beyond_what_the_kitchen_takes()
    {
        var draft = Empty.Add(Fries() with { Quantity = SendTicket.MaxQuantity }).Add(Fries());

        Assert.Equal([SendTicket.MaxQuantity, 1], draft.Lines.Select(l => l.Quantity));
    }

    [Fact]
    public void Without_what_is_short_the_first_tapped_stay_and_it_is_another_send()
    {
        var draft = Empty.Add(Fries(seat: 1) with { Quantity = 2 }).Add(Fries(seat: 2) with { Quantity = 3 }).Add(DraftLine.Of(PaperMenu.Ribeye, [], 1));

        var rest = draft.Without([new(PaperMenu.Fries.Id, 3)]);
        Assert.Equal([(PaperMenu.Fries.Id, 2), (PaperMenu.Fries.Id, 1), (PaperMenu.Ribeye.Id, 1)], rest.Lines.Select(l => (l.DishId, l.Quantity)));
        Assert.NotEqual(draft.CommandId, rest.CommandId);
        Assert.Equal([PaperMenu.Ribeye.Id], draft.Without([new(PaperMenu.Fries.Id, 0)]).Lines.Select(l => l.DishId));
    }

    [Fact]
    public void A_draft_on_its_way_cannot_be_changed()
    {
        var frozen = Empty.Add(Fries()).Freeze();

        Assert.Throws<InvalidOperationException>(() => frozen.Add(Fries()));
        Assert.Throws<InvalidOperationException>(() => frozen.Remove(frozen.Lines[0].Id));
    }

    [Fact]
    public void A_refused_draft_keeps_its_id_and_a_taken_back_one_gets_another()
    {
        var frozen = Empty.Add(Fries()).Freeze();

        Assert.Equal(frozen.CommandId, frozen.Unfreeze().CommandId);
        Assert.NotEqual(frozen.CommandId, frozen.Renew().CommandId);
        Assert.Equal(frozen.Lines, frozen.Renew().Lines);
    }

    [Fact]
    public void A_new_price_on_the_menu_reaches_the_draft()
    {
        var draft = Empty.Add(DraftLine.Of(PaperMenu.Ribeye, [PaperMenu.Chosen(PaperMenu.Extras, "fried egg")], 1)).Add(Fries());

        var repriced = draft.Reprice(new(PaperMenu.Board(ribeye: 36.00m)));

        Assert.Equal([38.00m, 4.50m], repriced.Lines.Select(l => l.Price));
        Assert.Same(repriced, repriced.Reprice(new(PaperMenu.Board(ribeye: 36.00m))));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("{}")]
    [InlineData("[1]")]
    [InlineData("""{"commandId":"0193b3b0-0000-7000-8000-000000000000","lines":[{"quantity":1}]}""")]
    public void What_is_not_a_draft_is_none(string? stored) => Assert.Null(Draft.FromJson(stored));

    /// <summary>A number that goes through a browser comes back without its zeros, and the kitchen would take the send for another one.</summary>
    [Fact]
    public void What_comes_back_from_the_browser_is_the_same_command_to_the_last_zero() => Check.QuickThrowOnFailure(Prop.ForAll(Drafts(), draft =>
        Content(Draft.FromJson(draft.ToJson())!) == Content(draft)));

    [Fact]
    public void Portions_and_total_are_those_of_what_is_sent() => Check.QuickThrowOnFailure(Prop.ForAll(Drafts(), draft =>
        draft.ToSend().Lines.Sum(l => l.Quantity) == draft.Portions && draft.ToSend().Lines.Sum(l => l.Quantity * l.ShownPrice!.Value) == draft.Total));

    /// <summary>Two tabs know by the stamp alone who is behind.</summary>
    [Fact]
    public void Every_step_of_a_draft_has_a_stamp_of_its_own() => Check.QuickThrowOnFailure(Prop.ForAll(Drafts(), draft =>
    {
        var added = draft.Add(Fries());
        var frozen = added.Freeze();
        Draft[] steps = [draft, added, frozen, frozen.Unfreeze(), frozen.Renew()];
        return steps.DistinctBy(d => d.Stamp).Count() == steps.Length;
    }));

    private static string Content(Draft draft) => JsonSerializer.Serialize(draft.ToSend(), JsonSerializerOptions.Web);

    private static Arbitrary<Draft> Drafts()
    {
        var line =
            from dish in Gen.Elements(PaperMenu.Ribeye, PaperMenu.Fries)
            from seat in Gen.Elements<int?>(null, 1, 2, 3)
            from quantity in Gen.Choose(1, 9)
            from cents in Gen.Choose(0, 99_999)
            from scale in Gen.Elements(1m, 1.0m, 1.00m, 1.000m)
            from note in Gen.Elements(null, "no salt", "“quoted” \\ & <b>", "Käse 🧀")
            from modifiers in Gen.SubListOf(PaperMenu.Extras.Modifiers.Select(m => PaperMenu.Chosen(PaperMenu.Extras, m.Name)).ToArray())
            select DraftLine.Of(dish, [.. modifiers], seat) with { Quantity = quantity, Note = note, Price = cents / 100 * scale };
        return Arb.From(from lines in Gen.ListOf(line) select lines.Aggregate(Draft.New(Guid.CreateVersion7()), (draft, l) => draft.Add(l)));
    }
}
