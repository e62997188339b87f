using KitchenDisplay.Client;
using Microsoft.AspNetCore.SignalR;

namespace KitchenDisplay.Tests.Client;

public class KitchenClientTests
{
    private static readonly DateTimeOffset Noon = new(2026, 5, 2, 12, 0, 0, TimeSpan.Zero);
    private readonly CancellationToken patience = new CancellationTokenSource(TimeSpan.FromSeconds(20)).Token;

    [Fact]
    public async Task A_station_is_shown_at_once_and_then_as_it_changes()
    {
        await using var kitchen = await ScriptedKitchen.OpenAsync(new(7, [Card(1), Card(2)]));
        await using var boards = Watch(kitchen, "grill");

        Assert.Equal([1, 2], Numbers(await NextLiveAsync(boards)));
        await kitchen.SendAsync(new(8, Previous: 7, [Card(3)], Gone: [Id(1)]));
        Assert.Equal([2, 3], Numbers(await NextLiveAsync(boards)));
        await kitchen.SendAsync(new(9, Previous: 8, [Card(2) with { Table = "T9" }], Gone: []));

        var board = await NextLiveAsync(boards);
        Assert.Equal([2, 3], Numbers(board));
        Assert.Equal("T9", board.Cards[0].Table);
        Assert.Equal(["grill"], kitchen.Joins);
    }

    [Fact]
    public async Task What_is_rushed_stands_in_front_then_what_is_due_first_and_last_what_is_held()
    {
        var held = Card(1) with { FirstDueAt = null, IsHeld = true };
        await using var kitchen = await ScriptedKitchen.OpenAsync(new(1, [held, Card(3), Card(2), Card(4) with { RushedAt = Noon }]));
        await using var boards = Watch(kitchen);

        Assert.Equal([4, 2, 3, 1], Numbers(await NextLiveAsync(boards)));
    }

    [Fact]
    public async Task A_missed_change_leads_to_a_new_snapshot()
    {
        await using var kitchen = await ScriptedKitchen.OpenAsync(new(7, [Card(1)]));
        await using var boards = Watch(kitchen);
        await NextLiveAsync(boards);

        kitchen.Answer = _ => Task.FromResult(new StationSnapshot(9, [Card(2), Card(3)]));
        await kitchen.SendAsync(new(9, Previous: 8, [Card(3)], Gone: []));

        Assert.Equal([2, 3], Numbers(await NextLiveAsync(boards)));
        Assert.Equal(2, kitchen.Joins.Count);
    }

    [Fact]
    public async Task Changes_that_overtake_the_snapshot_are_neither_lost_nor_applied_twice()
    {
        await using var kitchen = await ScriptedKitchen.OpenAsync(new(0, []));
        kitchen.Answer = async k =>
        {
            await k.SendAsync(new(6, Previous: 5, [Card(1)], Gone: [])); // the snapshot has it, and also that it has gone since
            await k.SendAsync(new(7, Previous: 6, [], Gone: [Id(1)]));
            await k.SendAsync(new(8, Previous: 7, [Card(3)], Gone: []));
            return new(7, [Card(2)]);
        };
        await using var boards = Watch(kitchen);

        while (!Numbers(await NextLiveAsync(boards)).SequenceEqual([2, 3])) { }
        Assert.Single(kitchen.Joins);
    }

    [Fact]
    public async Task A_server_that_goes_and_comes_back_is_found_again_with_the_cards_of_then()
    {
        await using var kitchen = await ScriptedKitchen.OpenAsync(new(50, [Card(1)]));
        await using var boards = Watch(kitchen, "grill");
        await NextLiveAsync(boards);

        await kitchen.StopAsync();
        var lost = await NextAsync(boards);
        Assert.Equal([1], Numbers(lost)); // the last known cards stay, with a reason not to trust them
        Assert.NotNull(lost.Trouble);

        kitchen.Answer = _ => Task.FromResult(new StationSnapshot(2, [Card(4)])); // another process counts from its own start
        await kitchen.StartAsync();
        Assert.Equal([4], Numbers(await NextLiveAsync(boards)));
        await kitchen.SendAsync(new(3, Previous: 2, [Card(5)], Gone: []));
        Assert.Equal([4, 5], Numbers(await NextLiveAsync(boards)));
        Assert.Equal(["grill", "grill"], kitchen.Joins);
    }

    [Fact]
    public async Task A_station_that_does_not_exist_is_a_trouble_with_the_reason_of_the_kitchen()
    {
        await using var kitchen = await ScriptedKitchen.OpenAsync(new(0, []));
        kitchen.Answer = _ => throw new HubException("There is no station \"gril\".");
        await using var boards = Watch(kitchen, "gril");

        Assert.Contains("There is no station", (await NextAsync(boards)).Trouble, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Watching_ends_when_cancelled_even_where_no_kitchen_answers()
    {
        using var enough = new CancellationTokenSource();
        var boards = new KitchenClient(new Uri("http://127.0.0.1:1")).WatchAsync(cancel: enough.Token).GetAsyncEnumerator(enough.Token);

        Assert.True(await boards.MoveNextAsync());
        Assert.False(boards.Current.IsLive);
        await enough.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(async () => { while (await boards.MoveNextAsync()) { } });
    }

    private IAsyncEnumerator<KitchenBoard> Watch(ScriptedKitchen kitchen, string? station = null) =>
        new KitchenClient(kitchen.Address).WatchAsync(station, patience).GetAsyncEnumerator(patience);

    private static async Task<KitchenBoard> NextAsync(IAsyncEnumerator<KitchenBoard> boards)
    {
        Assert.True(await boards.MoveNextAsync());
        return boards.Current;
    }

    private static async Task<KitchenBoard> NextLiveAsync(IAsyncEnumerator<KitchenBoard> boards)
    {
        KitchenBoard board;
        do board = await NextAsync(boards); while (!board.IsLive);
        return board;
    }

    private static KitchenCard Card(int number) => new(
        Id(number), Id(99), number, $"T{number}", "Table", PromisedAt: null, 2, "Ada", RushedAt: null, FiredAt: Noon, NewAt: Noon,
        FirstDueAt: Noon.AddMinutes(number), DueAt: Noon.AddHours(1), LateAt: Noon.AddHours(2), [], IsUnconfirmed: false, [], [], [], [], IsReady: false, IsHeld: false, IsChanged: false);

    private static Guid Id(int number) => new(number, 0, 0, new byte[8]);

    private static IEnumerable<long> Numbers(KitchenBoard board) => board.Cards.Select(card => card.Number);
}
