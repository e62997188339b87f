using System.Data.Common;
using KitchenDisplay.Core.Commands;
using KitchenDisplay.Core.House;
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
    /// <summary>Marks the row's next portion, or all of them, as ready.</summary>
    /// <returns>What to tell the cook, or null when there is nothing to say; so do the others.</returns>
    public async Task<string?> ReadyAsync(RowTouch touch, Station? station, Guid? person)
    {
        var (card, line) = (touch.Card, touch.Line);
        if (line.State == CardLineState.Waiting) return words["{0} is not through with {1} yet.", line.WaitsFor!, line.Dish];
        Guid[] portions = touch.All ? [.. line.LineIds] : [line.LineIds[0]];
        return await TryAsync(actor => kitchen.ReadyAsync(new MarkReady(Guid.CreateVersion7(), card.TicketId, station?.Id, portions), actor), person);
    }

    public Task<string?> BumpAsync(Card card, Station? station, Guid? person) =>
        TryAsync(actor => kitchen.BumpAsync(new BumpTicket(Guid.CreateVersion7(), card.TicketId, station?.Id), actor), person);

    public Task<string?> RecallAsync(Station? station, Guid? person) =>
        TryAsync(actor => kitchen.RecallLastAsync(new RecallLast(Guid.CreateVersion7(), station?.Id), actor), person);

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
