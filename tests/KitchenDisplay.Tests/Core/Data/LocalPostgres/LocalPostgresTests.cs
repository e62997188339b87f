using System.Diagnostics;
using KitchenDisplay.Core.Data;
using KitchenDisplay.Tests.Support;
using Microsoft.Extensions.Logging.Abstractions;
using Npgsql;

namespace KitchenDisplay.Tests.Core.Data;

public sealed class LocalPostgresTests : IDisposable
{
    private readonly ServerFolder folder = new();

    [Fact]
    public async Task A_second_start_keeps_the_data_and_the_address()
    {
        KitchenConnections before;
        await using (var first = await folder.StartAsync())
        {
            before = first.Connections;
            await Sql.RunAsync(before.KitchenOwner, "create table dishes (name text); insert into dishes values ('Ribeye')");
        }

        await using var second = await folder.StartAsync();

        Assert.Equal(before, second.Connections);
        Assert.Equal("Ribeye", await Sql.ScalarAsync<string>(second.Connections.Kitchen, "select name from dishes"));
    }

    [Fact]
    public async Task Disposing_stops_the_server()
    {
        var server = await folder.StartAsync();
        using var postmaster = Process.GetProcessById(server.PostmasterPid);

        await server.DisposeAsync();

        Assert.True(postmaster.HasExited);
        await Assert.ThrowsAsync<NpgsqlException>(() => Sql.RunAsync(server.Connections.Kitchen, "select 1"));
    }

    [Fact]
    public async Task A_throw_away_server_leaves_no_folder()
    {
        var options = LocalPostgresOptions.ThrowAway();
        var server = await LocalPostgres.StartAsync(options, NullLogger.Instance, CancellationToken.None);
        Assert.True(Directory.Exists(options.DataFolder));

        await server.DisposeAsync();

        Assert.False(Directory.Exists(options.DataFolder));
    }

    [Fact]
    public async Task A_second_app_is_told_who_holds_the_folder()
    {
        using var holder = await OtherApp.StartAsync(folder.Path);

        var refused = await Assert.ThrowsAsync<LocalPostgresException>(folder.StartAsync);

        Assert.Contains($"in use by another KitchenDisplay (process {holder.Pid})", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_server_left_behind_by_a_killed_app_is_taken_over_and_later_stopped()
    {
        using var killed = await OtherApp.StartAsync(folder.Path);
        await killed.KillAsync();
        using var postmaster = Process.GetProcessById(killed.PostmasterPid);

        await using (var server = await folder.StartAsync())
        {
            Assert.Equal(killed.PostmasterPid, server.PostmasterPid);
            Assert.Equal(1, await Sql.ScalarAsync<int>(server.Connections.Kitchen, "select 1"));
        }

        // It is nobody's child here, so the last of its exit cannot be awaited: it has said goodbye, and is gone a moment later.
        await Until.TrueAsync(() => Task.FromResult(!Running(postmaster.Id)), TimeSpan.FromSeconds(5));
    }

    [Fact]
    public async Task A_pid_file_that_names_another_program_does_not_keep_the_server_from_starting()
    {
        await using (await folder.StartAsync()) { }
        var stale = Path.Combine(folder.Path, "cluster", "postmaster.pid");
        await File.WriteAllTextAsync(stale, $"{Environment.ProcessId}\n/elsewhere\n0\n5432\n\n127.0.0.1\n\nready\n");

        await using var server = await folder.StartAsync();

        Assert.Equal(1, await Sql.ScalarAsync<int>(server.Connections.Kitchen, "select 1"));
    }

    [Fact]
    public async Task The_folder_and_the_keys_are_closed_to_other_users()
    {
        await using var server = await folder.StartAsync();

        const UnixFileMode others = (UnixFileMode)0b000_111_111;
        Assert.Equal(UnixFileMode.None, File.GetUnixFileMode(folder.Path) & others);
        Assert.Equal(UnixFileMode.None, File.GetUnixFileMode(Path.Combine(folder.Path, "keys")) & others);
    }

    // A zombie that nobody has reaped yet still has a folder under /proc.
    private static bool Running(int pid) =>
        Directory.Exists($"/proc/{pid}") && !File.ReadAllText($"/proc/{pid}/stat").Contains(") Z", StringComparison.Ordinal);

    public void Dispose() => folder.Dispose();
}
