using System.Text.Json;
using KitchenDisplay.Core.Commands;
using KitchenDisplay.Core.Kitchen;
using KitchenDisplay.Core.Ordering;
using KitchenDisplay.Tests.Support;

namespace KitchenDisplay.Tests.Core.Kitchen;

/// <summary>Does deeds to a ticket without a database: quick enough for thousands of sequences.</summary>
public sealed class MemoryHands(Ticket start, IReadOnlyList<Guest> guests)
{
    private static readonly Guid Cook = Guid.CreateVersion7();

    private DateTimeOffset now = Tickets.Sent;

    public List<LineChange> Changes { get; } = [];

    public Ticket Ticket { get; private set; } = start;

    /// <returns>What it answered; null when it refused, and nothing was changed.</returns>
    public int? Do(Deed deed)
    {
        now = now.AddSeconds(1);
        var ticket = JsonSerializer.Deserialize<Ticket>(JsonSerializer.Serialize(Ticket))!;
        try
        {
            var answer = Do(deed, ticket, new TicketAtStations(ticket, [.. guests], deed.At));
            Ticket = ticket;
            return answer;
        }
        catch (Refusal)
        {
            return null;
        }
    }

    private int Do(Deed deed, Ticket ticket, TicketAtStations at)
    {
        var work = new TicketWork(at, new(deed.Id, Cook, now));
        var (back, line) = (new TicketReturn(at), ticket.Lines[deed.Place]);
        switch (deed.Key)
        {
            case Key.Start: return work.Start([deed.Line]);
            case Key.Ready: return work.Ready([deed.Line]);
            case Key.ReadyAndLeave: return work.Ready([deed.Line]) is > 0 and var ready ? work.IsReady() ? work.Bump() : ready : 0;
            case Key.Bump: return work.Bump() is > 0 and var bumped ? bumped : work.StationWaitedFor() is null ? 0 : throw new Refusal("");
            case Key.Acknowledge: return work.Acknowledge([deed.Line]);
            case Key.Confirm: return work.ConfirmAllergies();
            case Key.Undo: return back.BeyondUndo(deed.DoneId) is null ? back.Undo(deed.DoneId) : throw new Refusal("");
            case Key.RecallLast:
                var last = ticket.Lines.Where(l => l.State != LineState.Void).SelectMany(l => l.Tasks).Where(t => t.BumpedAt is not null && deed.At?.Contains(t.StationId) != false).MaxBy(t => t.BumpedAt) ?? throw new Refusal("");
                return back.BeyondRecall(last.BumpId) is null ? back.Recall(last.BumpId) : throw new Refusal("");
            case Key.Recall: return back.BeyondRecall(null) is null ? back.Recall(null) : throw new Refusal("");
            case Key.RecallAnew: return back.BeyondRecall(null) is null ? back.Recall(null, now) : throw new Refusal("");
            case Key.RecallSurely: return back.Recall(null);
            case Key.Push: return new TicketHandover(at).Push([deed.Line], deed.Station);
            case Key.Pull: return new TicketHandover(at).Pull([deed.Line]);
            case Key.Rush or Key.Calm: return Rush(ticket, deed.Key == Key.Rush);
            case Key.Change:
                NoteDown(LineWork.Change(line, new(line.Modifiers, deed.Note), 20, now, Cook));
                return line.Version;
            case Key.Void:
                NoteDown(LineWork.Void(line, null, now, Cook));
                return line.Version;
            case Key.Add:
                if (line.State == LineState.Void) throw new Refusal("");
                ticket.Lines.Add(LineWork.Again(line, ticket.Lines.Count + 1, 20, now, Cook).Line);
                return 1;
            case Key.Fire:
                var held = ticket.Lines.Where(l => l.Course == deed.Course && l.State == LineState.Held).ToList();
                held.ForEach(l => LineWork.Fire(l, now, Cook));
                return held.Count;
            default:
                var course = ticket.Lines.Where(l => l.Course == deed.Course).ToList();
                var count = course.Count(LineWork.Hold);
                return count == 0 && course.Exists(l => l.State == LineState.Fired) ? throw new Refusal("") : count;
        }
    }

    private void NoteDown(LineChange? change)
    {
        if (change is not null) Changes.Add(change);
    }

    private int Rush(Ticket ticket, bool on)
    {
        if ((ticket.RushedAt is not null) == on) return 0;
        ticket.RushedAt = on ? now : null;
        return 1;
    }
}
