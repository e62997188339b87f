using KitchenDisplay.Core.Commands;
using KitchenDisplay.Core.Ordering;
using KitchenDisplay.Tests.Support;

namespace KitchenDisplay.Tests.Core.Ordering;

public sealed class LineWorkTests
{
    private static readonly Guid Grill = Guid.CreateVersion7();
    private static readonly Guid Fry = Guid.CreateVersion7();
    private static readonly Guid Pass = Guid.CreateVersion7();
    private static readonly Guid Ana = Guid.CreateVersion7();
    private static readonly DateTimeOffset Now = Tickets.Sent.AddMinutes(5);
    private static readonly LineModifier Rare = Tickets.Modifier("rare");

    [Fact]
    public void A_fired_line_is_due_at_each_station_when_all_before_it_can_be_through()
    {
        var line = Tickets.Held((1, Grill), (1, Fry), (3, Pass));

        LineWork.Fire(line, Now, Ana);

        Assert.Equal((LineState.Fired, Now), (line.State, line.FiredAt));
        Assert.All(line.Tasks, t => Assert.Equal((TaskState.Fired, Now, Ana), (t.State, t.FiredAt, t.FiredBy)));
        Assert.Equal([(Now, Now.AddMinutes(1)), (Now, Now.AddMinutes(1)), (Now.AddMinutes(1), Now.AddMinutes(4))], line.Tasks.Select(t => (t.StartAt!.Value, t.DueAt!.Value)));
    }

    [Fact]
    public void What_nobody_has_begun_can_be_held_and_what_somebody_has_cannot()
    {
        var (fresh, begun) = (Tickets.Line((1, Grill), (2, Pass)), Tickets.Line((1, Grill), (2, Pass)));
        begun.Tasks[0].State = TaskState.Started;

        Assert.True(LineWork.Hold(fresh));
        Assert.Equal((LineState.Held, null), (fresh.State, fresh.FiredAt));
        Assert.All(fresh.Tasks, t => Assert.Equal((TaskState.Held, null, null, null, null), (t.State, t.FiredAt, t.FiredBy, t.StartAt, t.DueAt)));
        Assert.False(LineWork.Hold(fresh));
        Assert.False(LineWork.Hold(begun));
        Assert.Equal((LineState.Fired, TaskState.Fired), (begun.State, begun.Tasks[1].State));
    }

    [Fact]
    public void A_change_writes_down_what_was_and_each_station_has_yet_to_see_it()
    {
        var line = Tickets.Line((1, Grill), (2, Pass));

        var first = LineWork.Change(line, new([Rare], null), 22, Now, Ana)!;
        var second = LineWork.Change(line, new([Rare], "no salt"), 22, Now, Ana)!;

        Assert.Equal((3, 22m, "no salt"), (line.Version, line.Price, line.Note));
        Assert.Equal([(2, 0, null), (3, 1, null)], new[] { first, second }.Select(c => (c.Version, c.Was!.Modifiers.Count, c.Was.Note)));
        Assert.Equal((line.Id, Now, Ana), (second.LineId, second.At, second.ChangedBy));
        Assert.All(line.Tasks, t => Assert.Equal(1, t.SeenVersion));
    }

    [Fact]
    public void What_is_said_again_changes_nothing()
    {
        var line = Tickets.Line((1, Grill));
        LineWork.Change(line, new([Rare], "no salt"), 22, Now, Ana);

        Assert.Null(LineWork.Change(line, new([Rare], "no salt"), 22, Now, Ana));
        Assert.Equal(2, line.Version);
    }

    [Fact]
    public void A_change_of_what_is_held_is_news_to_nobody()
    {
        var line = Tickets.Held((1, Grill));

        Assert.NotNull(LineWork.Change(line, new([], "no salt"), 20, Now, Ana));
        Assert.Equal((2, 2), (line.Version, line.Tasks[0].SeenVersion));
    }

    [Theory]
    [InlineData(LineState.Served, TaskState.Bumped)]
    [InlineData(LineState.Void, TaskState.Fired)]
    [InlineData(LineState.Fired, TaskState.Ready)]
    [InlineData(LineState.Fired, TaskState.Bumped)]
    public void What_is_made_or_void_is_no_longer_changed(LineState state, TaskState task)
    {
        var line = Tickets.Line((1, Grill), (2, Pass));
        (line.State, line.Tasks[0].State) = (state, task);

        Assert.Equal("Ribeye is already made, so it can no longer be changed. Void it and send a new one.",
            Assert.Throws<Refusal>(() => LineWork.Change(line, new([Rare], null), 20, Now, Ana)).Message);
        Assert.Equal(1, line.Version);
    }

    [Fact]
    public void A_void_stays_with_the_stations_that_know_of_it_and_leaves_the_others()
    {
        var (fired, held) = (Tickets.Line((1, Grill)), Tickets.Held((1, Grill)));

        var change = LineWork.Void(fired, "guest left", Now, Ana)!;
        LineWork.Void(held, null, Now, Ana);

        Assert.Equal((LineState.Void, Now, "guest left", 2), (fired.State, fired.VoidedAt, fired.VoidReason, change.Version));
        Assert.Equal(TaskState.Fired, Assert.Single(fired.Tasks).State);
        Assert.Empty(held.Tasks);
        Assert.Null(LineWork.Void(fired, "again", Now.AddMinutes(1), Ana));
        Assert.Equal((Now, "guest left"), (fired.VoidedAt, fired.VoidReason));
    }

    [Fact]
    public void What_was_served_is_not_voided()
    {
        var line = Tickets.Line((1, Grill));
        line.State = LineState.Served;

        Assert.Equal("Ribeye has been served. A manager takes it off the check.", Assert.Throws<Refusal>(() => LineWork.Void(line, null, Now, Ana)).Message);
    }

    [Fact]
    public void One_more_is_cooked_like_the_first_from_now_on_where_the_first_was_pushed_to()
    {
        var line = Tickets.Line(1, 2, 3, LineState.Served, (1, Grill), (2, Pass));
        (line.Modifiers, line.Note) = ([Rare], "no salt");
        (line.Tasks[0].StationId, line.Tasks[0].HomeStationId, line.Tasks[0].State) = (Fry, Grill, TaskState.Bumped);

        var (added, change) = LineWork.Again(line, 4, 21, Now, Ana);

        Assert.Equal((4, 2, 3, "no salt", 21m, LineState.Fired, 1), (added.Position, added.Course, added.Seat, added.Note, added.Price, added.State, added.Version));
        Assert.Equal([Rare], added.Modifiers);
        Assert.Equal([(Fry, Grill, TaskState.Fired, 0), (Pass, (Guid?)null, TaskState.Fired, 0)], added.Tasks.Select(t => (t.StationId, t.HomeStationId, t.State, t.SeenVersion)));
        Assert.All(added.Tasks, t => Assert.Equal((Now, null, null), (t.FiredAt, t.ReadyAt, t.BumpedAt)));
        Assert.Equal((added.Id, 1, null), (change.LineId, change.Version, change.Was));
    }

    [Fact]
    public void One_more_of_what_is_held_waits_with_it_and_of_what_needs_no_station_is_served()
    {
        var held = LineWork.Again(Tickets.Held((1, Grill)), 2, 20, Now, Ana).Line;
        var water = LineWork.Again(Tickets.Line(1, 0, null, LineState.Served), 2, 3, Now, Ana).Line;

        Assert.Equal((LineState.Held, TaskState.Held, 1), (held.State, held.Tasks[0].State, held.Tasks[0].SeenVersion));
        Assert.Equal((LineState.Served, Now), (water.State, water.ServedAt));
    }
}
