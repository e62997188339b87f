using KitchenDisplay.Core.Commands;
using KitchenDisplay.Core.House;
using KitchenDisplay.Core.Kitchen;
using KitchenDisplay.Core.Menu;
using KitchenDisplay.Core.Ordering;
using KitchenDisplay.Load.Latency;
using KitchenDisplay.Load.Support;

namespace KitchenDisplay.Load.Replay;

/// <summary>Guests of a busy service: most just eat, some have an allergy, think again, want one more, or are in a hurry.</summary>
internal sealed class Guests(KitchenNode node, RushMenu menu, Guid station)
{
    private static readonly TimeSpan Thinks = TimeSpan.FromSeconds(2);

    // The stations that work beside it, not the pass behind it.
    private readonly Guid[] others = [.. node.Board.Snapshot.All<Station>().Where(s => s.Id != station && s.Kind != StationKind.Pass).Select(s => s.Id)];

    /// <summary>One party from the first order to the bill. The station's own cook does the station's work; the other stations are faster, and the pass waits for all of them.</summary>
    /// <param name="turn">Decides what they are like.</param>
    public async Task ServeAsync(int turn, CancellationToken cancel)
    {
        var order = Guid.CreateVersion7();
        await node.CallAsync((OrderService orders) => orders.OpenAsync(new(Guid.CreateVersion7(), order, OrderKind.Tab, [], $"Party {turn}", null, RushMenu.Covers), menu.Waiter, cancel));
        if (turn % 10 == 0) await node.CallAsync((OrderService orders) => orders.SetAllergyAsync(new(Guid.CreateVersion7(), order, 1, [Allergen.Nuts]), menu.Waiter, cancel));
        var sent = await node.CallAsync((OrderService orders) => orders.SendAsync(menu.Ticket(order, Random.Shared), menu.Waiter, cancel));
        await OnBoardAsync(sent.TicketId, cancel);
        await Task.Delay(Thinks, cancel);
        await ThinkAgainAsync(turn, order, sent.TicketId, cancel);
        while (!IsCooked(sent.TicketId))
        {
            foreach (var other in others) await TryAsync(() => CookAsync(sent.TicketId, [other], cancel));
            await Task.Delay(Thinks, cancel);
        }
        await LeaveAsync(order, sent.TicketId, cancel);
    }

    private async Task ThinkAgainAsync(int turn, Guid order, Guid ticket, CancellationToken cancel)
    {
        if (node.Board.Snapshot.Find<TicketView>(ticket)?.Lines[0] is not { } line) return;
        await AskAsync((turn % 12) switch
        {
            1 => calls => calls.ChangeAsync(new(Guid.CreateVersion7(), line.Id, [.. line.Modifiers.Select(m => m.Id)], "no salt"), menu.Waiter, cancel),
            3 => calls => calls.AddAsync(new(Guid.CreateVersion7(), line.Id), menu.Waiter, cancel),
            5 => calls => calls.VoidAsync(new(Guid.CreateVersion7(), line.Id, "changed their minds"), menu.Waiter, cancel),
            7 => calls => calls.HoldAsync(new(Guid.CreateVersion7(), order, line.Course), menu.Waiter, cancel),
            _ => null,
        });
        if (turn % 12 == 7)
        {
            await Task.Delay(Thinks, cancel);
            await AskAsync(calls => calls.FireAsync(new(Guid.CreateVersion7(), order, line.Course), menu.Waiter, cancel));
        }
        if (turn % 12 == 9) await node.CallAsync((KitchenService kitchen) => kitchen.RushAsync(new(Guid.CreateVersion7(), ticket, On: true), menu.Expediter, cancel));
    }

    private async Task AskAsync(Func<ServiceCalls, Task>? call)
    {
        if (call is not null) await TryAsync(() => node.CallAsync(async (ServiceCalls calls) => { await call(calls); return true; }));
    }

    // The station's cook may have been faster, or still have to come first.
    private static async Task TryAsync(Func<Task> what)
    {
        try
        {
            await what();
        }
        catch (Refusal)
        {
        }
    }

    private async Task OnBoardAsync(Guid ticket, CancellationToken cancel)
    {
        while (node.Board.Snapshot.Find<TicketView>(ticket) is null) await Task.Delay(50, cancel);
    }

    private bool IsCooked(Guid ticket) =>
        node.Board.Snapshot.Find<TicketView>(ticket) is not { } here || here.Lines.SelectMany(l => l.Tasks).Where(t => t.StationId == station).All(t => t.State is TaskState.Bumped);

    private async Task LeaveAsync(Guid order, Guid ticket, CancellationToken cancel)
    {
        await CookAsync(ticket, null, cancel);
        await node.CallAsync((OrderService orders) => orders.CloseAsync(new(Guid.CreateVersion7(), order), menu.Waiter, cancel));
    }

    private async Task CookAsync(Guid ticket, IReadOnlyList<Guid>? stations, CancellationToken cancel)
    {
        var lines = node.Board.Snapshot.Find<TicketView>(ticket)?.Lines.Select(l => l.Id).ToArray() ?? [];
        await node.CallAsync((KitchenService kitchen) => kitchen.ConfirmAllergiesAsync(new(Guid.CreateVersion7(), ticket, stations), menu.Expediter, cancel));
        await node.CallAsync((KitchenService kitchen) => kitchen.AcknowledgeAsync(new(Guid.CreateVersion7(), ticket, stations, lines), menu.Expediter, cancel));
        await node.CallAsync((KitchenService kitchen) => kitchen.BumpAsync(new(Guid.CreateVersion7(), ticket, stations), menu.Expediter, cancel));
    }
}
