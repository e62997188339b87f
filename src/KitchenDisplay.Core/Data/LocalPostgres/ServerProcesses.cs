using System.Runtime.InteropServices;

namespace KitchenDisplay.Core.Data;

/// <summary>The processes of a server, which need not be our children.</summary>
internal static class ServerProcesses
{
    public const int FastShutdown = 2; // SIGINT
    public const int ImmediateShutdown = 3; // SIGQUIT
    public const int Death = 9; // SIGKILL

    // Only Linux has it; elsewhere PostgreSQL's own checks must do.
    private static readonly bool CanLook = Directory.Exists("/proc/self");

    // A process of the server works in the cluster's folder. Only its own user may see that: in a container, root may not.
    private const string EndAllIn = """
        while :; do
          found=
          for process in /proc/[0-9]*; do
            [ "$process/cwd" -ef "$0" ] && read -r name < "$process/comm" && [ "$name" = postgres ] || continue
            found=1
            kill -9 "${process#/proc/}"
          done
          [ "$found" ] || exit 0
          sleep 0.01
        done 2>/dev/null
        """;

    /// <summary>Whether a process is the postmaster of the cluster: a pid alone may belong to another program since the last boot.</summary>
    public static bool IsPostmaster(int pid, string cluster) => CanLook
        ? Arguments(pid).Contains(cluster)
        : Signal(pid, 0);

    // A zombie has none.
    private static string[] Arguments(int pid)
    {
        try
        {
            return File.ReadAllText($"/proc/{pid}/cmdline").Split('\0');
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return [];
        }
    }

    /// <summary>Ends what a dead postmaster left behind: a new one waits for the last of them, and a long query does not notice by itself.</summary>
    public static async Task EndOrphansAsync(ServerAccount account, string cluster, CancellationToken cancel)
    {
        await ProgramRun.OfAsync(account.Command("/bin/sh", "-c", EndAllIn, cluster), cancel);
        // A zombie that nobody reaps, or another program with the same pid, would make PostgreSQL believe that it runs already.
        if (CanLook && PostmasterFile.Read(cluster) is { } stale && Exists(stale.Pid))
            File.Delete(PostmasterFile.Of(cluster));
    }

    private static bool Exists(int pid) => Directory.Exists($"/proc/{pid}");

    /// <summary>False when there is no such process, or it is not ours.</summary>
    public static bool Signal(int pid, int signal) => Kill(pid, signal) == 0;

    [DllImport("libc", EntryPoint = "kill")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int Kill(int pid, int signal);
}
