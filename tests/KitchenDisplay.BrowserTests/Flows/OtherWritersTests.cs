using KitchenDisplay.BrowserTests.Support;
using KitchenDisplay.Tests.Support;
using static Microsoft.Playwright.Assertions;

namespace KitchenDisplay.BrowserTests.Flows;

/// <summary>What another program writes with plain SQL, on a connection that knows nothing of the app's doorbell.</summary>
public sealed class OtherWritersTests(House house) : Flow(house)
{
    private static readonly TimeSpan AtOnce = TimeSpan.FromSeconds(0.5);

    [Fact]
    public async Task An_insert_an_update_and_a_delete_by_plain_sql_are_on_the_wall_within_half_a_second()
    {
        var wall = await WallAsync("grill");
        await Staff.SeatAsync("5");

        var inserted = await CommitAsync("""
            insert into tickets (id, order_id, number, sent_at, sent_by) select '0197b1a0-0000-7000-8000-000000000001', id, 9001, clock_timestamp(), waiter_id from orders;
            insert into lines (id, ticket_id, order_id, position, dish_id, dish_name, course, modifiers, price, tax_class_id, tax_rate, state, version, fired_at)
            select '0197b1a0-0000-7000-8000-000000000002', t.id, t.order_id, 1, d.id, d.name, d.course, '[]', d.price, d.tax_class_id, 0.07, 'Fired', 1, clock_timestamp() from tickets t, dishes d where d.name = 'Lamb rump, salsa verde';
            insert into prep_tasks (id, line_id, ticket_id, station_id, step, prep_seconds, state, fired_at, start_at, due_at)
            select gen_random_uuid(), l.id, l.ticket_id, s.id, 1, 600, 'Fired', clock_timestamp(), clock_timestamp(), clock_timestamp() + interval '10 minutes' from lines l, stations s where s.slug = 'grill'
            """);
        Assert.InRange(await wall.CameAsync(9001) - inserted, TimeSpan.FromSeconds(-1), AtOnce);

        var note = wall.ReadsAsync(9001, "by the window");
        var updated = await CommitAsync("update lines set note = 'by the window'");
        Assert.InRange(await note - updated, TimeSpan.FromSeconds(-1), AtOnce);

        var deleted = await CommitAsync("delete from prep_tasks; delete from lines; delete from tickets");
        Assert.InRange(await wall.WentAsync(9001) - deleted, TimeSpan.FromSeconds(-1), AtOnce);
        await Expect(wall.Page.GetByText("All caught up")).ToBeVisibleAsync();
    }

    /// <returns>When the server had answered the commit: a wall may be even quicker than the answer.</returns>
    private async Task<DateTimeOffset> CommitAsync(string sql)
    {
        await Sql.RunAsync(Connections.KitchenOwner, $"begin; {sql}; commit");
        return DateTimeOffset.UtcNow;
    }
}
