using System.Data.Common;
using KitchenDisplay.Core.Commands;
using KitchenDisplay.Core.Kitchen;
using KitchenDisplay.Core.Staff;
using KitchenDisplay.Web.Live;
using Microsoft.Extensions.Localization;

namespace KitchenDisplay.Web.Features.Kitchen;

/// <summary>A touch on a row of a card.</summary>
/// <param name="All">True for every portion of the row, false for the next one.</param>
public sealed record RowTouch(Card Card, CardLine Line, bool All);

/// <summary>Does what a cook's touch means. Each touch is a command of its own: they all say how things should be, so that one too many changes nothing.</summary>
public sealed partial class CookHands(KitchenService kitchen, LiveBoard board, IStringLocalizer<Texts> words, ILogger<CookHands> logger)
{
    /// <summary>Does what comes next for the row's next portion, or for all of them: says that a change has been seen, takes a voided one off, starts it, makes it ready.</summary>
    /// <returns>What to tell the cook, or null when there is nothing to say; so do the others.</returns>
    public async Task<string?> TouchAsync(RowTouch touch, WallView wall, Guid? person)
    {
        var (card, line) = (touch.Card, touch.Line);
        if (line.Change is not null)
            return await TryAsync(actor => kitchen.AcknowledgeAsync(new AcknowledgeChanges(Guid.CreateVersion7(), card.TicketId, card.Acting, line.LineIds), actor), person);
        if (line.State == CardLineState.Waiting) return words["{0} is not through with {1} yet.", line.WaitsFor!, line.Dish];
        Guid[] portions = touch.All ? [.. line.LineIds] : [line.LineIds[0]];
        if (wall.Settings.TouchStarts && line.State == CardLineState.Fired)
            return await TryAsync(actor => kitchen.StartAsync(new StartLines(Guid.CreateVersion7(), card.TicketId, card.Acting, portions), actor), person);
        return await TryAsync(actor => kitchen.ReadyAsync(new MarkReady(Guid.CreateVersion7(), card.TicketId, card.Acting, portions, wall.Settings.LeavesWhenReady), actor), person);
    }

    public Task<string?> ConfirmAllergiesAsync(Card card, WallView wall, Guid? person) =>
        TryAsync(actor => kitchen.ConfirmAllergiesAsync(new ConfirmAllergies(Guid.CreateVersion7(), card.TicketId, card.Acting), actor), person);

    public Task<string?> BumpAsync(Card card, WallView wall, Guid? person) =>
        TryAsync(actor => kitchen.BumpAsync(new BumpTicket(Guid.CreateVersion7(), card.TicketId, card.Acting), actor), person);

    public Task<string?> RecallAsync(WallView wall, Guid? person) =>
        TryAsync(actor => kitchen.RecallLastAsync(new RecallLast(Guid.CreateVersion7(), wall.Scope.Own), actor), person);

    private async Task<string?> TryAsync(Func<Actor, Task> act, Guid? person)
    {
        if (Cook(person) is not { } actor) return words["Nobody works in this kitchen yet. Add a person with the role Cook."];
        try
        {
            await act(actor);
            return null;
        }
        catch (Refusal refusal)
        {
            return string.Join(' ', refusal.Reasons.Select(r => words[r.Text, r.Args]));
        }
        catch (Exception problem) when (problem is DbException or InvalidOperationException { InnerException: DbException })
        {
            NotDone(problem);
            return words["The database does not answer, so nothing may have changed. Press again in a moment."];
        }
    }

    private Actor? Cook(Guid? person) =>
        DemoActor.For(board.Snapshot, Role.Cook, person) ?? DemoActor.For(board.Snapshot, Role.Chef, person) ?? DemoActor.For(board.Snapshot, Role.Bartender, person);

    [LoggerMessage(Level = LogLevel.Warning, Message = "A cook's touch could not be carried out.")]
    private partial void NotDone(Exception reason);
}
