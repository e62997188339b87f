using System.Diagnostics;
using KitchenDisplay.Core.Data;
using KitchenDisplay.Tests.Support;
using Npgsql;
using Xunit.Abstractions;

namespace KitchenDisplay.Tests.Core.Data;

public sealed class LocalPostgresRestartTests(ITestOutputHelper output) : IAsyncLifetime, IDisposable
{
    private static readonly TimeSpan AtMost = TimeSpan.FromSeconds(5);

    private readonly ServerFolder folder = new();
    private LocalPostgres server = null!;

    public async Task InitializeAsync() => server = await folder.StartAsync();

    [Fact]
    public async Task A_killed_server_is_back_at_the_same_address_with_everything_committed()
    {
        await Sql.RunAsync(server.Connections.KitchenOwner, "create table tickets (number int); insert into tickets select generate_series(1, 1000)");

        Kill(server.PostmasterPid);

        await AnswersAgainAsync();
        Assert.Equal(1000L, await Sql.ScalarAsync<long>(server.Connections.Kitchen, "select count(*) from tickets"));
    }

    [Fact]
    public async Task A_server_that_is_killed_twice_comes_back_twice()
    {
        foreach (var _ in new[] { 1, 2 })
        {
            Kill(server.PostmasterPid);
            await AnswersAgainAsync();
        }
    }

    [Fact]
    public async Task The_restart_does_not_wait_for_a_query_that_has_not_noticed_the_death()
    {
        await using var busy = new NpgsqlConnection(server.Connections.Kitchen);
        await busy.OpenAsync();
        await using var endless = new NpgsqlCommand("select count(*) from generate_series(1, 1e12::bigint) a", busy) { CommandTimeout = 0 };
        var running = endless.ExecuteScalarAsync();
        await Until.TrueAsync(async () => await Sql.ScalarAsync<bool>(server.Connections.KitchenOwner, $"select wait_event is null from pg_stat_activity where pid = {busy.ProcessID}"), AtMost);

        Kill(server.PostmasterPid);

        await AnswersAgainAsync();
        await Assert.ThrowsAnyAsync<NpgsqlException>(() => running);
    }

    [Fact]
    public async Task A_server_that_was_taken_over_is_restarted_too()
    {
        await server.DisposeAsync();
        using (var killed = await OtherApp.StartAsync(folder.Path))
            await killed.KillAsync();
        server = await folder.StartAsync();

        Kill(server.PostmasterPid);

        await AnswersAgainAsync();
    }

    private static void Kill(int pid)
    {
        using var process = Process.GetProcessById(pid);
        process.Kill();
    }

    private async Task AnswersAgainAsync()
    {
        var unpooled = new NpgsqlConnectionStringBuilder(server.Connections.Kitchen) { Pooling = false }.ConnectionString;
        var killed = server.PostmasterPid;
        var took = await Until.TrueAsync(async () => server.PostmasterPid != killed && await AnswersAsync(unpooled), AtMost);
        output.WriteLine($"Back after {took.TotalMilliseconds:0} ms.");
    }

    private static async Task<bool> AnswersAsync(string connectionString)
    {
        try
        {
            return await Sql.ScalarAsync<int>(connectionString, "select 1") == 1;
        }
        catch (NpgsqlException)
        {
            return false;
        }
    }

    public Task DisposeAsync() => server.DisposeAsync().AsTask();

    public void Dispose() => folder.Dispose();
}
