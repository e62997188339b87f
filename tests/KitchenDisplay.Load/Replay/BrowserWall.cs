using System.Reflection;
using System.Text.Json;
using KitchenDisplay.BrowserTests.Support;
using Microsoft.Playwright;

namespace KitchenDisplay.Load.Replay;

/// <summary>A timer on a page.</summary>
/// <param name="Text">The time since the fire, as 4:02 or 1:04:02.</param>
/// <param name="State"><c>due</c>, <c>late</c> or nothing.</param>
internal sealed record ShownTimer(long Number, string Text, string State);

/// <summary>A station's wall in a real browser, with a cook before it.</summary>
internal sealed class BrowserWall : IAsyncDisposable
{
    private readonly IPage page;
    private readonly ICDPSession inside;
    private readonly List<string> complaints = [];

    private BrowserWall(IPage page, ICDPSession inside)
    {
        (this.page, this.inside) = (page, inside);
        page.Console += (_, message) => { if (message.Type == "error") complaints.Add(message.Text); };
        page.PageError += (_, error) => complaints.Add(error);
    }

    /// <summary>What the browser has complained about.</summary>
    public IReadOnlyList<string> Complaints => complaints;

    public static async Task<BrowserWall> OpenAsync(Uri address)
    {
        var page = await (await Chromium.GetAsync()).NewPageAsync(new() { ViewportSize = new() { Width = 1920, Height = 1080 }, ScreenSize = new() { Width = 1920, Height = 1080 } });
        await page.AddInitScriptAsync(await ScriptAsync());
        var wall = new BrowserWall(page, await page.Context.NewCDPSessionAsync(page));
        await page.GotoAsync(address.ToString());
        await Assertions.Expect(page.Locator("[data-live]")).ToContainTextAsync("live");
        return wall;
    }

    /// <summary>The cook touches what is to be done next, as long as more than so many tickets are open.</summary>
    public async Task CookAsync(int most)
    {
        if (await page.EvaluateAsync<Spot?>("most => window.replay.touch(most)", most) is { X: var x, Y: var y }) await page.Mouse.ClickAsync(x, y);
    }

    public async Task<IReadOnlyList<ShownTimer>> TimersAsync() =>
        (await page.EvaluateAsync<JsonElement>("window.replay.timers()")).Deserialize<ShownTimer[]>(JsonSerializerOptions.Web)!;

    /// <summary>What the page holds after its garbage is gone: bytes of script objects, and nodes of the document.</summary>
    public async Task<(long Bytes, long Nodes)> HoldsAsync()
    {
        await inside.SendAsync("HeapProfiler.collectGarbage");
        var heap = await inside.SendAsync("Runtime.getHeapUsage");
        var document = await inside.SendAsync("Memory.getDOMCounters");
        return ((long)heap!.Value.GetProperty("usedSize").GetDouble(), document!.Value.GetProperty("nodes").GetInt64());
    }

    private sealed class Spot { public float X { get; set; } public float Y { get; set; } }

    private static async Task<string> ScriptAsync()
    {
        using var script = new StreamReader(Assembly.GetExecutingAssembly().GetManifestResourceStream("KitchenDisplay.Load.Replay.wall.js")!);
        return await script.ReadToEndAsync();
    }

    public async ValueTask DisposeAsync()
    {
        await page.Context.CloseAsync();
        await Chromium.CloseAsync();
    }
}
