using KitchenDisplay.Core.Commands;
using KitchenDisplay.Core.Inventory;
using KitchenDisplay.Core.Inventory.Receiving;

namespace KitchenDisplay.Web.Features.Inventory.Receiving;

/// <summary>Everything that was scanned and said of a delivery, before it is received. The browser keeps a copy of it.</summary>
public sealed class DeliveryDraft
{
    public Guid Command { get; set; } = Guid.CreateVersion7();
    public Guid Delivery { get; set; } = Guid.CreateVersion7();
    public string? Note { get; set; }

    /// <summary>The newest scan first.</summary>
    public List<DraftLine> Lines { get; init; } = [];

    /// <summary>By item: why something else came than was ordered.</summary>
    public Dictionary<Guid, DraftDifference> Differences { get; init; } = [];

    /// <summary>The scans that were heard: one that comes again, since its answer was lost, is no second pack.</summary>
    public List<string> Heard { get; init; } = [];

    /// <summary>Whether a scan is new.</summary>
    public bool Hears(string scan)
    {
        if (Heard.Contains(scan)) return false;
        Heard.Add(scan);
        return true;
    }

    /// <summary>Takes a scan in: into the lot that it belongs to, or as one of its own.</summary>
    /// <exception cref="Refusal">There is only one such pack, and it was scanned before.</exception>
    public DraftLine Add(DraftLine line)
    {
        if (line.OnlyOnes.FirstOrDefault(one => Lines.Any(l => l.OnlyOnes.Contains(one))) is not null) throw new Refusal("This very pack has been scanned already: there is only one with its number.");
        if (Lines.Find(l => l.IsSame(line)) is not { } same)
        {
            Lines.Insert(0, line);
            return line;
        }
        same.Add(line);
        Lines.Remove(same);
        Lines.Insert(0, same);
        return same;
    }

    /// <summary>Takes out what was scanned under a code that nobody knew, the oldest first: once somebody has said what it is, each is added again.</summary>
    public IReadOnlyList<DraftLine> TakeOut(string code)
    {
        var lines = Lines.Where(l => l.ItemId is null && l.Code?.Code == code).Reverse().ToList();
        Lines.RemoveAll(lines.Contains);
        return lines;
    }

    /// <summary>What came of each item, in base units, without what goes back.</summary>
    public IReadOnlyDictionary<Guid, decimal> Came(IReadOnlyDictionary<Guid, Item> items) => Lines.Where(l => l.ItemId is { } id && items.ContainsKey(id)).GroupBy(l => l.ItemId!.Value)
        .ToDictionary(g => g.Key, g => g.Where(l => !l.IsRejected).Sum(l => l.InBase(items[g.Key]) ?? 0));

    /// <summary>The command that receives all of it.</summary>
    /// <exception cref="Refusal">Something is not said; it names every line.</exception>
    public ReceiveDelivery Receive(Guid? order, int? version, IReadOnlyDictionary<Guid, Item> items)
    {
        var wrong = new List<Sentence>();
        var lines = new List<ArrivedLine>();
        foreach (var line in Enumerable.Reverse(Lines))
            try
            {
                lines.Add(line.Arrived(line.ItemId is { } id ? items[id] : throw new Refusal("Say what {0} is, or take the line away.", line.Code?.Code ?? "")));
            }
            catch (Refusal refusal)
            {
                wrong.AddRange(refusal.Reasons);
            }
        if (wrong.Count > 0) throw new Refusal(wrong);
        return new(Command, Delivery, order, version, Note, lines, [.. Differences.OrderBy(d => d.Key).Select(d => new ExplainedDifference(d.Key, d.Value.Reason, d.Value.IsStillToCome))]);
    }
}

/// <summary>Why something else came than was ordered.</summary>
public sealed class DraftDifference
{
    public string? Reason { get; set; }
    public bool IsStillToCome { get; set; }
}
