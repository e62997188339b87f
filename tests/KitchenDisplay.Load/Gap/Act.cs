namespace KitchenDisplay.Load.Gap;

/// <summary>One statement of a writer. <c>$1</c> is an order, <c>$2</c> a ticket of it.</summary>
/// <param name="Weight">How often it is chosen, relative to the others.</param>
/// <param name="NeedsTicket">True when <c>$2</c> must be a ticket that is there.</param>
internal sealed record Act(int Weight, string Sql, bool NeedsTicket = false)
{
    public static readonly Act Open = new(0, """
        insert into orders (id, kind, name, covers, business_day, waiter_id, opened_at)
        values ($1, 'Tab', nextval('gap_numbers')::text, 2, current_date, (select min(id::text)::uuid from people), clock_timestamp())
        """);

    /// <summary>For the orders that many writers share: whoever comes second waits for the first's commit.</summary>
    public static readonly Act RenameShared = new(0, "update orders set name = (name::bigint + 1)::text where id = $1");

    public static readonly Act[] OnOrder =
    [
        new(4, "update orders set name = nextval('gap_numbers')::text where id = $1"),
        new(3, "insert into guests (order_id, seat, allergies) select $1, coalesce(max(seat), 0) + 1, '{}' from guests where order_id = $1"),
        new(2, "delete from guests where order_id = $1 and seat = (select min(seat) from guests where order_id = $1 having count(*) > 1)"),
        new(5, """
            insert into tickets (id, order_id, number, sent_at, sent_by)
            values ($2, $1, nextval('gap_numbers'), clock_timestamp(), (select min(id::text)::uuid from people))
            """),
        new(8, """
            with line as (
                insert into lines (id, ticket_id, order_id, position, course, dish_id, dish_name, modifiers, price, tax_class_id, tax_rate, state, version)
                select gen_random_uuid(), $2, $1, place, place, d.id, d.name, '[]', d.price, d.tax_class_id, 0, 'Fired', nextval('gap_numbers')::int
                from (select coalesce(max(position), 0) + 1 as place from lines where ticket_id = $2) p, (select * from dishes order by id limit 1) d
                returning id)
            insert into prep_tasks (id, line_id, ticket_id, station_id, step, prep_seconds, state, fired_at, start_at, due_at)
            select gen_random_uuid(), id, $2, (select min(id::text)::uuid from stations), nextval('gap_numbers')::int, 60, 'Fired',
                clock_timestamp(), clock_timestamp(), clock_timestamp()
            from line
            """, NeedsTicket: true),
        new(8, "update lines set version = nextval('gap_numbers')::int where ticket_id = $2 and position = (select max(position) from lines where ticket_id = $2)", NeedsTicket: true),
        new(8, "update prep_tasks set step = nextval('gap_numbers')::int where line_id = (select id from lines where ticket_id = $2 order by position desc limit 1)", NeedsTicket: true),
        new(4, "delete from lines where ticket_id = $2 and position = (select min(position) from lines where ticket_id = $2 having count(*) > 1)", NeedsTicket: true),
        new(2, "delete from tickets where id = $2", NeedsTicket: true),
        new(2, """
            update prep_tasks set state = 'Bumped', bumped_at = clock_timestamp()
            where state <> 'Bumped' and ticket_id in (select id from tickets where order_id = $1)
            """),
        new(2, "update orders set closed_at = clock_timestamp() where id = $1 and closed_at is null"),
        new(1, "delete from orders where id = $1"),
    ];

    public static Act Choose(Random random, bool hasTickets)
    {
        var possible = OnOrder.Where(act => hasTickets || !act.NeedsTicket).ToArray();
        var at = random.Next(possible.Sum(act => act.Weight));
        return possible.First(act => (at -= act.Weight) < 0);
    }
}
