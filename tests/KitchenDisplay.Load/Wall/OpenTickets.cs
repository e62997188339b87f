using KitchenDisplay.Core.Ordering;
using KitchenDisplay.Load.Latency;
using KitchenDisplay.Load.Support;
using KitchenDisplay.Web.Features.Kitchen;

namespace KitchenDisplay.Load.Wall;

/// <summary>Many tickets that stay open, and a line of each that is changed again and again.</summary>
internal sealed class OpenTickets(IReadOnlyList<KitchenNode> nodes, RushMenu menu)
{
    private const int PerOrder = 4;

    private readonly List<LineView> lines = [];

    /// <summary>Sends the tickets and waits until each node's board has them.</summary>
    public async Task OpenAsync(int count, CancellationToken cancel)
    {
        var sent = new List<Guid>();
        for (var i = 0; i < count / PerOrder; i++)
        {
            var order = Guid.CreateVersion7();
            await nodes[0].CallAsync((OrderService orders) => orders.OpenAsync(new(Guid.CreateVersion7(), order, OrderKind.Tab, [], $"Guests {i}", null, RushMenu.Covers), menu.Waiter, cancel));
            for (var ticket = 0; ticket < PerOrder; ticket++)
                sent.Add((await nodes[0].CallAsync((OrderService orders) => orders.SendAsync(menu.Ticket(order, Random.Shared), menu.Waiter, cancel))).TicketId);
        }
        while (nodes.Any(node => sent.Exists(id => node.Board.Snapshot.Find<TicketView>(id) is null)))
            await Task.Delay(20, cancel);
        // The first line of each is the station's.
        lines.AddRange(sent.Select(id => nodes[0].Board.Snapshot.Find<TicketView>(id)!.Lines[0]));
    }

    /// <summary>Gives a line a note that nothing else says, at one node and then at the other.</summary>
    /// <returns>When it was committed.</returns>
    public async Task<SentTicket> ChangeAsync(int turn, long note, CancellationToken cancel)
    {
        var line = LineOf(turn);
        var command = new ChangeLine(Guid.CreateVersion7(), line.Id, [.. line.Modifiers.Select(m => m.Id)], $"{note}");
        var commit = CommitWatch.Begin();
        var tapped = System.Diagnostics.Stopwatch.GetTimestamp();
        await nodes[turn % nodes.Count].CallAsync((ServiceCalls calls) => calls.ChangeAsync(command, menu.Waiter, cancel));
        return new SentTicket(note, tapped, commit.Value);
    }

    /// <summary>The row that is put up when this change is. The versions of a line count its changes.</summary>
    public SeenRow RowOf(int turn) => new([LineOf(turn).Id], LineOf(turn).Version + 1 + (turn / lines.Count));

    private LineView LineOf(int turn) => lines[turn % lines.Count];
}
