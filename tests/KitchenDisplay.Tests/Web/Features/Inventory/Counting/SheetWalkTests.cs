using KitchenDisplay.Core.Inventory;
using KitchenDisplay.Core.Inventory.Counting;
using KitchenDisplay.Web.Features.Inventory.Counting;

namespace KitchenDisplay.Tests.Web.Features.Inventory.Counting;

public sealed class SheetWalkTests
{
    private readonly SheetWalk walk = new();

    [Fact]
    public void It_begins_at_the_first_line_that_nobody_has_counted_and_goes_on_from_there_and_from_the_top()
    {
        var lines = Lines(true, false, true, false);
        walk.Take(Sheet(lines));
        Assert.Equal(lines[1].LineId, walk.Now!.LineId);

        walk.Next();
        Assert.Equal(lines[3].LineId, walk.Now.LineId);
        walk.Next();
        Assert.Equal(lines[1].LineId, walk.Now.LineId);
    }

    [Fact]
    public void When_all_are_counted_it_goes_to_the_next_one_and_stays_at_the_last()
    {
        var lines = Lines(true, true);
        walk.Take(Sheet(lines));

        walk.Next();
        walk.Next();

        Assert.Equal(lines[1].LineId, walk.Now!.LineId);
    }

    [Fact]
    public void What_somebody_else_counts_meanwhile_takes_nobody_off_the_line_and_is_not_seen_before_it_was_told()
    {
        var lines = Lines(false, false);
        walk.Take(Sheet(lines));
        var counted = lines[0] with { Tally = new Tally { Id = Guid.CreateVersion7(), Said = "4 kg" } };

        walk.Take(Sheet([counted, lines[1]]));

        Assert.Equal(counted.LineId, walk.Now!.LineId);
        Assert.Null(walk.Seen);
        walk.See();
        Assert.Equal(counted.Tally.Id, walk.Seen);
    }

    [Fact]
    public void An_empty_sheet_has_no_line()
    {
        walk.Take(Sheet([]));
        walk.Next();

        Assert.Null(walk.Now);
    }

    private static SheetView Sheet(IReadOnlyList<LineView> lines) => new(Guid.CreateVersion7(), "Bar", true, SheetState.Open, DateTimeOffset.UnixEpoch, lines, []);

    private static LineView[] Lines(params bool[] counted) => [.. counted.Select((isCounted, i) => new LineView
    {
        LineId = Guid.CreateVersion7(), Position = i + 1, PlaceId = Guid.Empty, Place = "Bar", Item = new Item { Name = $"Item {i}" }, Unit = "kg", KeptBack = 0, Tally = isCounted ? new Tally { Id = Guid.CreateVersion7(), Said = "1 kg" } : null, CountedBy = null, Ledger = null,
    })];
}
