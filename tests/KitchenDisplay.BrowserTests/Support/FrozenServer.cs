using System.Diagnostics;
using System.Globalization;
using KitchenDisplay.Core.Data;
using KitchenDisplay.Tests.Support;

namespace KitchenDisplay.BrowserTests.Support;

/// <summary>A database server that is neither dead nor alive: all its processes stand still until this is disposed.</summary>
public sealed class FrozenServer : IDisposable
{
    private readonly List<int> processes;

    private FrozenServer(List<int> processes) => this.processes = processes;

    public static async Task<FrozenServer> FreezeAsync(KitchenConnections connections)
    {
        var postmaster = ParentOf(await Sql.ScalarAsync<int>(connections.KitchenOwner, "select pg_backend_pid()"));
        // Its children are found when it can have no more.
        Signal("STOP", [postmaster]);
        var frozen = new FrozenServer([postmaster, .. Children(postmaster)]);
        Signal("STOP", frozen.processes);
        return frozen;
    }

    private static List<int> Children(int parent) =>
    [
        .. Directory.EnumerateDirectories("/proc").Select(Path.GetFileName).Where(name => int.TryParse(name, out _))
            .Select(name => int.Parse(name!, CultureInfo.InvariantCulture)).Where(pid => ParentOf(pid) == parent),
    ];

    private static int ParentOf(int pid)
    {
        try
        {
            // After the name, which may hold anything, stand the state and the parent.
            return int.Parse(File.ReadAllText($"/proc/{pid}/stat").Split(") ")[^1].Split(' ')[1], CultureInfo.InvariantCulture);
        }
        catch (IOException)
        {
            return 0;
        }
    }

    private static void Signal(string signal, IEnumerable<int> processes)
    {
        using var kill = Process.Start("kill", [$"-{signal}", .. processes.Select(pid => $"{pid}")]);
        kill.WaitForExit();
    }

    public void Dispose() => Signal("CONT", processes);
}
