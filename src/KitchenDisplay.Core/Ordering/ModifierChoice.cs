using KitchenDisplay.Core.Commands;
using KitchenDisplay.Core.Menu;

namespace KitchenDisplay.Core.Ordering;

/// <summary>What a guest wants of a dish, checked against the questions that the dish asks.</summary>
internal static class ModifierChoice
{
    /// <param name="ids">The chosen modifiers.</param>
    /// <param name="had">What the line already has: it may keep it as it was, whether or not it is still offered.</param>
    /// <param name="wrong">Told of everything that is wrong.</param>
    /// <returns>What may be chosen of it, in the order of the questions.</returns>
    internal static List<LineModifier> Of(Dish dish, IReadOnlyList<Guid> ids, IReadOnlyList<LineModifier> had, Action<Sentence> wrong)
    {
        var chosen = new List<LineModifier>();
        var left = ids.ToHashSet();
        var kept = had.Where(m => left.Contains(m.Id)).ToDictionary(m => m.Id);
        if (left.Count < ids.Count) wrong(new("{0}: a choice is there twice.", dish.Name));
        foreach (var group in dish.Groups.OrderBy(g => g.Position).Select(g => g.Group!))
        {
            var answers = group.Modifiers.Where(m => (m.Active || kept.ContainsKey(m.Id)) && left.Remove(m.Id)).OrderBy(m => m.Position).ToList();
            if (answers.Count < group.Min)
                wrong(new(group.Min == 1 ? "{0}: choose “{1}”." : "{0}: choose at least {2} of “{1}”.", dish.Name, group.Name, group.Min));
            if (answers.Count > group.Max)
                wrong(new("{0}: choose at most {2} of “{1}”.", dish.Name, group.Name, group.Max));
            chosen.AddRange(answers.Select(m => kept.GetValueOrDefault(m.Id) ?? new LineModifier(m.Id, m.Name, m.Kind, m.PriceChange)));
        }
        chosen.AddRange(had.Where(m => left.Remove(m.Id)));
        if (left.Count > 0) wrong(new("{0}: a choice is not offered with it any more. Choose again.", dish.Name));
        return chosen;
    }
}
