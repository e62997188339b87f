using System.Diagnostics;
using System.Globalization;
using KitchenDisplay.Core.Data;
using Microsoft.Extensions.Logging.Abstractions;

namespace KitchenDisplay.Tests.Support;

/// <summary>Another app that holds a data folder, in a process of its own that can be killed.</summary>
public sealed class OtherApp : IDisposable
{
    private readonly Process process;

    private OtherApp(Process process, int postmasterPid) => (this.process, PostmasterPid) = (process, postmasterPid);

    public int Pid => process.Id;
    public int PostmasterPid { get; }

    public static async Task<OtherApp> StartAsync(string dataFolder)
    {
        var start = new ProcessStartInfo("dotnet", ["exec", typeof(OtherApp).Assembly.Location, dataFolder])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
        };
        var process = Process.Start(start)!;
        var line = await process.StandardOutput.ReadLineAsync();
        return new(process, int.Parse(line!, CultureInfo.InvariantCulture));
    }

    /// <summary>What runs in that process: it says its server's process and holds the folder until it is killed or its input ends.</summary>
    public static async Task<int> Main(string[] args)
    {
        var options = new LocalPostgresOptions { DataFolder = args[0], Durable = false };
        await using var server = await LocalPostgres.StartAsync(options, NullLogger.Instance, CancellationToken.None);
        Console.WriteLine(server.PostmasterPid);
        await Console.In.ReadToEndAsync();
        return 0;
    }

    /// <summary>Kills it as `kill -9` does: it has no time to stop its server.</summary>
    public async Task KillAsync()
    {
        process.Kill();
        await process.WaitForExitAsync();
    }

    public void Dispose()
    {
        if (!process.HasExited)
        {
            process.StandardInput.Close();
            process.WaitForExit();
        }

        process.Dispose();
    }
}
