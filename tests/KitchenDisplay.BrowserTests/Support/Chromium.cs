using Microsoft.Playwright;

namespace KitchenDisplay.BrowserTests.Support;

/// <summary>The one browser of the test run, started by the first test that needs it. Each screen gets a context of its own, like another device.</summary>
public static class Chromium
{
    private static readonly string[] names = ["chromium", "chromium-browser", "google-chrome"];

    // The sandbox needs what containers do not give; the rest would talk to its maker's servers.
    private static readonly string[] options =
        ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-component-update", "--disable-sync", "--no-first-run"];

    private static readonly Lazy<Task<IBrowser>> browser = new(StartAsync);

    public static Task<IBrowser> GetAsync() => browser.Value;

    private static async Task<IBrowser> StartAsync()
    {
        var path = Find() ?? throw new InvalidOperationException("There is no Chromium on this machine: install it with the system's package manager (Debian: apt-get install chromium), or start tests/run.sh, which does.");
        // What has to be quick is measured by the page itself; everything else may take its time on a busy machine.
        Assertions.SetDefaultExpectTimeout(20_000);
        var playwright = await Playwright.CreateAsync();
        var started = await playwright.Chromium.LaunchAsync(new() { ExecutablePath = path, Args = options });
        // xunit has no end of a run to hang this on.
        AppDomain.CurrentDomain.ProcessExit += (_, _) =>
        {
            started.CloseAsync().GetAwaiter().GetResult();
            playwright.Dispose();
        };
        return started;
    }

    private static string? Find() =>
        Environment.GetEnvironmentVariable("KITCHENDISPLAY_CHROMIUM") is { Length: > 0 } named ? named :
        (from folder in (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator)
         from name in names
         let path = Path.Combine(folder, name)
         where File.Exists(path)
         select path).FirstOrDefault();
}
