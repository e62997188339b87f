using System.Data.Common;
using KitchenDisplay.Core.Commands;
using KitchenDisplay.Core.House;
using KitchenDisplay.Core.Kitchen;
using KitchenDisplay.Core.Ordering;
using KitchenDisplay.Core.Staff;
using KitchenDisplay.Web.Doors;
using Microsoft.Extensions.Localization;

namespace KitchenDisplay.Web.Features.Kitchen;

/// <summary>Does what a touch on a wall means. Each touch is a command of its own: they all say how things should be, so that one too many changes nothing.</summary>
public sealed partial class CookHands(KitchenService kitchen, ServiceCalls calls, DisplayService displays, Badge badge, IStringLocalizer<Texts> words, ILogger<CookHands> logger)
{
    /// <summary>Does what comes next for the row's next portion, or for all of them: says that a change has been seen, takes a voided one off, starts it, makes it ready.</summary>
    public Task<Told> TouchAsync(RowTouch touch, WallView wall)
    {
        var (card, line) = (touch.Card, touch.Line);
        if (line.Change is not null) return DoAsync(null, (id, actor) => kitchen.AcknowledgeAsync(new(id, card.TicketId, card.Acting, line.LineIds), actor));
        if (line.State == CardLineState.Waiting) return Task.FromResult(new Told(words["{0} is not through with {1} yet.", line.WaitsFor!, line.Dish]));
        Guid[] portions = touch.All ? [.. line.LineIds] : [line.LineIds[0]];
        return wall.Settings.TouchStarts && line.State == CardLineState.Fired ? StartAsync(card, portions) : ReadyAsync(card, portions, wall);
    }

    public Task<Told> StartAsync(Card card, IReadOnlyList<Guid> portions) =>
        DoAsync(words["Started #{0} · {1}", card.Number, card.Table], (id, actor) => kitchen.StartAsync(new(id, card.TicketId, card.Acting, portions), actor));

    public Task<Told> ReadyAsync(Card card, IReadOnlyList<Guid> portions, WallView wall) =>
        DoAsync(words["Ready: #{0} · {1}", card.Number, card.Table], (id, actor) => kitchen.ReadyAsync(new(id, card.TicketId, card.Acting, portions, wall.Settings.LeavesWhenReady), actor));

    public Task<Told> BumpAsync(Card card) =>
        DoAsync(words["Bumped #{0} · {1}", card.Number, card.Table], (id, actor) => kitchen.BumpAsync(new(id, card.TicketId, card.Acting), actor));

    public Task<Told> ConfirmAllergiesAsync(Card card) =>
        DoAsync(null, (id, actor) => kitchen.ConfirmAllergiesAsync(new(id, card.TicketId, card.Acting), actor));

    public Task<Told> UndoAsync(UndoOffer offer) => DoAsync(null, (id, actor) => kitchen.UndoAsync(new(id, offer.TicketId, offer.DoneId), actor));

    public Task<Told> RecallLastAsync(WallView wall) => DoAsync(null, (id, actor) => kitchen.RecallLastAsync(new(id, wall.Scope.Own), actor));

    /// <param name="confirmed">Whether it also comes back to stations that have bumped what follows.</param>
    public Task<Told> RecallAsync(Guid ticket, bool restart, bool confirmed, WallView wall) =>
        DoAsync(null, (id, actor) => kitchen.RecallAsync(new(id, ticket, wall.Scope.Own, restart, confirmed), actor));

    public Task<Told> RushAsync(Card card, bool on) =>
        DoAsync(null, (id, actor) => kitchen.RushAsync(new(id, card.TicketId, on), actor));

    public Task<Told> PushAsync(Card card, IReadOnlyList<Guid> portions, Guid station) =>
        DoAsync(null, (id, actor) => kitchen.PushAsync(new(id, card.TicketId, card.Acting, portions, station), actor));

    public Task<Told> PullAsync(Card card, IReadOnlyList<Guid> portions, WallView wall) =>
        DoAsync(null, (id, actor) => kitchen.PullAsync(new(id, card.TicketId, wall.Scope.Own, portions), actor));

    /// <param name="course">Null for the first course that is held.</param>
    public Task<Told> FireAsync(Card card, int? course) => (course ?? card.Held.Select(h => (int?)h.Number).Min()) is { } number
        ? TryAsync(async actor => { await calls.FireAsync(new(Guid.CreateVersion7(), card.OrderId, number), actor); return null; })
        : Task.FromResult(new Told(words["Nothing of ticket {0} is held.", card.Number]));

    /// <param name="course">Null for every course that is fired.</param>
    public async Task<Told> HoldAsync(Card card, int? course)
    {
        foreach (var number in course is { } one ? [one] : card.Lines.Select(l => l.CourseNumber).Distinct())
        {
            var told = await TryAsync(async actor => { await calls.HoldAsync(new(Guid.CreateVersion7(), card.OrderId, number), actor); return null; });
            if (told.Problem is not null) return told;
        }
        return new Told(null);
    }

    /// <summary>What a single key says of the chosen ticket.</summary>
    public Task<Told> CallAsync(CalledCard called) => called.Call switch
    {
        CardCall.Hold => HoldAsync(called.Card, null),
        CardCall.Fire => FireAsync(called.Card, null),
        _ => RushAsync(called.Card, called.Card.RushedAt is null),
    };

    /// <param name="display">Null gives the station back.</param>
    public Task<Told> TakeOverAsync(Station station, Display? display) =>
        TryAsync(async actor => { await displays.TakeOverAsync(new(Guid.CreateVersion7(), station.Id, display?.Id), actor); return null; });

    public Task<Told> SetAsync(Display display, DisplaySettings settings) =>
        TryAsync(async actor => { await displays.SetAsync(new(Guid.CreateVersion7(), display.Id, settings), actor); return null; });

    /// <param name="done">What it is called when it may be undone; null when it may not.</param>
    private Task<Told> DoAsync(string? done, Func<Guid, Actor, Task<TasksDone>> act) =>
        TryAsync(async actor =>
        {
            var id = Guid.CreateVersion7();
            var result = await act(id, actor);
            return done is null || result.Tasks == 0 ? null : new UndoOffer(id, result.TicketId, done);
        });

    private async Task<Told> TryAsync(Func<Actor, Task<UndoOffer?>> act)
    {
        try
        {
            return new(null, await act(badge.CookOrRefuse()));
        }
        catch (Refusal refusal)
        {
            return new(string.Join(' ', refusal.Reasons.Select(r => words[r.Text, r.Args])), CanBeConfirmed: refusal.CanBeConfirmed);
        }
        catch (Exception problem) when (problem is DbException or InvalidOperationException { InnerException: DbException })
        {
            NotDone(problem);
            return new(words["The database does not answer, so nothing may have changed. Press again in a moment."]);
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "A cook's touch could not be carried out.")]
    private partial void NotDone(Exception reason);
}
