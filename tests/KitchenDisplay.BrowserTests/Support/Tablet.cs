using System.Globalization;
using System.Text.RegularExpressions;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace KitchenDisplay.BrowserTests.Support;

/// <summary>A tablet as a waiter taps it.</summary>
public sealed partial class Tablet
{
    internal Tablet(IPage page) => Page = page;

    public IPage Page { get; }

    internal static async Task<Tablet> OpenAsync(IPage page, Uri address)
    {
        await page.GotoAsync(new Uri(address, "order").ToString());
        var tablet = new Tablet(page);
        await Expect(tablet.Table("1")).ToBeVisibleAsync();
        return tablet;
    }

    public ILocator Table(string name) => Page.Locator($"[data-table='{name}']");

    public ILocator Sheet => Page.GetByRole(AriaRole.Dialog);

    public ILocator Send => Page.Locator(".send-buttons .go");

    public ILocator Draft => Page.Locator("[data-line]");

    public ILocator Ticket(long number) => Page.Locator($"section[data-ticket='{number}']");

    /// <summary>What a service has refused, as the waiter reads it.</summary>
    public ILocator Refusals => Page.Locator(".sentences");

    /// <summary>Opens a free table for so many guests.</summary>
    public async Task SeatAsync(string table, int covers = 2)
    {
        await Table(table).TapAsync();
        await Sheet.GetByRole(AriaRole.Button, new() { Name = $"{covers}", Exact = true }).TapAsync();
        await OnOrderAsync();
    }

    /// <summary>Goes to the order of a table that is taken.</summary>
    public async Task GoToAsync(string table)
    {
        await Table(table).TapAsync();
        await OnOrderAsync();
    }

    private async Task OnOrderAsync()
    {
        await Expect(Page).ToHaveURLAsync(OrderAddress());
        await Expect(Page.Locator(".pad-dishes")).ToBeVisibleAsync();
    }

    /// <summary>The order that this tablet shows.</summary>
    public Guid OrderId => Guid.Parse(OrderAddress().Match(Page.Url).Groups[1].Value);

    public Task ChooseSeatAsync(int seat) => Page.Locator(".seats").GetByRole(AriaRole.Button, new() { Name = $"Seat {seat}" }).TapAsync();

    public Task ShareAsync() => Page.Locator(".seats [data-share]").TapAsync();

    /// <summary>Taps a dish of a menu page; if it asks something, <see cref="Sheet"/> is open afterwards.</summary>
    public async Task TapDishAsync(string category, string dish)
    {
        await Page.Locator(".pad-categories").GetByRole(AriaRole.Button, new() { Name = category, Exact = true }).TapAsync();
        await Page.Locator($"[data-dish=\"{dish}\"]").TapAsync();
    }

    /// <summary>Taps a dish that asks something, answers, and adds it to the draft.</summary>
    public async Task AddAsync(string category, string dish, params string[] answers)
    {
        await TapDishAsync(category, dish);
        foreach (var answer in answers) await AnswerAsync(answer);
        if (answers.Length > 0) await Sheet.GetByRole(AriaRole.Button, new() { NameRegex = new("^Add ") }).TapAsync();
        await Expect(Draft.Filter(new() { HasText = dish })).ToHaveCountAsync(1);
    }

    public async Task CloseSheetAsync()
    {
        await Sheet.GetByRole(AriaRole.Button, new() { Name = "Close", Exact = true }).TapAsync();
        await Expect(Sheet).ToHaveCountAsync(0);
    }

    public Task AnswerAsync(string answer) => Sheet.GetByRole(AriaRole.Button, new() { Name = answer, Exact = true }).TapAsync();

    /// <summary>Sends the draft and reads the number that the kitchen has given it.</summary>
    public async Task<long> SendAsync()
    {
        await Send.TapAsync();
        return await SentAsync();
    }

    /// <summary>The ticket's number, as the tablet tells that it has arrived.</summary>
    public async Task<long> SentAsync()
    {
        var word = Page.Locator(".send-done");
        await Expect(word).ToBeVisibleAsync();
        return long.Parse(Number().Match(await word.InnerTextAsync()).Value, CultureInfo.InvariantCulture);
    }

    [GeneratedRegex("/order/([0-9a-f-]{36})$")]
    private static partial Regex OrderAddress();

    [GeneratedRegex("[0-9]+")]
    private static partial Regex Number();
}
