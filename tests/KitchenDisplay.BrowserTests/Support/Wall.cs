using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace KitchenDisplay.BrowserTests.Support;

/// <summary>A wall as a cook sees and touches it.</summary>
public sealed class Wall
{
    private Wall(IPage page) => Page = page;

    public IPage Page { get; }

    internal static async Task<Wall> OpenAsync(IPage page, Uri address, string? station)
    {
        await page.GotoAsync(new Uri(address, station is null ? "kitchen" : $"kitchen/{station}").ToString());
        var wall = new Wall(page);
        await wall.ExpectLiveAsync();
        return wall;
    }

    public Task ExpectLiveAsync() => Expect(Page.Locator("[data-live]")).ToContainTextAsync("live");

    public ILocator Cards => Page.Locator("[data-ticket]");

    public ILocator Card(long number) => Page.Locator($"[data-ticket='{number}']");

    public ILocator Head(long number) => Card(number).Locator(".ticket-head");

    public ILocator Row(long number, string dish) => Card(number).Locator(".row button", new() { HasText = dish });

    /// <summary>Taps the head: the station is through with this ticket.</summary>
    public async Task BumpAsync(long number)
    {
        await RestsAsync(number);
        await Head(number).ClickAsync();
    }

    /// <summary>Taps a row: its next portion is ready.</summary>
    public async Task ReadyAsync(long number, string dish)
    {
        await RestsAsync(number);
        await Row(number, dish).ClickAsync();
    }

    /// <summary>A wall ignores a touch on a card that has come under the hand only just now. A person is slower than that, a test is not.</summary>
    public Task RestsAsync(long number) => Page.EvaluateAsync("number => window.witness.rests(number)", number);

    public Task RecallAsync() => Page.GetByRole(AriaRole.Button, new() { Name = "Recall" }).ClickAsync();

    /// <summary>When the ticket came onto this page, by its device's clock; waits for it.</summary>
    public async Task<DateTimeOffset> CameAsync(long number)
    {
        await Expect(Card(number)).ToBeVisibleAsync();
        return await WitnessAsync("came", number);
    }

    /// <summary>When the ticket went from this page; waits for it.</summary>
    public async Task<DateTimeOffset> WentAsync(long number)
    {
        await Expect(Card(number)).ToHaveCountAsync(0);
        return await WitnessAsync("went", number);
    }

    private async Task<DateTimeOffset> WitnessAsync(string what, long number) =>
        DateTimeOffset.FromUnixTimeMilliseconds(await Page.EvaluateAsync<long>("([what, number]) => window.witness[what][number]", new object[] { what, number }));

    /// <summary>When the text stands on the ticket, by the device's clock. Begin to wait before it can have come.</summary>
    public async Task<DateTimeOffset> ReadsAsync(long number, string text) =>
        DateTimeOffset.FromUnixTimeMilliseconds(await Page.EvaluateAsync<long>("sought => window.witness.reads(sought)", new[] { $"[data-ticket='{number}']", text }));

    /// <summary>The tickets on this page, each as often as it stands there.</summary>
    public async Task<IReadOnlyList<long>> NumbersAsync() =>
        [.. (await Page.EvaluateAsync<long[]>("[...document.querySelectorAll('[data-ticket]')].map(card => Number(card.dataset.ticket))")).Order()];

    /// <summary>Tickets that stood on this page twice at any moment since it was loaded.</summary>
    public async Task<IReadOnlyList<string>> TwiceAsync() => await Page.EvaluateAsync<string[]>("window.witness.twice");
}
