using System.Collections.Concurrent;
using System.Diagnostics;
using KitchenDisplay.Core.Commands;
using KitchenDisplay.Core.Kitchen;
using KitchenDisplay.Core.Menu;
using KitchenDisplay.Core.Ordering;
using KitchenDisplay.Core.Staff;
using KitchenDisplay.Load.Latency;
using KitchenDisplay.Load.Support;
using Npgsql;

namespace KitchenDisplay.Load.Oversell;

/// <summary>What came of a storm of sends.</summary>
/// <param name="Answered">Sends that got an answer, yes or no.</param>
internal sealed record StormResult(IReadOnlyList<TicketSent> Sold, int Answered, int RefusedByName, TimeSpan Took);

/// <summary>Many waiters who all send at once what there is not enough of.</summary>
internal sealed class Storm(IReadOnlyList<KitchenNode> nodes, RushMenu menu, IReadOnlyList<Dish> dishes, Actor cook)
{
    private readonly ConcurrentQueue<Exception> failures = [];
    private int deadlocks;

    /// <summary>Deadlocks that somebody who sent, voided or cooked was told of.</summary>
    public int Deadlocks => deadlocks;

    /// <summary>What else went wrong and was not tried again.</summary>
    public IReadOnlyCollection<Exception> Failures => failures;

    /// <summary>Sends so many single portions at the same time, each from its own tab; each until it has an answer, under the same number.</summary>
    /// <param name="onAnswer">Hears how many have an answer, after each.</param>
    public async Task<StormResult> SendAsync(int sends, IReadOnlyList<Guid> tabs, CancellationToken cancel, Action<int>? onAnswer = null)
    {
        var (sold, byName, answered) = (new ConcurrentQueue<TicketSent>(), 0, 0);
        void Answer()
        {
            var count = Interlocked.Increment(ref answered);
            onAnswer?.Invoke(count);
        }

        var start = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var all = Enumerable.Range(0, sends).Select(async turn =>
        {
            var dish = dishes[turn % dishes.Count];
            var command = new SendTicket(Guid.CreateVersion7(), tabs[turn % tabs.Count], [Line(dish)]);
            await start.Task;
            try
            {
                sold.Enqueue(await InsistAsync(turn, node => node.CallAsync((OrderService orders) => orders.SendAsync(command, menu.Waiter, cancel)), cancel));
                Answer();
            }
            catch (Refusal refusal)
            {
                Answer();
                if (refusal.ShortDishes is [{ Left: 0 } shortDish] && shortDish.DishId == dish.Id && refusal.Message.Contains(dish.Name, StringComparison.Ordinal)) Interlocked.Increment(ref byName);
            }
        }).ToList();
        var began = Stopwatch.GetTimestamp();
        start.SetResult();
        await Task.WhenAll(all);
        return new([.. sold], answered, byName, Stopwatch.GetElapsedTime(began));
    }

    /// <summary>Takes tickets off again before anybody has begun with them, all at once.</summary>
    public Task VoidAsync(IEnumerable<TicketSent> tickets, CancellationToken cancel) => Task.WhenAll(tickets.Select((ticket, turn) => InsistAsync(turn, async node =>
    {
        var line = await LineAsync(node, ticket, cancel);
        return await node.CallAsync((ServiceCalls calls) => calls.VoidAsync(new(Guid.CreateVersion7(), line, "thought again"), menu.Waiter, cancel));
    }, cancel)));

    /// <summary>Starts everything, all at once.</summary>
    public Task StartAsync(IEnumerable<TicketSent> tickets, CancellationToken cancel) => Task.WhenAll(tickets.Select(async (ticket, turn) =>
    {
        var line = await LineAsync(nodes[turn % nodes.Count], ticket, cancel);
        var command = new StartLines(Guid.CreateVersion7(), ticket.TicketId, null, [line]);
        await InsistAsync(turn, node => node.CallAsync((KitchenService kitchen) => kitchen.StartAsync(command, cook, cancel)), cancel);
    }));

    // As a device does that hears nothing: the same number again, until there is an answer.
    private async Task<T> InsistAsync<T>(int turn, Func<KitchenNode, Task<T>> ask, CancellationToken cancel)
    {
        for (var until = Stopwatch.GetTimestamp() + (60 * Stopwatch.Frequency); ;)
        {
            try
            {
                return await ask(nodes[turn % nodes.Count]);
            }
            catch (Exception e) when (e is not Refusal and not OperationCanceledException && Stopwatch.GetTimestamp() < until)
            {
                if (Inner(e) is PostgresException { SqlState: PostgresErrorCodes.DeadlockDetected }) Interlocked.Increment(ref deadlocks);
                else if (Inner(e) is not (NpgsqlException or TimeoutException or IOException)) failures.Enqueue(e);
                await Task.Delay(Random.Shared.Next(50, 250), cancel);
            }
        }
    }

    private static Exception Inner(Exception e) => e.InnerException is { } inner and not (IOException or System.Net.Sockets.SocketException) ? Inner(inner) : e;

    private static async Task<Guid> LineAsync(KitchenNode node, TicketSent ticket, CancellationToken cancel)
    {
        while (true)
        {
            if (node.Board.Snapshot.Find<TicketView>(ticket.TicketId) is { Lines: [var line] }) return line.Id;
            await Task.Delay(20, cancel);
        }
    }

    private SendLine Line(Dish dish) => new(dish.Id, 1, [.. dish.Groups.SelectMany(g => menu.FirstAnswers(g.GroupId))], Seat: 1);
}
