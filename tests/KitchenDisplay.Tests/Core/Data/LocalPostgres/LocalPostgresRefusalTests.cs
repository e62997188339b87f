using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using KitchenDisplay.Core.Data;
using KitchenDisplay.Tests.Support;
using Microsoft.Extensions.Logging.Abstractions;

namespace KitchenDisplay.Tests.Core.Data;

public sealed class LocalPostgresRefusalTests : IDisposable
{
    private const UnixFileMode MayOnlyLook = UnixFileMode.UserRead | UnixFileMode.UserExecute;
    private const UnixFileMode MayDoAll = MayOnlyLook | UnixFileMode.UserWrite;

    private readonly ServerFolder folder = new();
    private readonly string place = Directory.CreateTempSubdirectory("kitchendisplay-test-").FullName;

    [Fact]
    public async Task A_folder_without_a_server_is_named()
    {
        var refusal = await RefusalAsync(folder.Options with { BinaryFolders = [place] });

        Assert.Equal($"There is no PostgreSQL server in {place}: name the folder that holds its programs postgres and initdb.", refusal);
        Assert.False(Directory.Exists(folder.Path));
    }

    [Fact]
    public async Task A_server_that_is_too_old_is_named_with_its_version()
    {
        PretendToBe("14.12 (Debian 14.12-1)");

        var refusal = await RefusalAsync(folder.Options with { BinaryFolders = [place] });

        Assert.Equal($"PostgreSQL 14 in {place} is too old: install version 15 or later.", refusal);
    }

    [Fact]
    public async Task Data_of_another_version_is_left_alone()
    {
        PretendToBe("17.2");
        await WriteVersionAsync("16");

        var refusal = await RefusalAsync(folder.Options with { BinaryFolders = [place] });

        Assert.Equal($"The data in {folder.Path} was written by PostgreSQL 16, but version 17 is installed: install PostgreSQL 16 beside it, or bring the data over with pg_upgrade.", refusal);
    }

    [Fact]
    public async Task Data_without_its_passwords_is_left_alone()
    {
        await using (await folder.StartAsync()) { }
        File.Delete(Path.Combine(folder.Path, "keys"));

        var refusal = await RefusalAsync(folder.Options);

        Assert.Contains($"put the file {folder.Path}/keys back", refusal, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_port_that_was_asked_for_and_is_taken_is_named()
    {
        using var other = new TcpListener(IPAddress.Loopback, 0);
        other.Start();
        var port = ((IPEndPoint)other.LocalEndpoint).Port;

        var refusal = await RefusalAsync(folder.Options with { Port = port });

        Assert.Equal($"Port {port} is in use by another program: stop that program, or choose another port for PostgreSQL.", refusal);
    }

    [Fact]
    public async Task A_port_of_the_last_start_that_is_taken_meanwhile_gives_way_to_a_free_one()
    {
        await using (await folder.StartAsync()) { }
        using var other = new TcpListener(IPAddress.Loopback, int.Parse(await File.ReadAllTextAsync(Path.Combine(folder.Path, "port")), CultureInfo.InvariantCulture));
        other.Start();

        await using var server = await folder.StartAsync();

        Assert.Equal(1, await Sql.ScalarAsync<int>(server.Connections.Kitchen, "select 1"));
    }

    [Fact]
    public async Task A_folder_that_may_not_be_written_is_named_with_the_user()
    {
        File.SetUnixFileMode(place, MayOnlyLook);
        var inside = Path.Combine(place, "data");

        var refusal = await RefusalAsync(folder.Options with { DataFolder = inside });

        var user = Environment.IsPrivilegedProcess ? "postgres" : Environment.UserName;
        Assert.Equal($"The user {user} may not write to {inside}: give the folder to this user, or set KITCHENDISPLAY_DATA to a folder that this user may enter and write.", refusal);
    }

    [RootFact("mount a disk that is too small")]
    public async Task A_full_disk_is_named_and_leaves_nothing_half_done()
    {
        var disk = new LocalPostgresOptions { DataFolder = Path.Combine(place, "disk", "data"), Durable = false };
        File.SetUnixFileMode(place, MayDoAll | UnixFileMode.OtherExecute);
        Directory.CreateDirectory(Path.Combine(place, "disk"));
        await RunAsync("mount", "-t", "tmpfs", "-o", "size=20m,mode=755", "kitchendisplay", Path.Combine(place, "disk"));
        try
        {
            var refusal = await RefusalAsync(disk);
            Assert.Equal($"The disk that holds {disk.DataFolder} is full: free some space on it and start again.", refusal);

            await RunAsync("mount", "-o", "remount,size=400m", Path.Combine(place, "disk"));
            await using var server = await LocalPostgres.StartAsync(disk, NullLogger.Instance, CancellationToken.None);
            Assert.Equal(1, await Sql.ScalarAsync<int>(server.Connections.Kitchen, "select 1"));
        }
        finally
        {
            // Lazily: the last child of a server that has stopped may still be on its way out.
            await RunAsync("umount", "--lazy", Path.Combine(place, "disk"));
        }
    }

    private static async Task<string> RefusalAsync(LocalPostgresOptions options) =>
        (await Assert.ThrowsAsync<LocalPostgresException>(() => LocalPostgres.StartAsync(options, NullLogger.Instance, CancellationToken.None))).Message;

    private void PretendToBe(string version)
    {
        foreach (var program in new[] { "postgres", "initdb" })
        {
            var path = Path.Combine(place, program);
            File.WriteAllText(path, $"#!/bin/sh\necho '{program} (PostgreSQL) {version}'\n");
            File.SetUnixFileMode(path, MayDoAll | UnixFileMode.GroupRead | UnixFileMode.GroupExecute | UnixFileMode.OtherRead | UnixFileMode.OtherExecute);
        }
    }

    private async Task WriteVersionAsync(string major)
    {
        Directory.CreateDirectory(Path.Combine(folder.Path, "cluster"));
        await File.WriteAllTextAsync(Path.Combine(folder.Path, "cluster", "PG_VERSION"), major + "\n");
    }

    private static async Task RunAsync(params string[] command)
    {
        using var process = Process.Start(command[0], command[1..]);
        await process.WaitForExitAsync();
        Assert.Equal(0, process.ExitCode);
    }

    public void Dispose()
    {
        File.SetUnixFileMode(place, MayDoAll);
        Directory.Delete(place, recursive: true);
        folder.Dispose();
    }
}
