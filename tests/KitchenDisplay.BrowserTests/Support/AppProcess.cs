using System.Diagnostics;
using System.Net;
using System.Reflection;
using System.Text;
using KitchenDisplay.Core.Data;
using KitchenDisplay.Core.Doors.SignIn;
using KitchenDisplay.Tests.Support;

namespace KitchenDisplay.BrowserTests.Support;

/// <summary>The app as people run it: a process of its own, which can be stopped, killed and started again at the same address.</summary>
public sealed class AppProcess : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    private static readonly string app = typeof(AppProcess).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(m => m.Key == "WebApp").Value!;

    private readonly Dictionary<string, string> settings;
    private readonly string[] options;
    private readonly HttpClient http = new() { Timeout = TimeSpan.FromSeconds(2) };
    private readonly StringBuilder said = new();
    private Process? process;

    private AppProcess(Dictionary<string, string> settings, string[] options)
    {
        (this.settings, this.options) = (settings, options);
        Address = new Uri($"http://127.0.0.1:{FreePort.Choose()}/");
    }

    public Uri Address { get; }

    /// <summary>What the app has written to its console so far.</summary>
    public string Said
    {
        get
        {
            lock (said) return said.ToString();
        }
    }

    /// <summary>A node on a given server.</summary>
    public static Task<AppProcess> StartAsync(KitchenConnections connections, params string[] options) => StartAsync(new Dictionary<string, string>
    {
        ["ConnectionStrings__Kitchen"] = connections.Kitchen,
        ["ConnectionStrings__KitchenOwner"] = connections.KitchenOwner,
    }, options);

    /// <summary>The app with a database server of its own in a folder, as a first start makes it.</summary>
    public static Task<AppProcess> StartAsync(string dataFolder) => StartAsync(new Dictionary<string, string>
    {
        ["ConnectionStrings__Kitchen"] = "",
        ["ConnectionStrings__KitchenOwner"] = "",
        ["KITCHENDISPLAY_DATA"] = dataFolder,
    });

    private static async Task<AppProcess> StartAsync(Dictionary<string, string> settings, params string[] options)
    {
        var node = new AppProcess(settings, options);
        await node.StartAgainAsync();
        return node;
    }

    /// <summary>Starts it where it was, and returns at the moment when it says that it is ready.</summary>
    public async Task StartAgainAsync()
    {
        var start = new ProcessStartInfo("dotnet", ["exec", app, "--urls", Address.ToString(), .. options]) { RedirectStandardOutput = true, RedirectStandardError = true };
        foreach (var (name, value) in settings) start.Environment[name] = value;
        // Nodes of one database know the same PINs.
        start.Environment[HouseKeys.Variable] = new string('5', 128);
        // What a circuit fails with is said to the browser, whose complaints fail the test.
        start.Environment["DetailedErrors"] = "true";
        process?.Dispose();
        process = Process.Start(start)!;
        process.OutputDataReceived += (_, line) => Hear(line.Data);
        process.ErrorDataReceived += (_, line) => Hear(line.Data);
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        await Until.TrueAsync(IsReadyAsync, Patience);
    }

    private void Hear(string? line)
    {
        lock (said) said.AppendLine(line);
    }

    private async Task<bool> IsReadyAsync()
    {
        if (process!.HasExited) throw new InvalidOperationException($"The app has ended with {process.ExitCode}:\n{Said}");
        try
        {
            using var answer = await http.GetAsync(new Uri(Address, "readyz"));
            return answer.StatusCode == HttpStatusCode.OK;
        }
        catch (Exception problem) when (problem is HttpRequestException or TaskCanceledException)
        {
            return false;
        }
    }

    /// <summary>Kills it as `kill -9` does: it has no time for a word.</summary>
    public async Task KillAsync()
    {
        process!.Kill();
        await process.WaitForExitAsync();
    }

    /// <summary>Asks it to stop, as Ctrl+C and service managers do.</summary>
    /// <returns>Its exit code.</returns>
    public async Task<int> StopAsync()
    {
        using var term = Process.Start("kill", ["-TERM", $"{process!.Id}"]);
        await term.WaitForExitAsync();
        await process.WaitForExitAsync().WaitAsync(Patience);
        return process.ExitCode;
    }

    public async ValueTask DisposeAsync()
    {
        if (process is { HasExited: false }) await StopAsync();
        process?.Dispose();
        http.Dispose();
    }
}
