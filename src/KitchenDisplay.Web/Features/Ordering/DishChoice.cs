using KitchenDisplay.Core.Menu;
using KitchenDisplay.Core.Ordering;

namespace KitchenDisplay.Web.Features.Ordering;

/// <summary>A dish on its way into the draft, or a line of it in hand: what has been answered, for whom, how often.</summary>
public sealed class DishChoice
{
    private readonly Dish dish;
    private readonly HashSet<Guid> chosen;
    private readonly DraftLine line;

    public DishChoice(Dish dish, IReadOnlyList<ModifierGroup> groups, int? seat) : this(dish, groups, DraftLine.Of(dish, [], seat), isNew: true) { }

    public DishChoice(Dish dish, IReadOnlyList<ModifierGroup> groups, DraftLine line) : this(dish, groups, line, isNew: false) { }

    private DishChoice(Dish dish, IReadOnlyList<ModifierGroup> groups, DraftLine line, bool isNew)
    {
        (this.dish, this.line, Groups, IsNew) = (dish, line, groups, isNew);
        // What has left the menu since is not offered any more, so it cannot stay chosen.
        chosen = [.. line.Modifiers.Select(m => m.Id).Where(id => groups.Any(g => g.Modifiers.Any(m => m.Id == id)))];
        (Seat, Course, Note, Quantity) = (line.Seat, line.Course, line.Note, line.Quantity);
    }

    public IReadOnlyList<ModifierGroup> Groups { get; }

    /// <summary>False for a line that is in the draft already.</summary>
    public bool IsNew { get; }
    public string Name => dish.Name;
    public Guid DishId => dish.Id;
    public Guid LineId => line.Id;
    public int? Seat { get; set; }
    public int Course { get; set; }
    public string? Note { get; set; }
    public int Quantity { get; private set; }

    /// <summary>Of one portion as it is chosen now.</summary>
    public decimal Price => dish.Price + Modifiers.Sum(m => m.PriceChange);

    /// <summary>Whether every question has enough answers.</summary>
    public bool IsComplete => Groups.All(g => Missing(g) == 0);

    public bool Has(Modifier modifier) => chosen.Contains(modifier.Id);

    /// <summary>How many answers a question still needs.</summary>
    public int Missing(ModifierGroup group) => Math.Max(0, group.Min - group.Modifiers.Count(Has));

    /// <summary>Whether a tap on this answer changes anything: more than the question allows cannot be chosen, but the only one can be exchanged.</summary>
    public bool CanTap(ModifierGroup group, Modifier modifier) => Has(modifier) || group.Max == 1 || group.Modifiers.Count(Has) < group.Max;

    public void Tap(ModifierGroup group, Modifier modifier)
    {
        if (!CanTap(group, modifier)) return;
        if (chosen.Remove(modifier.Id)) return;
        if (group.Max == 1) chosen.ExceptWith(group.Modifiers.Select(m => m.Id));
        chosen.Add(modifier.Id);
    }

    public void Count(int by) => Quantity = Math.Clamp(Quantity + by, 1, SendTicket.MaxQuantity);

    /// <summary>The line as it is chosen now, with the price that is shown.</summary>
    public DraftLine ToLine() => line with
    {
        DishName = dish.Name,
        Quantity = Quantity,
        Modifiers = Modifiers,
        Seat = Seat,
        Course = Course,
        Note = string.IsNullOrWhiteSpace(Note) ? null : Note.Trim(),
        Price = Price,
    };

    /// <summary>In the order of the menu, so that two lines chosen in another order are alike.</summary>
    public IReadOnlyList<LineModifier> Modifiers =>
        [.. Groups.SelectMany(g => g.Modifiers).Where(Has).Select(m => new LineModifier(m.Id, m.Name, m.Kind, m.PriceChange))];
}
