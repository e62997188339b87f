using KitchenDisplay.Web.Features.Ordering;

namespace KitchenDisplay.Tests.Web.Features.Ordering;

public sealed class PadHandTests : IDisposable
{
    private readonly DraftPad pad;
    private readonly PadHand hand;

    public PadHandTests()
    {
        var order = PaperMenu.Party();
        var board = new PadBoard(order.Id);
        board.See(PaperMenu.Board(more: [order]));
        pad = new DraftPad(order.Id, new DraftStore(new BrowserDisk().Tab()), new PaperKitchen().Sending([]), TimeProvider.System);
        hand = new PadHand(board, pad) { Seat = 2 };
    }

    [Fact]
    public async Task A_dish_that_asks_nothing_is_in_the_draft_with_one_tap()
    {
        await hand.TapAsync(PaperMenu.Fries.Id);

        Assert.Equal((PadSheet.None, 2), (hand.Sheet, Assert.Single(pad.Draft.Lines).Seat));
    }

    [Fact]
    public async Task A_dish_with_a_required_question_asks_it_first()
    {
        await hand.TapAsync(PaperMenu.Ribeye.Id);

        Assert.Equal(PadSheet.Dish, hand.Sheet);
        Assert.True(pad.Draft.IsEmpty);

        hand.Choice!.Tap(PaperMenu.Cooking, PaperMenu.Cooking.Modifiers[0]);
        await hand.SaveAsync(hand.Choice);

        Assert.Equal(["rare"], Assert.Single(pad.Draft.Lines).Modifiers.Select(m => m.Name));
        Assert.Equal(PadSheet.None, hand.Sheet);
    }

    [Fact]
    public async Task A_line_is_changed_in_its_place()
    {
        await hand.TapAsync(PaperMenu.Fries.Id);
        var line = Assert.Single(pad.Draft.Lines);

        await hand.TapAsync(line);
        hand.Choice!.Count(+2);
        hand.Choice.Seat = null;
        await hand.SaveAsync(hand.Choice);

        var changed = Assert.Single(pad.Draft.Lines);
        Assert.Equal((line.Id, 3, (int?)null), (changed.Id, changed.Quantity, changed.Seat));
    }

    [Fact]
    public async Task A_line_is_taken_off()
    {
        await hand.TapAsync(PaperMenu.Fries.Id);
        await hand.TapAsync(Assert.Single(pad.Draft.Lines));

        await hand.RemoveAsync(hand.Choice!);

        Assert.True(pad.Draft.IsEmpty);
    }

    [Fact]
    public async Task A_line_whose_dish_has_left_the_menu_is_taken_off_with_one_tap()
    {
        var gone = DraftLine.Of(PaperMenu.Fries, [], 1) with { DishId = Guid.CreateVersion7() };
        await pad.EditAsync(d => d.Add(gone));

        await hand.TapAsync(gone);

        Assert.True(pad.Draft.IsEmpty);
    }

    public void Dispose() => pad.Dispose();
}
