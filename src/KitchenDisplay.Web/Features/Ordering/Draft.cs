using System.Text.Json;
using KitchenDisplay.Core.Commands;
using KitchenDisplay.Core.Ordering;
using KitchenDisplay.Web.Features.Menu;

namespace KitchenDisplay.Web.Features.Ordering;

/// <summary>Whether a draft may still be changed.</summary>
public enum DraftState
{
    Open,

    /// <summary>Frozen: it has been sent, and nobody knows yet whether it arrived. It may only be sent again as it is, or taken back.</summary>
    Sending,
}

/// <summary>What a waiter has chosen and not yet sent. Never changed: each tap makes a new one. It lives in the browser until the kitchen has it.</summary>
/// <param name="CommandId">The id that the send will have, whoever sends it how often.</param>
/// <param name="Revision">Grows with each change, so that a second tab sees that its copy is old.</param>
public sealed record Draft(Guid CommandId, Guid OrderId, int Revision, DraftState State, IReadOnlyList<DraftLine> Lines)
{
    /// <summary>An empty draft with an id of its own.</summary>
    public static Draft New(Guid orderId) => new(Guid.CreateVersion7(), orderId, 0, DraftState.Open, []);

    /// <summary>Names this very content: two drafts with the same stamp are the same.</summary>
    public string Stamp => $"{CommandId:N}.{Revision}";

    public bool IsFrozen => State == DraftState.Sending;

    public bool IsEmpty => Lines.Count == 0;

    /// <summary>Portions, which is what the kitchen counts.</summary>
    public int Portions => Lines.Sum(l => l.Quantity);

    /// <summary>In the restaurant's currency, not rounded.</summary>
    public decimal Total => Lines.Sum(l => l.Total);

    /// <summary>The lines in the order in which they are eaten, and within a course as they were tapped.</summary>
    public IEnumerable<IGrouping<int, DraftLine>> Courses => Lines.GroupBy(l => l.Course).OrderBy(c => c.Key);

    /// <summary>With one more line; a line that is prepared alike for the same seat grows instead.</summary>
    public Draft Add(DraftLine line)
    {
        var alike = Lines.FirstOrDefault(l => l.IsLike(line) && l.Quantity + line.Quantity <= SendTicket.MaxQuantity);
        return alike is null
            ? Change([.. Lines, line])
            : Replace(alike with { Quantity = alike.Quantity + line.Quantity });
    }

    /// <summary>With this line in the place of the one with its id; unchanged when that one is gone.</summary>
    public Draft Replace(DraftLine line) => Lines.Any(l => l.Id == line.Id) ? Change([.. Lines.Select(l => l.Id == line.Id ? line : l)]) : this;

    /// <summary>With no more portions of these dishes than are left, those that were tapped first; under a new id, since it is another send.</summary>
    public Draft Without(IReadOnlyList<ShortDish> shortDishes)
    {
        var left = shortDishes.ToDictionary(s => s.DishId, s => s.Left);
        var rest = new List<DraftLine>();
        foreach (var line in Lines)
        {
            var quantity = left.TryGetValue(line.DishId, out var portions) ? Math.Min(line.Quantity, portions) : line.Quantity;
            if (left.ContainsKey(line.DishId)) left[line.DishId] -= quantity;
            if (quantity > 0) rest.Add(line with { Quantity = quantity });
        }
        return Change(rest).Renew();
    }

    public Draft Remove(Guid lineId) => Lines.Any(l => l.Id == lineId) ? Change([.. Lines.Where(l => l.Id != lineId)]) : this;

    /// <summary>With the menu's present names and prices. What is no longer on the menu stays as it was, for the kitchen to refuse by name.</summary>
    public Draft Reprice(MenuCard menu)
    {
        var repriced = Lines.Select(l => l.Reprice(menu)).ToArray();
        return repriced.SequenceEqual(Lines) ? this : Change(repriced);
    }

    /// <summary>No longer to be changed, because it is on its way.</summary>
    public Draft Freeze() => this with { State = DraftState.Sending, Revision = Revision + 1 };

    /// <summary>To be changed again, because the kitchen has refused it. The id stays: nothing was carried out under it.</summary>
    public Draft Unfreeze() => this with { State = DraftState.Open, Revision = Revision + 1 };

    /// <summary>The same lines under a new id, because the old one can never be sent any more.</summary>
    public Draft Renew() => this with { CommandId = Guid.CreateVersion7(), State = DraftState.Open, Revision = 0 };

    /// <summary>The command. The same draft always makes the same one, or the kitchen would not recognise it.</summary>
    public SendTicket ToSend() => new(CommandId, OrderId, [.. Lines.Select(l => l.ToSend())]);

    /// <summary>As text: a browser's numbers would turn 34.00 into 34, and that is another command.</summary>
    public string ToJson() => JsonSerializer.Serialize(this, JsonSerializerOptions.Web);

    /// <summary>Null for a text that is not a draft.</summary>
    public static Draft? FromJson(string? json)
    {
        try
        {
            return json is null ? null : JsonSerializer.Deserialize<Draft>(json, JsonSerializerOptions.Web) is { Lines: not null } draft && draft.Lines.All(l => l is { DishName: not null, Modifiers: not null }) ? draft : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private Draft Change(IReadOnlyList<DraftLine> lines) =>
        IsFrozen ? throw new InvalidOperationException("A draft that is on its way must not change.") : this with { Lines = lines, Revision = Revision + 1 };
}
