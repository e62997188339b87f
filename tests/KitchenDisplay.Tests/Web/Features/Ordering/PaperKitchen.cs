using System.Text.Json;
using KitchenDisplay.Core.Ordering;
using KitchenDisplay.Web.Features.Menu;
using KitchenDisplay.Web.Features.Ordering;

namespace KitchenDisplay.Tests.Web.Features.Ordering;

/// <summary>A kitchen that takes everything, or answers as a test has prepared.</summary>
internal sealed class PaperKitchen
{
    private readonly TaskCompletionSource reached = new();

    /// <summary>What goes wrong with the next sends, one after the other.</summary>
    internal Queue<Exception> Answers { get; } = new();

    /// <summary>Every send that has come, as content.</summary>
    internal List<(Guid Id, string Content)> Asked { get; } = [];

    /// <summary>While it is closed, no send is answered.</summary>
    internal TaskCompletionSource? Gate { get; set; }

    /// <summary>A send has come.</summary>
    internal Task Reached => reached.Task;

    internal bool CanTakeBack { get; set; }

    internal MenuCard Menu { get; set; } = PaperMenu.Card;

    internal DraftSending Sending(List<string> log) => new(send => AnswerAsync(send, log), _ => Task.FromResult(CanTakeBack), draft => draft.Reprice(Menu));

    private async Task<TicketSent> AnswerAsync(SendTicket send, List<string> log)
    {
        Asked.Add((send.Id, JsonSerializer.Serialize(send)));
        reached.TrySetResult();
        if (Gate is not null) await Gate.Task;
        if (Answers.TryDequeue(out var problem)) throw problem;
        log.Add("sent");
        return new TicketSent(send.Id, Asked.Select(a => a.Id).Distinct().ToList().IndexOf(send.Id) + 1, send.Lines.Sum(l => l.Quantity), 0);
    }
}
