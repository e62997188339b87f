using KitchenDisplay.Core.Commands;
using KitchenDisplay.Web.Features.Ordering;

namespace KitchenDisplay.Tests.Web.Features.Ordering;

public class DraftPadTests
{
    private readonly Guid order = Guid.CreateVersion7();
    private readonly BrowserDisk disk = new();
    private readonly PaperKitchen kitchen = new();

    private DraftPad Tab(BrowserDisk? on = null) => new(order, new DraftStore((on ?? disk).Tab()), kitchen.Sending(disk.Log), new HastyClock());

    private static Task TapFriesAsync(DraftPad pad) => pad.EditAsync(d => d.Add(DraftLine.Of(PaperMenu.Fries, [], 1)));

    [Fact]
    public async Task A_reload_finds_what_was_tapped()
    {
        await TapFriesAsync(Tab());

        var reloaded = Tab();
        await reloaded.LoadAsync();

        Assert.Equal("Fries", Assert.Single(reloaded.Draft.Lines).DishName);
    }

    [Fact]
    public async Task The_draft_is_frozen_in_the_browser_before_it_is_sent_and_gone_when_it_has_arrived()
    {
        var pad = Tab();
        await TapFriesAsync(pad);

        await pad.SendAsync();

        Assert.Equal(["open", "frozen", "sent", "gone"], disk.Log);
        Assert.True(pad.Draft.IsEmpty);
        Assert.Equal(1, pad.Sent!.Number);
    }

    [Fact]
    public async Task Tapping_send_twice_sends_once()
    {
        var pad = Tab();
        await TapFriesAsync(pad);

        await Task.WhenAll(pad.SendAsync(), pad.SendAsync());

        Assert.Single(disk.Log, "sent");
    }

    [Fact]
    public async Task A_refusal_shows_every_reason_and_leaves_the_draft_to_be_changed_under_the_same_id()
    {
        var pad = Tab();
        await TapFriesAsync(pad);
        var id = pad.Draft.CommandId;
        kitchen.Answers.Enqueue(new Refusal([new Sentence("One."), new Sentence("Two.")]));

        await pad.SendAsync();

        Assert.Equal(["One.", "Two."], pad.Reasons.Select(r => r.Text));
        Assert.False(pad.Draft.IsFrozen);
        Assert.Equal(id, pad.Draft.CommandId);
        await TapFriesAsync(pad);
        Assert.Empty(pad.Reasons);
    }

    [Fact]
    public async Task After_a_refusal_the_draft_shows_the_menus_prices()
    {
        var pad = Tab();
        await pad.EditAsync(d => d.Add(DraftLine.Of(PaperMenu.Ribeye, [], 1)));
        kitchen.Menu = new(PaperMenu.Board(ribeye: 36.00m));
        kitchen.Answers.Enqueue(new Refusal("{0} costs {1} now, not {2}.", "Ribeye 300 g", "36.00", "34.00"));

        await pad.SendAsync();

        Assert.Equal(36.00m, pad.Draft.Total);
        Assert.NotEmpty(pad.Reasons);
    }

    [Fact]
    public async Task Without_an_answer_the_same_command_is_sent_until_there_is_one()
    {
        var pad = Tab();
        await TapFriesAsync(pad);
        kitchen.Answers.Enqueue(new TimeoutException());
        kitchen.Answers.Enqueue(new InvalidOperationException());
        var wasUnconfirmed = false;
        pad.Changed += () => wasUnconfirmed |= pad.IsUnconfirmed && pad.Draft.IsFrozen;

        await pad.SendAsync();

        Assert.True(wasUnconfirmed);
        Assert.False(pad.IsUnconfirmed);
        Assert.Equal(3, kitchen.Asked.Count);
        Assert.Single(kitchen.Asked.Distinct());
    }

    [Fact]
    public async Task A_send_that_was_cut_off_goes_out_again_when_the_order_is_opened()
    {
        var cutOff = Tab();
        await TapFriesAsync(cutOff);
        kitchen.Answers.Enqueue(new OperationCanceledException());
        cutOff.Dispose();
        await cutOff.SendAsync();
        Assert.True(cutOff.Draft.IsFrozen);

        var reloaded = Tab();
        await reloaded.LoadAsync();

        Assert.Single(kitchen.Asked.Distinct());
        Assert.Equal(1, reloaded.Sent!.Number);
        Assert.True(reloaded.Draft.IsEmpty);
    }

