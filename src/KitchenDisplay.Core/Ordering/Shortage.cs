using KitchenDisplay.Core.Commands;
using KitchenDisplay.Core.Data;
using KitchenDisplay.Core.Inventory;
using Microsoft.EntityFrameworkCore;

namespace KitchenDisplay.Core.Ordering;

/// <summary>Why portions cannot be promised, in words: each dish, what it lacks, and how many of it are left.</summary>
/// <param name="counted">Dishes that are counted by hand and of which fewer are left.</param>
/// <param name="there">The stock of everything that is needed, before this; null when there is enough.</param>
internal sealed class Shortage(IReadOnlyList<Line> lines, IReadOnlyList<Need> needs, IReadOnlyDictionary<Guid, int> counted, IReadOnlyDictionary<Guid, Stock>? there)
{
    internal async Task<Refusal> RefusalAsync(KitchenContext db, CancellationToken cancel)
    {
        var missing = Missing().ToHashSet();
        var names = await db.Items.AsNoTracking().Where(i => missing.Contains(i.Id)).ToDictionaryAsync(i => i.Id, i => i.Name, cancel);
        var reasons = new List<Sentence>();
        var dishes = new List<ShortDish>();
        foreach (var dish in lines.GroupBy(l => l.DishId))
        {
            var portions = dish.Select(l => needs.Where(n => n.LineId == l.Id).ToList()).ToList();
            int? left = counted.TryGetValue(dish.Key, out var byHand) ? byHand : null;
            Guid? item = null;
            foreach (var lacks in missing)
            {
                var most = portions.SelectMany(p => p).Where(n => n.ItemId == lacks).Select(n => n.Quantity).DefaultIfEmpty().Max();
                if (most == 0) continue;
                var byStock = (int)Math.Max(0, Math.Floor(there![lacks].Available / most));
                if (left is null || byStock < left) (left, item) = (byStock, lacks);
            }
            if (left is not { } few) continue;
            dishes.Add(new ShortDish(dish.Key, few));
            reasons.Add((few, item) switch
            {
                (0, null) => new("{0} is sold out.", dish.First().DishName),
                (1, null) => new("{0}: only 1 portion is left.", dish.First().DishName),
                (_, null) => new("{0}: only {1} portions are left.", dish.First().DishName, few),
                (0, { } lacks) => new("{0} is sold out: there is not enough {1}.", dish.First().DishName, names[lacks]),
                (1, { } lacks) => new("{0}: {1} is enough for 1 portion.", dish.First().DishName, names[lacks]),
                (_, { } lacks) => new("{0}: {2} is enough for {1} portions.", dish.First().DishName, few, names[lacks]),
            });
        }
        return new Refusal(reasons) { ShortDishes = dishes };
    }

    private IEnumerable<Guid> Missing() => there is null ? [] : needs.GroupBy(n => n.ItemId)
        .Where(g => there.TryGetValue(g.Key, out var stock) && !stock.AllowShort && stock.Available < g.Sum(n => n.Quantity)).Select(g => g.Key);
}
