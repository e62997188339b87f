using System.Collections.Concurrent;
using System.Diagnostics;
using KitchenDisplay.Core.Kitchen;
using KitchenDisplay.Core.Ordering;
using KitchenDisplay.Load.Support;

namespace KitchenDisplay.Load.Latency;

/// <summary>A ticket on its way (<see cref="Stopwatch.GetTimestamp"/>).</summary>
/// <param name="Tapped">When the service was called.</param>
/// <param name="Committed">When the server acknowledged the commit.</param>
internal sealed record SentTicket(long Number, long Tapped, long Committed);

/// <summary>A full house: orders at a steady rate, whether or not the last one is through, and the kitchen bumps as fast as the floor sends.</summary>
internal sealed class Rush(IReadOnlyList<KitchenNode> nodes, RushMenu menu)
{
    /// <summary>Tickets that a screen shows at most.</summary>
    public const int MostOpen = 8;

    private readonly RushTable[] tables = [.. menu.Tables.Select(id => new RushTable(id))];
    private readonly ConcurrentQueue<(Guid Ticket, Guid Order, RushTable Table)> open = new();
    private int turn;

    /// <summary>Seats the first party at every table.</summary>
    public async Task OpenAsync(CancellationToken cancel)
    {
        foreach (var table in tables)
            await SeatAsync(table, nodes[0], cancel);
    }

    /// <summary>Sends for a while, then waits until all is sent and bumped.</summary>
    /// <returns>What was sent.</returns>
    public async Task<IReadOnlyList<SentTicket>> RunAsync(int perSecond, TimeSpan time, CancellationToken cancel)
    {
        var sent = new ConcurrentQueue<SentTicket>();
        await Pace.KeepAsync(perSecond, time, _ => ServeAsync(Interlocked.Increment(ref turn), sent, cancel), cancel);
        while (open.TryDequeue(out var rest))
            await BumpAsync(rest, nodes[0], cancel);
        return [.. sent];
    }

    private async Task ServeAsync(int turn, ConcurrentQueue<SentTicket> sent, CancellationToken cancel)
    {
        var table = tables[turn % tables.Length];
        var command = menu.Ticket(await table.NextTicket(), Random.Shared);
        var commit = CommitWatch.Begin();
        var tapped = Stopwatch.GetTimestamp();
        var ticket = await NodeFor(turn).CallAsync((OrderService orders) => orders.SendAsync(command, menu.Waiter, cancel));
        sent.Enqueue(new SentTicket(ticket.Number, tapped, commit.Value));
        open.Enqueue((ticket.TicketId, command.OrderId, table));
        if (open.Count >= MostOpen && open.TryDequeue(out var oldest))
            await BumpAsync(oldest, NodeFor(turn + 1), cancel);
    }

    private async Task BumpAsync((Guid Ticket, Guid Order, RushTable Table) oldest, KitchenNode node, CancellationToken cancel)
    {
        await node.CallAsync((KitchenService kitchen) => kitchen.BumpAsync(new(Guid.CreateVersion7(), oldest.Ticket, StationIds: null), menu.Expediter, cancel));
        if (!oldest.Table.IsOverAfterBump())
            return;
        await node.CallAsync((OrderService orders) => orders.CloseAsync(new(Guid.CreateVersion7(), oldest.Order), menu.Waiter, cancel));
        await SeatAsync(oldest.Table, node, cancel);
    }

    private async Task SeatAsync(RushTable table, KitchenNode node, CancellationToken cancel)
    {
        var open = new OpenOrder(Guid.CreateVersion7(), Guid.CreateVersion7(), OrderKind.Table, [table.Id], null, null, RushMenu.Covers);
        await node.CallAsync((OrderService orders) => orders.OpenAsync(open, menu.Waiter, cancel));
        table.Seat(open.OrderId);
    }

    private KitchenNode NodeFor(int turn) => nodes[turn % nodes.Count];
}
