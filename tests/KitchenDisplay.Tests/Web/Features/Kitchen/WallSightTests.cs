using KitchenDisplay.Core.House;
using KitchenDisplay.Core.Ordering;
using KitchenDisplay.Core.Sight;
using KitchenDisplay.Tests.Support;
using KitchenDisplay.Web.Features.Kitchen;
using KitchenDisplay.Web.Live;

namespace KitchenDisplay.Tests.Web.Features.Kitchen;

public class WallSightTests
{
    private static readonly DateTimeOffset Now = new(2026, 7, 14, 19, 2, 11, TimeSpan.Zero);

    private readonly LiveBoard board = Boards.Open();
    private readonly StationCards cards = new();
    private readonly OrderView order = Cards.Table("7");

    [Fact]
    public void A_row_is_seen_at_the_stations_of_the_wall_that_work_on_it()
    {
        var line = Send(Cards.At(Cards.Grill), Cards.At(Cards.Fry), Cards.At(Cards.Pass, step: 2));

        var seen = Assert.Single(At("grill").Sightings(board.Snapshot, [Row(line)], Now));

        Assert.Equal((line.Id, 1, Cards.Grill.Id, Now), (seen.LineId, seen.Version, seen.StationId, seen.At));
        Assert.Equal(board.Snapshot.All<Display>().Single(d => d.Slug == "grill").Id, seen.DisplayId);
    }

    [Fact]
    public void What_the_expediter_sees_no_station_has_seen()
    {
        var line = Send(Cards.At(Cards.Grill), Cards.At(Cards.Fry));

        Assert.Equal(SightService.Everywhere, Assert.Single(At(null).Sightings(board.Snapshot, [Row(line)], Now)).StationId);
    }

    [Fact]
    public void What_the_wall_does_not_show_nobody_can_have_seen()
    {
        var (elsewhere, here) = (Send(Cards.At(Cards.Fry)), Send(Cards.At(Cards.Grill)));
        var grill = At("grill");

        Assert.Empty(grill.Sightings(board.Snapshot, [Row(elsewhere), new([Guid.CreateVersion7()], 1), new(null, 1), Row(here, version: 2), Row(here, version: 0)], Now));
    }

    [Fact]
    public void A_line_that_was_changed_since_is_seen_when_the_page_shows_the_change()
    {
        var line = Send(Cards.At(Cards.Grill));
        var old = At("grill");
        var ticket = board.Snapshot.All<TicketView>().Single();
        board.Send(order, ticket with { Lines = [line with { Version = 2, Note = "no salt" }] });

        Assert.Empty(old.Sightings(board.Snapshot, [Row(line)], Now));
        Assert.Equal(2, Assert.Single(At("grill").Sightings(board.Snapshot, [Row(line, version: 2)], Now)).Version);
    }

    [Fact]
    public void A_page_that_holds_other_lines_lacks_the_tasks_of_its_own_stations()
    {
        var (held, lost) = (Send(Cards.At(Cards.Grill)), Send(Cards.At(Cards.Grill), Cards.At(Cards.Pass, step: 2)));
        Send(Cards.At(Cards.Fry));
        Send(Cards.At(Cards.Grill, state: TaskState.Bumped), Cards.At(Cards.Pass, step: 2));
        var grill = At("grill");

        Assert.Empty(grill.Lacks(board.Snapshot, null));
        Assert.Equal([lost.Tasks[0].Id], grill.Lacks(board.Snapshot, [held.Id]));
    }

    [Fact]
    public void A_wall_that_is_behind_the_board_lacks_what_it_has_not_rendered()
    {
        var grill = At("grill");
        var line = Send(Cards.At(Cards.Grill));

        Assert.Equal([line.Tasks[0].Id], grill.Lacks(board.Snapshot, null));
    }

    [Fact]
    public void The_sum_is_the_one_that_the_page_makes()
    {
        var lines = Enumerable.Range(0, 5).Select(_ => Send(Cards.At(Cards.Grill))).ToList();
        var sum = lines.Aggregate(0u, (all, line) => all ^ Convert.ToUInt32(line.Id.ToString()[^8..], 16));

        Assert.Equal((5, sum), (CardsAt("grill").LineCount, CardsAt("grill").LineSum));
    }

    private WallSight At(string? slug) => new(ViewAt(slug));

    private WallCards CardsAt(string slug) => ViewAt(slug).All;

    private WallView ViewAt(string? slug) => WallView.Nothing.In(board.Snapshot, slug, cards);

    private LineView Send(params TaskView[] tasks)
    {
        var line = Cards.Line("Ribeye", 1, tasks);
        board.Send(order, Cards.Ticket(order, 1001, line));
        return line;
    }

    private static SeenRow Row(LineView line, int version = 1) => new([line.Id], version);
}
