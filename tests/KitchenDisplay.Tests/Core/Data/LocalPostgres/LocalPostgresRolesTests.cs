using KitchenDisplay.Core.Data;
using KitchenDisplay.Tests.Support;
using Npgsql;

namespace KitchenDisplay.Tests.Core.Data;

public class LocalPostgresRolesTests : IAsyncLifetime
{
    private KitchenConnections connections = null!;

    public async Task InitializeAsync() => connections = await KitchenServer.CloneAsync("roles", _ => Task.CompletedTask);

    [Fact]
    public async Task The_app_reads_and_writes_what_the_owner_makes()
    {
        await Sql.RunAsync(connections.KitchenOwner, "create table dishes (number serial, name text)");

        await Sql.RunAsync(connections.Kitchen, "insert into dishes (name) values ('Ribeye'); update dishes set name = 'Rump'; delete from dishes where false");

        Assert.Equal("Rump", await Sql.ScalarAsync<string>(connections.Kitchen, "select name from dishes"));
    }

    [Theory]
    [InlineData("create table tricks ()")]
    [InlineData("create schema tricks")]
    [InlineData("drop table house")]
    [InlineData("truncate house")]
    [InlineData("create database tricks")]
    [InlineData("copy house to program 'cat'")]
    public async Task The_app_may_not_change_the_schema_or_leave_the_database(string sql)
    {
        await Sql.RunAsync(connections.KitchenOwner, "create table house ()");

        var refused = await Assert.ThrowsAsync<PostgresException>(() => Sql.RunAsync(connections.Kitchen, sql));

        Assert.Equal(PostgresErrorCodes.InsufficientPrivilege, refused.SqlState);
    }

    [Fact]
    public async Task The_app_rings_by_itself()
    {
        Assert.Equal("off", await Sql.ScalarAsync<string>(connections.Kitchen, "select current_setting('kitchen.bell')"));
        Assert.Null(await Sql.ScalarAsync<string>(connections.KitchenOwner, "select current_setting('kitchen.bell', true)"));
    }

    [Fact]
    public async Task The_owner_may_create_what_search_needs_and_see_what_is_slow()
    {
        await Sql.RunAsync(connections.KitchenOwner, "create extension pg_trgm; create extension unaccent");

        Assert.True(await Sql.ScalarAsync<bool>(connections.KitchenOwner, "select count(*) > 0 from pg_stat_statements"));
    }

    [Fact]
    public async Task Nobody_gets_in_with_a_guessed_password()
    {
        foreach (var role in new[] { "kitchen", "kitchen_owner", "postgres" })
        {
            var guess = new NpgsqlConnectionStringBuilder(connections.Kitchen) { Username = role, Password = role, Pooling = false }.ConnectionString;
            var refused = await Assert.ThrowsAsync<PostgresException>(() => Sql.RunAsync(guess, "select 1"));
            Assert.Equal(PostgresErrorCodes.InvalidPassword, refused.SqlState);
        }
    }

    public Task DisposeAsync() => KitchenServer.DropAsync(connections);
}
