using Microsoft.Playwright;

namespace KitchenDisplay.BrowserTests.Support;

/// <summary>The one browser of the test run, started by the first test that needs it. Each screen gets a context of its own, like another device.</summary>
public static class Chromium
{
    private static readonly string[] names = ["chromium", "chromium-browser", "google-chrome"];

    // The sandbox needs what containers do not give; the rest would talk to its maker's servers.
    private static readonly string[] options =
        ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-component-update", "--disable-sync", "--no-first-run"];

    private static readonly Lazy<Task<(IPlaywright Driver, IBrowser Browser)>> started = new(StartAsync);

    public static async Task<IBrowser> GetAsync() => (await started.Value).Browser;

    private static async Task<(IPlaywright Driver, IBrowser Browser)> StartAsync()
    {
        var path = Find() ?? throw new InvalidOperationException("There is no Chromium on this machine: install it with the system's package manager (Debian: apt-get install chromium), or start tests/run.sh, which does.");
        // What has to be quick is measured by the page itself; everything else may take its time on a busy machine.
        Assertions.SetDefaultExpectTimeout(20_000);
        var driver = await Playwright.CreateAsync();
        return (driver, await driver.Chromium.LaunchAsync(new() { ExecutablePath = path, Args = options }));
    }

    /// <summary>Ends the browser, if a test has started it.</summary>
    public static async Task CloseAsync()
    {
        if (!started.IsValueCreated) return;
        var (driver, browser) = await started.Value;
        await browser.CloseAsync();
        driver.Dispose();
    }

    private static string? Find() =>
        Environment.GetEnvironmentVariable("KITCHENDISPLAY_CHROMIUM") is { Length: > 0 } named ? named :
        (from folder in (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator)
         from name in names
         let path = Path.Combine(folder, name)
         where File.Exists(path)
         select path).FirstOrDefault();
}
