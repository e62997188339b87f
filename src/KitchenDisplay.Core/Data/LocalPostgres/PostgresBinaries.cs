using System.Text.RegularExpressions;

namespace KitchenDisplay.Core.Data;

/// <summary>The server programs of one PostgreSQL installation.</summary>
internal sealed partial record PostgresBinaries(string Folder, int Major)
{
    private const int OldestMajor = 15;

    // Distributions put the server's programs beside the PATH, so that several versions can live together.
    private static readonly string[] Parents = ["/usr/lib/postgresql", "/usr/lib", "/usr/libexec", "/usr", "/opt/homebrew/opt", "/usr/local/opt", "/Library/PostgreSQL"];

    public string Postgres => Path.Combine(Folder, "postgres");
    public string Initdb => Path.Combine(Folder, "initdb");

    /// <summary>The newest installation, or the one of the version that wrote the cluster.</summary>
    public static async Task<PostgresBinaries> FindAsync(IReadOnlyList<string>? folders, int? clusterMajor, string dataFolder, CancellationToken cancel)
    {
        var found = new List<PostgresBinaries>();
        foreach (var folder in folders ?? await UsualFoldersAsync(cancel))
        {
            if (await InAsync(folder, cancel) is { } binaries)
                found.Add(binaries);
        }

        if (found.Count == 0)
            throw ServerRefusal.NoBinaries(folders);
        var newest = found.MaxBy(binaries => binaries.Major)!;
        if (newest.Major < OldestMajor)
            throw ServerRefusal.TooOld(newest, OldestMajor);
        if (clusterMajor is null)
            return newest;
        return found.Find(binaries => binaries.Major == clusterMajor) ?? throw ServerRefusal.OtherMajor(dataFolder, clusterMajor.Value, newest.Major);
    }

    private static async Task<IEnumerable<string>> UsualFoldersAsync(CancellationToken cancel)
    {
        var path = (Environment.GetEnvironmentVariable("PATH") ?? "").Split(':', StringSplitOptions.RemoveEmptyEntries);
        var installed = Parents.Where(Directory.Exists)
            .SelectMany(parent => Directory.EnumerateDirectories(parent).Prepend(parent))
            .Where(folder => folder.Contains("pgsql", StringComparison.Ordinal) || folder.Contains("postgres", StringComparison.OrdinalIgnoreCase))
            .SelectMany(folder => new[] { folder, Path.Combine(folder, "bin") });
        var config = await ProgramRun.OfAsync(["pg_config", "--bindir"], cancel);
        return [.. path.Concat(installed).Concat(config.Succeeded ? [config.Output.Trim()] : []).Distinct()];
    }

    private static async Task<PostgresBinaries?> InAsync(string folder, CancellationToken cancel)
    {
        var postgres = new FileInfo(Path.Combine(folder, "postgres"));
        if (!postgres.Exists)
            return null;
        // A link on the PATH leads to where the rest of the installation is.
        var binaries = new PostgresBinaries(Path.GetDirectoryName(postgres.ResolveLinkTarget(returnFinalTarget: true)?.FullName) ?? folder, 0);
        if (!File.Exists(binaries.Initdb))
            return null;
        var version = await ProgramRun.OfAsync([binaries.Postgres, "--version"], cancel);
        return version.Succeeded && MajorVersion().Match(version.Output) is { Success: true } match
            ? binaries with { Major = int.Parse(match.Groups[1].ValueSpan, System.Globalization.CultureInfo.InvariantCulture) }
            : null;
    }

    /// <summary>Whether a library that the server could preload is installed.</summary>
    public async Task<bool> HasLibraryAsync(string name, CancellationToken cancel)
    {
        var config = await ProgramRun.OfAsync([Path.Combine(Folder, "pg_config"), "--pkglibdir"], cancel);
        string[] folders = [Path.Combine(Folder, "../lib"), .. config.Succeeded ? new[] { config.Output.Trim() } : []];
        return folders.Any(folder => File.Exists(Path.Combine(folder, name + ".so")) || File.Exists(Path.Combine(folder, name + ".dylib")));
    }

    [GeneratedRegex(@"\(PostgreSQL\) (\d+)")]
    private static partial Regex MajorVersion();
}