    [Fact]
    public async Task While_a_send_is_on_its_way_the_draft_cannot_grow()
    {
        var pad = Tab();
        await TapFriesAsync(pad);
        kitchen.Gate = new TaskCompletionSource();
        var sending = pad.SendAsync();
        await kitchen.Reached;

        await TapFriesAsync(pad);

        Assert.Equal(1, pad.Draft.Portions);
        kitchen.Gate.SetResult();
        await sending;
    }

    [Fact]
    public async Task What_is_taken_back_can_be_changed_under_a_new_id()
    {
        var pad = Tab();
        await TapFriesAsync(pad);
        var id = pad.Draft.CommandId;
        kitchen.Gate = new TaskCompletionSource();
        kitchen.CanTakeBack = true;
        var sending = pad.SendAsync();
        await kitchen.Reached;

        await pad.TakeBackAsync();
        kitchen.Answers.Enqueue(new Refusal("This was taken back.") { IdIsUsed = true });
        kitchen.Gate.SetResult();
        await sending;

        Assert.NotEqual(id, pad.Draft.CommandId);
        Assert.False(pad.Draft.IsFrozen);
        Assert.Equal(1, pad.Draft.Portions);
        Assert.Empty(pad.Reasons);
    }

    [Fact]
    public async Task What_had_arrived_cannot_be_taken_back_and_its_ticket_is_shown()
    {
        var pad = Tab();
        await TapFriesAsync(pad);
        kitchen.Gate = new TaskCompletionSource();
        var sending = pad.SendAsync();
        await kitchen.Reached;

        var takingBack = pad.TakeBackAsync();
        kitchen.Gate.SetResult();
        await Task.WhenAll(sending, takingBack);

        Assert.Equal(1, pad.Sent!.Number);
        Assert.True(pad.Draft.IsEmpty);
        Assert.Single(kitchen.Asked.Distinct());
    }

    [Fact]
    public async Task An_id_that_stands_for_something_else_is_exchanged_only_when_asked()
    {
        var pad = Tab();
        await TapFriesAsync(pad);
        var id = pad.Draft.CommandId;
        kitchen.Answers.Enqueue(new Refusal("Something else was already sent under this number.") { IdIsUsed = true });
        await pad.SendAsync();
        Assert.True(pad.IsIdUsed);
        Assert.Equal(id, pad.Draft.CommandId);

        await pad.RenewAsync();
        await pad.SendAsync();

        Assert.Equal(2, kitchen.Asked.Select(a => a.Id).Distinct().Count());
        Assert.NotNull(pad.Sent);
    }

    [Fact]
    public async Task A_tab_with_an_old_copy_sends_nothing_and_shows_what_the_other_has_left()
    {
        var (first, second) = (Tab(), Tab());
        await TapFriesAsync(first);
        await second.LoadAsync();
        await first.SendAsync();

        await second.SendAsync();

        Assert.Single(disk.Log, "sent");
        Assert.True(second.Draft.IsEmpty);
    }

    [Fact]
    public async Task A_tap_on_an_old_copy_is_made_to_what_the_other_tab_has_written()
    {
        var (first, second) = (Tab(), Tab());
        await TapFriesAsync(first);
        await second.LoadAsync();
        await TapFriesAsync(first);

        await TapFriesAsync(second);

        Assert.Equal(3, second.Draft.Portions);
        await first.ReloadAsync();
        Assert.Equal(3, first.Draft.Portions);
    }

    [Fact]
    public async Task A_browser_that_keeps_nothing_orders_all_the_same()
    {
        var store = new DraftStore(new BrowserDisk { IsClosed = true }.Tab());
        var pad = new DraftPad(order, store, kitchen.Sending(disk.Log), new HastyClock());
        await pad.LoadAsync();

        await TapFriesAsync(pad);
        await pad.SendAsync();

        Assert.False(store.IsDurable);
        Assert.Equal(1, pad.Sent!.Number);
    }

    /// <summary>Its timers fire at once: nobody waits for the next attempt.</summary>
    private sealed class HastyClock : TimeProvider
    {
        public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period) =>
            System.CreateTimer(callback, state, TimeSpan.Zero, Timeout.InfiniteTimeSpan);
    }
}
