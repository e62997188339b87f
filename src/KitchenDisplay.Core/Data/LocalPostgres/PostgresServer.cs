using System.Diagnostics;
using System.Globalization;

namespace KitchenDisplay.Core.Data;

/// <summary>A running server: one that we started, or one that a killed app left behind.</summary>
internal sealed class PostgresServer : IDisposable
{
    private static readonly TimeSpan Glance = TimeSpan.FromMilliseconds(10);
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    private readonly PostmasterFile postmaster;
    private readonly string cluster;
    private readonly Process? child;

    private PostgresServer(PostmasterFile postmaster, string cluster, Process? child) => (this.postmaster, this.cluster, this.child) = (postmaster, cluster, child);

    public int Pid => postmaster.Pid;
    public int Port => postmaster.Port;
    private bool IsRunning => child is { HasExited: false } || ServerProcesses.IsPostmaster(Pid, cluster);
    public bool WasAdopted => child is null;

    /// <summary>The server that still runs in the cluster, when it is ready or becomes ready; null when there is none or it is just stopping.</summary>
    public static async Task<PostgresServer?> AdoptAsync(string cluster, CancellationToken cancel)
    {
        while (PostmasterFile.Read(cluster) is { } postmaster && ServerProcesses.IsPostmaster(postmaster.Pid, cluster))
        {
            if (postmaster.IsReady)
                return new(postmaster, cluster, child: null);
            await Task.Delay(Glance, cancel);
        }

        return null;
    }

    /// <summary>Starts the server and waits until it accepts connections, however long it has to recover.</summary>
    public static async Task<PostgresServer> StartAsync(ServerTools tools, Cluster cluster, int port, CancellationToken cancel)
    {
        await ServerProcesses.EndOrphansAsync(tools.Account, cluster.Folder, cancel);
        var said = Path.Combine(Path.GetDirectoryName(cluster.Folder)!, "start.log");
        var mark = cluster.LogMark();
        var child = Launch(tools.Account.Command(tools.Binaries.Postgres, "-D", cluster.Folder, "-p", port.ToString(CultureInfo.InvariantCulture)), said);
        try
        {
            while (!child.HasExited)
            {
                // A killed server leaves a file behind that still says "ready".
                if (PostmasterFile.Read(cluster.Folder) is { IsReady: true } postmaster && ServerProcesses.IsPostmaster(postmaster.Pid, cluster.Folder))
                    return new(postmaster, cluster.Folder, child);
                await Task.Delay(Glance, cancel);
            }

            var words = await File.ReadAllTextAsync(said, cancel) + cluster.LogSince(mark);
            throw ServerRefusal.FromOutput(words, cluster.Folder, port, tools.Account.Name);
        }
        catch
        {
            await StopAsync(cluster.Folder, child);
            child.Dispose();
            throw;
        }
    }

    // A session of its own: Ctrl+C in our terminal must not stop the server before the app has finished with it.
    private static Process Launch(string[] server, string said)
    {
        string[] session = File.Exists("/usr/bin/setsid") || File.Exists("/bin/setsid") ? ["setsid"] : [];
        return Process.Start(ProgramRun.StartInfo(["/bin/sh", "-c", "exec \"$@\" </dev/null >\"$0\" 2>&1", said, .. session, .. server]))!;
    }

    private static async Task StopAsync(string cluster, Process child)
    {
        if (PostmasterFile.Read(cluster) is { } postmaster && !child.HasExited && ServerProcesses.IsPostmaster(postmaster.Pid, cluster))
            ServerProcesses.Signal(postmaster.Pid, ServerProcesses.ImmediateShutdown);
        else if (!child.HasExited)
            child.Kill(entireProcessTree: true);
        await child.WaitForExitAsync(CancellationToken.None);
    }

    /// <summary>Ends when the server has ended, for whatever reason.</summary>
    public async Task WaitForExitAsync(CancellationToken cancel)
    {
        if (child is not null)
            await child.WaitForExitAsync(cancel);
        // Not our child, or our child was only the program that changed the user.
        while (IsRunning)
            await Task.Delay(Glance * 5, cancel);
    }

    /// <summary>Stops the server: at once and without a checkpoint when its data is not kept.</summary>
    public async Task StopAsync(bool keep)
    {
        int[] ways = keep ? [ServerProcesses.FastShutdown, ServerProcesses.ImmediateShutdown, ServerProcesses.Death] : [ServerProcesses.ImmediateShutdown, ServerProcesses.Death];
        foreach (var way in ways)
        {
            if (IsRunning)
                ServerProcesses.Signal(Pid, way);
            if (await EndsWithinAsync(Patience))
                return;
        }
    }

    private async Task<bool> EndsWithinAsync(TimeSpan time)
    {
        using var late = new CancellationTokenSource(time);
        try
        {
            await WaitForExitAsync(late.Token);
            return true;
        }
        catch (OperationCanceledException)
        {
            return false;
        }
    }

    public void Dispose() => child?.Dispose();
}
