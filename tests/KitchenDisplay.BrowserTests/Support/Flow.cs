using System.Reflection;
using KitchenDisplay.Core.Data;
using KitchenDisplay.Core.Staff;
using KitchenDisplay.Tests.Support;
using Microsoft.Playwright;

namespace KitchenDisplay.BrowserTests.Support;

/// <summary>A flow through real screens. What a browser complains about on its console, a broken content policy among it, fails the test, and so does a page that loads itself anew.</summary>
[Collection(Service.Name)]
public abstract class Flow(House house) : IAsyncLifetime
{
    // What a page of ours says before it gives itself up: only in a test that takes the server away it may.
    private const string LoadedAnew = "This page will be loaded anew";

    private readonly List<IBrowserContext> devices = [];
    private readonly List<string> complaints = [];
    private bool mayLoseConnection;

    protected House House { get; } = house;

    protected KitchenConnections Connections => House.Connections;

    protected FloorStaff Staff => House.Staff;

    /// <summary>What runs in every page before its own scripts.</summary>
    protected virtual IReadOnlyList<string> Scripts { get; } = ["witness.js"];

    public virtual Task InitializeAsync() => House.ClearAsync();

    /// <summary>A station's wall on a 1080p screen.</summary>
    /// <param name="station">Its slug; null for all stations.</param>
    protected async Task<Wall> WallAsync(string? station, AppProcess? node = null)
    {
        var page = await PageAsync(width: 1920, height: 1080, role: null);
        return await Wall.OpenAsync(page, (node ?? House.Node).Address, station);
    }

    /// <summary>The floor on a 10 inch tablet.</summary>
    /// <param name="prepare">What is done to the page before it loads anything.</param>
    protected async Task<Tablet> TabletAsync(AppProcess? node = null, Func<IPage, Task>? prepare = null)
    {
        var page = await PageAsync(new() { HasTouch = true }, 1280, 800, Role.Waiter);
        if (prepare is not null) await prepare(page);
        return await Tablet.OpenAsync(page, (node ?? House.Node).Address);
    }

    /// <summary>A page on a device of its own, with its own cookies and storage.</summary>
    /// <param name="role">Who is signed in there; null for nobody, as on a wall.</param>
    protected async Task<IPage> PageAsync(BrowserNewContextOptions? device = null, int width = 1440, int height = 900, Role? role = Role.Manager)
    {
        var browser = await Chromium.GetAsync();
        var context = await browser.NewContextAsync(new(device ?? new())
        {
            ViewportSize = new() { Width = width, Height = height },
            ScreenSize = new() { Width = width, Height = height },
        });
        devices.Add(context);
        if (role is { } who) await context.AddCookiesAsync([new() { Name = "kd-session", Value = await DoorKeys.SignInAsync(Connections, who), Url = House.Node.Address.ToString(), HttpOnly = true, SameSite = SameSiteAttribute.Strict }]);
        foreach (var script in Scripts) await context.AddInitScriptAsync(Read(script));
        context.Console += (_, message) => { if (message.Type == "error" || message.Text.StartsWith(LoadedAnew, StringComparison.Ordinal)) Hear(message.Page?.Url, message.Text); };
        context.WebError += (_, error) => Hear(error.Page?.Url, error.Error);
        return await context.NewPageAsync();
    }

    /// <summary>Chooses files. Blazor listens to a file box only some moments after it stands there: a person is slower than that, a test is not.</summary>
    protected static async Task ChooseFilesAsync(IPage page, string box, params FilePayload[] files)
    {
        await page.WaitForFunctionAsync("box => document.querySelector(box)?._blazorInputFileNextFileId !== undefined", box);
        await page.Locator(box).SetInputFilesAsync(files);
    }

    private void Hear(string? page, string complaint)
    {
        if (!mayLoseConnection || !IsAboutTheConnection(complaint)) complaints.Add($"{page}: {complaint}");
    }

    // What Chromium and Blazor write when a server is gone. Everything else stays a fault.
    private static bool IsAboutTheConnection(string text) =>
        text.StartsWith(LoadedAnew, StringComparison.Ordinal)
        || text.StartsWith("Failed to load resource: net::ERR_", StringComparison.Ordinal)
        || text.StartsWith("Failed to load resource: the server responded with a status of 503", StringComparison.Ordinal)
        || text.StartsWith("WebSocket connection to", StringComparison.Ordinal)
        || text.Contains("Cannot send data if the connection is not in the 'Connected' State", StringComparison.Ordinal)
        || text.Contains("Connection disconnected with error", StringComparison.Ordinal)
        || text.Contains("WebSocket is not in the OPEN state", StringComparison.Ordinal)
        || text.Contains("Failed to complete negotiation", StringComparison.Ordinal)
        || text.Contains("Failed to start the connection", StringComparison.Ordinal)
        || text.Contains("Failed to start the transport", StringComparison.Ordinal)
        || text.Contains("Failed to fetch", StringComparison.Ordinal)
        || text.Contains("Unable to connect", StringComparison.Ordinal);

    /// <summary>In a test that takes the server away, a browser may say that it is gone.</summary>
    protected void ExpectLostConnections() => mayLoseConnection = true;

    /// <summary>What browsers have complained about so far; it no longer fails the test.</summary>
    protected IReadOnlyList<string> TakeComplaints()
    {
        var taken = complaints.ToList();
        complaints.Clear();
        return taken;
    }

    /// <summary>A script of these tests.</summary>
    protected static string Read(string resource)
    {
        using var reader = new StreamReader(Assembly.GetExecutingAssembly().GetManifestResourceStream(resource)!);
        return reader.ReadToEnd();
    }

    public virtual async Task DisposeAsync()
    {
        foreach (var device in devices) await device.CloseAsync();
        Assert.True(complaints.Count == 0, string.Join(Environment.NewLine, complaints));
    }
}
