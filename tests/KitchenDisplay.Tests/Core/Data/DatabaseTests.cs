using KitchenDisplay.Core.Data;
using KitchenDisplay.Core.Demo;
using KitchenDisplay.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging.Abstractions;
using Npgsql;

namespace KitchenDisplay.Tests.Core.Data;

public sealed class DatabaseTests(TestKitchen kitchen) : IClassFixture<TestKitchen>
{
    [Fact]
    public async Task The_migrations_say_everything_that_the_model_says()
    {
        await using var db = await kitchen.OpenDatabaseAsync();

        Assert.False(db.Database.HasPendingModelChanges());
    }

    [Fact]
    public async Task Nodes_that_start_at_the_same_time_migrate_once()
    {
        var empty = await KitchenServer.CloneAsync("empty", _ => Task.CompletedTask);

        await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(() => Database.MigrateAsync(empty, NullLogger.Instance))));
        await Database.MigrateAsync(empty, NullLogger.Instance);

        await using var db = await kitchen.OpenDatabaseAsync();
        Assert.Equal(db.Database.GetMigrations().Count(), await Sql.ScalarAsync<long>(empty.Kitchen, "select count(*) from \"__EFMigrationsHistory\""));
        Assert.Equal(0, await Sql.ScalarAsync<long>(empty.Kitchen, "select count(*) from orders"));
        Assert.Equal(0, await Sql.ScalarAsync<long>(empty.KitchenOwner, "select count(*) from pg_locks where locktype = 'advisory' and database = (select oid from pg_database where datname = current_database())"));
        await KitchenServer.DropAsync(empty);
    }

    [Fact]
    public async Task A_database_that_a_newer_app_has_made_is_refused_and_left_alone()
    {
        var newer = await TestKitchen.CloneAsync();
        await Sql.RunAsync(newer.KitchenOwner, "insert into \"__EFMigrationsHistory\" values ('29991231235959_Robots', '99.0.0')");

        var refusal = await Assert.ThrowsAsync<DatabaseTooNewException>(() => Database.MigrateAsync(newer, NullLogger.Instance));

        Assert.Equal("The database is newer than this app (it has 29991231235959_Robots). Start the newer version of the app, or restore a backup made before the update.", refusal.Message);
        await KitchenServer.DropAsync(newer);
    }

    [Theory]
    [InlineData("create table tricks ()")]
    [InlineData("alter table orders add tricks int")]
    [InlineData("drop table lines")]
    [InlineData("truncate tickets cascade")]
    [InlineData("create or replace function ring_for_others() returns void language sql as ''")]
    [InlineData("alter table changes disable trigger all")]
    [InlineData("drop trigger note_insert on tickets")]
    public async Task The_app_may_not_change_how_the_restaurant_is_kept(string sql)
    {
        var refused = await Assert.ThrowsAsync<PostgresException>(() => Sql.RunAsync(kitchen.Connections.Kitchen, sql));

        Assert.Equal(PostgresErrorCodes.InsufficientPrivilege, refused.SqlState);
    }

    [Theory]
    [InlineData("people where name = 'Ana'")]
    [InlineData("dishes where name = 'Fries'")]
    [InlineData("tax_classes")]
    [InlineData("courses where number = 2")]
    [InlineData("categories")]
    [InlineData("dining_tables where name = '3'")]
    [InlineData("areas where name = 'Hall'")]
    [InlineData("stations where slug = 'fry'")]
    [InlineData("modifier_groups")]
    public async Task What_others_name_cannot_be_deleted_from_under_them(string what)
    {
        if (await kitchen.CountAsync("order_tables where left_at is null") == 0)
        {
            var open = TestKitchen.Open(kitchen.Tables.Single(t => t.Name == "3").Id);
            await kitchen.Orders.OpenAsync(open, kitchen.Waiter);
            await kitchen.Orders.SendAsync(TestKitchen.Ticket(open.OrderId, kitchen.Line("Fries")), kitchen.Waiter);
        }

        var refused = await Assert.ThrowsAsync<PostgresException>(() => Sql.RunAsync(kitchen.Connections.Kitchen, $"delete from {what}"));

        Assert.Contains(refused.SqlState, new[] { PostgresErrorCodes.ForeignKeyViolation, PostgresErrorCodes.RestrictViolation });
    }

    [Theory]
    [InlineData("update commands set outcome = 'Done'")]
    [InlineData("delete from commands")]
    [InlineData("delete from \"__EFMigrationsHistory\"")]
    [InlineData("create table mine (id int)")]
    public async Task The_app_rewrites_neither_its_past_nor_its_schema(string sql)
    {
        var refused = await Assert.ThrowsAsync<PostgresException>(() => Sql.RunAsync(kitchen.Connections.Kitchen, sql));

        Assert.Equal(PostgresErrorCodes.InsufficientPrivilege, refused.SqlState);
    }

    [Fact]
    public async Task An_order_goes_with_everything_that_is_its_own()
    {
        var sent = await kitchen.SendAsync(kitchen.Line("Fries", 2));
        var order = (await kitchen.ReadAsync(sent.TicketId)).OrderId;

        await Sql.RunAsync(kitchen.Connections.Kitchen, $"delete from orders where id = '{order}'");

        Assert.Equal(0, await kitchen.CountAsync($"tickets where order_id = '{order}'"));
        Assert.Equal(0, await kitchen.CountAsync($"prep_tasks where ticket_id = '{sent.TicketId}'"));
        Assert.Equal(0, await kitchen.CountAsync($"checks where order_id = '{order}'"));
    }

    [Fact]
    public async Task The_demo_restaurant_loads_once_however_many_nodes_start()
    {
        var contents = await kitchen.ContentsAsync();

        var loaded = await Task.WhenAll(Enumerable.Range(0, 3).Select(_ => Task.Run(async () =>
        {
            await using var db = await kitchen.OpenDatabaseAsync();
            return await DemoLoader.LoadAsync(db, DemoFile.Read(), TimeProvider.System.GetUtcNow());
        })));

        Assert.Equal([false, false, false], loaded);
        Assert.Equal(contents, await kitchen.ContentsAsync());
    }
}
