using System.Globalization;
using System.Runtime.InteropServices;

namespace KitchenDisplay.Core.Data;

/// <summary>The processes of a server that are not our children, known by the folder in which they work.</summary>
internal static class ServerProcesses
{
    public const int FastShutdown = 2; // SIGINT
    public const int ImmediateShutdown = 3; // SIGQUIT
    private const int Death = 9; // SIGKILL

    // Only Linux tells the folder in which a process works; elsewhere PostgreSQL's own checks must do.
    private static readonly bool canLook = Directory.Exists("/proc/self");

    private static bool IsAlive(int pid) => canLook ? State(pid) is not (null or 'Z') : Signal(pid, 0);

    /// <summary>Whether a process works in the cluster: a pid alone may belong to another program since the last boot.</summary>
    public static bool WorksIn(int pid, string cluster) => IsAlive(pid) && (!canLook || FolderOf(pid) == cluster);

    /// <summary>Ends what a dead postmaster left behind: a new one waits for the last of them, and a long query does not notice by itself.</summary>
    public static async Task EndOrphansAsync(string cluster, CancellationToken ct)
    {
        while (canLook && In(cluster) is { Count: > 0 } orphans)
        {
            orphans.ForEach(pid => Signal(pid, Death));
            await Task.Delay(5, ct);
        }

        // A zombie that nobody reaps, or another program with the same pid, would make PostgreSQL believe that it runs already.
        if (canLook && PostmasterFile.Read(cluster) is { } stale && State(stale.Pid) is not null)
            File.Delete(Path.Combine(cluster, "postmaster.pid"));
    }

    private static List<int> In(string cluster) =>
        [.. Directory.EnumerateDirectories("/proc")
            .Select(folder => int.TryParse(Path.GetFileName(folder), NumberStyles.None, CultureInfo.InvariantCulture, out var pid) ? pid : 0)
            .Where(pid => pid > 0 && FolderOf(pid) == cluster && State(pid) is not (null or 'Z'))];

    private static string? FolderOf(int pid)
    {
        try
        {
            return new DirectoryInfo($"/proc/{pid}/cwd").LinkTarget;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }

    // "pid (name) S ...": the name may hold brackets, so the last one counts. A zombie is dead for us.
    private static char? State(int pid)
    {
        try
        {
            var stat = File.ReadAllText($"/proc/{pid}/stat");
            return stat[stat.LastIndexOf(')') + 2];
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }

    public static bool Signal(int pid, int signal) => Kill(pid, signal) == 0;

    [DllImport("libc", EntryPoint = "kill")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int Kill(int pid, int signal);
}
