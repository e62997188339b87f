using KitchenDisplay.Core.Data;
using KitchenDisplay.Core.House;
using Microsoft.EntityFrameworkCore;

namespace KitchenDisplay.Core.Reports;

/// <summary>Something that is sold and of which nobody has said what it is made of.</summary>
/// <param name="Group">The question that a modifier answers; null for a dish.</param>
/// <param name="Today">What it sold this business day, in the restaurant's currency: a modifier by what it adds to the price.</param>
/// <param name="Month">What it sold in the last 30 business days, this one among them.</param>
/// <param name="Portions">How often, in these 30 days.</param>
public sealed record UnmappedSale(Guid Id, string? Group, string Name, decimal Today, decimal Month, int Portions);

/// <summary>Finds what moves no stock when it is sold.</summary>
public sealed class Unmapped(IDbContextFactory<KitchenContext> contexts, TimeProvider clock)
{
    private const int Days = 30;

    /// <summary>Dishes without a recipe and modifiers without items, by what they sold: most money first.</summary>
    public async Task<IReadOnlyList<UnmappedSale>> FindAsync(CancellationToken cancel = default)
    {
        await using var db = await contexts.CreateDbContextAsync(cancel);
        if (await db.Restaurants.AsNoTracking().SingleOrDefaultAsync(cancel) is not { } house) return [];
        var today = house.BusinessDay(clock.GetUtcNow());
        var before = today.AddDays(-Days);
        return await db.Database.SqlQuery<UnmappedSale>($"""
            with sold as materialized (
                select l.dish_id, l.price, l.modifiers, o.business_day = {today} as today from orders o join lines l on l.order_id = o.id
                where o.business_day > {before} and o.business_day <= {today} and l.state <> 'Void'),
            chosen as (
                select (m ->> 'id')::uuid as id, (m ->> 'priceChange')::numeric as change, today from sold cross join lateral jsonb_array_elements(modifiers) m)
            select * from (
                select d.id as "Id", null::text as "Group", d.name as "Name", coalesce(sum(s.price) filter (where s.today), 0) as "Today", coalesce(sum(s.price), 0) as "Month", count(s.dish_id)::int as "Portions"
                from dishes d left join sold s on s.dish_id = d.id where d.recipe_id is null group by d.id having d.active or count(s.dish_id) > 0
                union all
                select m.id, g.name, m.name, coalesce(sum(c.change) filter (where c.today), 0), coalesce(sum(c.change), 0), count(c.id)::int
                from modifiers m join modifier_groups g on g.id = m.group_id left join chosen c on c.id = m.id
                where not exists (select from modifier_items i where i.modifier_id = m.id) group by m.id, g.name having m.active or count(c.id) > 0) sales
            order by "Month" desc, "Today" desc, "Portions" desc, "Group" nulls first, "Name"
            """).ToListAsync(cancel);
    }
}
