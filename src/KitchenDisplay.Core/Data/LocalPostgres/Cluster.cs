using System.Globalization;
using System.Text;

namespace KitchenDisplay.Core.Data;

/// <summary>The server's data on disk: made once, with settings that are written anew before each start.</summary>
internal sealed class Cluster(string dataFolder)
{
    private const long MiB = 1 << 20;

    public string Folder { get; } = Path.Combine(dataFolder, "cluster");

    /// <summary>The major version that wrote the cluster; null when there is none yet.</summary>
    public int? Major =>
        File.Exists(VersionFile) ? int.Parse(File.ReadAllText(VersionFile), CultureInfo.InvariantCulture) : null;

    private string VersionFile => Path.Combine(Folder, "PG_VERSION");

    /// <summary>Makes the cluster under another name first, so that a full disk or a power cut leaves no half of one behind.</summary>
    public async Task CreateAsync(ServerTools tools, PostgresKeys keys, bool durable, CancellationToken cancel)
    {
        var unfinished = Folder + ".new";
        var password = Path.Combine(dataFolder, "password.new");
        try
        {
            Delete(unfinished);
            tools.Logger.MakingCluster(tools.Binaries.Major, Folder);
            await File.WriteAllTextAsync(password, keys.Superuser, cancel);
            File.SetUnixFileMode(password, UnixFileMode.UserRead | UnixFileMode.UserWrite);
            await tools.Account.OwnAsync(password, cancel);
            string[] safety = durable ? ["--data-checksums"] : ["--no-sync"];
            var run = await ProgramRun.OfAsync(tools.Account.Command([tools.Binaries.Initdb, "-D", unfinished, "--username=postgres", $"--pwfile={password}",
                "--auth=scram-sha-256", "--encoding=UTF8", $"--locale={Locale}", "--lc-messages=C", .. safety]), cancel);
            if (!run.Succeeded)
                throw ServerRefusal.FromOutput(run.Output, dataFolder, user: tools.Account.Name);
            await File.AppendAllTextAsync(Path.Combine(unfinished, "postgresql.conf"), "\ninclude 'kitchen.conf'\n", cancel);
            Directory.Move(unfinished, Folder);
        }
        finally
        {
            File.Delete(password);
            Delete(unfinished);
        }
    }

    // Code point order never changes with the system's libraries, so an upgrade cannot break an index; people's order is asked for where people read.
    private static string Locale => OperatingSystem.IsMacOS() ? "en_US.UTF-8" : "C.UTF-8";

    private static void Delete(string folder)
    {
        if (Directory.Exists(folder))
            Directory.Delete(folder, recursive: true);
    }

    /// <summary>Settings for a kitchen's machine, which the app shares; `alter system` overrides any of them.</summary>
    public async Task WriteSettingsAsync(LocalPostgresOptions options, ServerAccount account, bool statistics, CancellationToken cancel)
    {
        var memory = GC.GetGCMemoryInfo().TotalAvailableMemoryBytes / MiB;
        var buffers = options.Durable ? Math.Clamp(memory / 4, 128, 8192) : 128;
        // After a kill, one sync of the file system instead of one for each of a thousand files: seconds on a slow disk.
        string[] recovery = OperatingSystem.IsLinux() ? ["recovery_init_sync_method = syncfs"] : [];
        string[] safety = options.Durable ? [] : ["fsync = off", "full_page_writes = off"];
        var settings = Path.Combine(Folder, "kitchen.conf");
        await File.WriteAllLinesAsync(settings,
        [
            "# Written before each start: change settings with ALTER SYSTEM.",
            "listen_addresses = '127.0.0.1'",
            "unix_socket_directories = ''",
            $"max_connections = {options.MaxConnections}",
            $"shared_preload_libraries = '{(statistics ? "pg_stat_statements" : "")}'",
            $"shared_buffers = '{buffers}MB'",
            $"effective_cache_size = '{Math.Max(memory / 2, 256)}MB'",
            "work_mem = '8MB'",
            "maintenance_work_mem = '128MB'",
            "wal_compression = on",
            "random_page_cost = 1.1",
            "jit = off",
            "track_io_timing = on",
            "timezone = 'UTC'",
            "log_timezone = 'UTC'",
            "lc_messages = 'C'",
            "logging_collector = on",
            "log_directory = 'log'",
            "log_filename = 'postgresql-%a.log'",
            "log_rotation_age = '1d'",
            "log_rotation_size = 0",
            "log_truncate_on_rotation = on",
            .. recovery,
            .. safety,
        ], cancel);
        // Where root's umask hides new files from everybody, the server could not read it.
        await account.OwnAsync(settings, cancel);
    }

    /// <summary>How long each log file is now, for <see cref="LogSince"/>.</summary>
    public Dictionary<string, long> LogMark() => LogFiles().ToDictionary(file => file.Name, file => file.Length);

    /// <summary>What the server has written to its log since the mark.</summary>
    public string LogSince(Dictionary<string, long> mark)
    {
        var text = new StringBuilder();
        foreach (var file in LogFiles())
        {
            using var reader = file.OpenText();
            var before = mark.GetValueOrDefault(file.Name);
            reader.BaseStream.Seek(before <= file.Length ? before : 0, SeekOrigin.Begin);
            text.Append(reader.ReadToEnd());
        }

        return text.ToString();
    }

    private IEnumerable<FileInfo> LogFiles()
    {
        var log = new DirectoryInfo(Path.Combine(Folder, "log"));
        return log.Exists ? log.EnumerateFiles() : [];
    }
}
