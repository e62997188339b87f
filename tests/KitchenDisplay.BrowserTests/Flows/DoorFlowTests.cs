using KitchenDisplay.BrowserTests.Support;
using KitchenDisplay.Core.Data;
using KitchenDisplay.Tests.Support;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace KitchenDisplay.BrowserTests.Flows;

/// <summary>A real house from its first start: an owner, a wall, a tablet, a waiter; and how each of them is shut out again.</summary>
public sealed class DoorFlowTests(House house) : Flow(house)
{
    [Fact]
    public async Task A_house_is_opened_its_devices_are_paired_its_waiters_sign_in_and_an_unpaired_wall_is_dark_at_once()
    {
        // A screen that is shut out loads the way in, and its circuit ends.
        ExpectLostConnections();
        var empty = await KitchenServer.CloneAsync("migrated", database => Database.MigrateAsync(database, NullLogger.Instance));
        try
        {
            await using var node = await AppProcess.StartAsync(empty, "--no-demo");
            await WalkAsync(node);
        }
        finally
        {
            await KitchenServer.DropAsync(empty);
        }
    }

    private async Task WalkAsync(AppProcess node)
    {
        var office = await PageAsync(role: null);
        await OpenHouseAsync(office, node);
        var wall = await PairAsync(office, node, "Display", "Bar");
        await Expect(wall).ToHaveURLAsync(new System.Text.RegularExpressions.Regex("/kitchen/"));
        var page = await PairAsync(office, node, "Tablet", "Terrace");
        var (ana, luca) = (await HireAsync(office, node, "Ana"), await HireAsync(office, node, "Luca"));

        await page.ReloadAsync();
        await SignInAsync(page, "Ana", ana);
        var tablet = await Tablet.OpenAsync(page, node.Address);
        await tablet.SeatAsync("1");
        await tablet.AddAsync("Bar", "Negroni");
        var ticket = await tablet.SendAsync();
        await Expect(wall.Locator($"[data-ticket='{ticket}']")).ToBeVisibleAsync();

        // It is nobody's for the shift: after a send it asks who is next, and one tap and a PIN later it is Luca's.
        await Expect(page.GetByRole(AriaRole.Heading, new() { Name = "Who are you?" })).ToBeVisibleAsync();
        await SignInAsync(page, "Luca", luca);
        await Expect(page.Locator(".actor")).ToContainTextAsync("Luca");
        await Expect(tablet.Ticket(ticket)).ToBeVisibleAsync();

        await office.GotoAsync(new Uri(node.Address, "office/devices").ToString());
        await office.Locator("[data-device='Bar'] [data-unpair]").ClickAsync();
        await Expect(office.Locator("[data-device='Bar']")).ToContainTextAsync("shows 1 open tickets");
        await office.Locator("[data-device='Bar'] [data-unpair-yes]").ClickAsync();
        await Expect(wall.GetByRole(AriaRole.Heading, new() { Name = "Back office" })).ToBeVisibleAsync();
        await Expect(wall.Locator("[data-ticket]")).ToHaveCountAsync(0);
    }

    private static async Task OpenHouseAsync(IPage office, AppProcess node)
    {
        await office.GotoAsync(new Uri(node.Address, "setup").ToString());
        await office.GetByLabel("Setup token").FillAsync("WRONG");
        await FillAsync();
        await office.GetByRole(AriaRole.Button, new() { Name = "Open the house" }).ClickAsync();
        await Expect(office.Locator(".sentences")).ToContainTextAsync("not the setup token");
        var lines = node.Said.Split('\n');
        await office.GetByLabel("Setup token").FillAsync(lines[Array.FindIndex(lines, l => l.Contains("which works once", StringComparison.Ordinal)) + 2].Trim());
        await FillAsync();
        await office.GetByRole(AriaRole.Button, new() { Name = "Open the house" }).ClickAsync();
        await Expect(office.GetByRole(AriaRole.Heading, new() { Name = "Devices" })).ToBeVisibleAsync();

        async Task FillAsync()
        {
            await office.GetByLabel("Name of the restaurant").FillAsync("The Quay");
            await office.GetByLabel("Your name").FillAsync("Greta");
            await office.GetByLabel("Your passphrase").FillAsync("seven ladles of cold borscht");
        }
    }

    private async Task<IPage> PairAsync(IPage office, AppProcess node, string purpose, string name)
    {
        var screen = await PageAsync(new() { HasTouch = true }, 1280, 800, role: null);
        await screen.GotoAsync(new Uri(node.Address, "pair").ToString());
        var code = (await screen.Locator("[data-pairing]").GetAttributeAsync("data-pairing"))!;
        await office.GotoAsync(new Uri(node.Address, $"office/devices?code={code}").ToString());
        await Expect(office.Locator("[data-code-box]")).ToHaveValueAsync(code);
        await office.GetByLabel("It is").SelectOptionAsync(purpose);
        if (purpose == "Display") await office.Locator("[data-display]").SelectOptionAsync(new SelectOptionValue { Label = name });
        await office.GetByLabel("Called").FillAsync(name);
        await office.GetByRole(AriaRole.Button, new() { Name = "Let it in" }).ClickAsync();
        await Expect(office.Locator($"[data-device='{name}']")).ToBeVisibleAsync();
        await Expect(screen).Not.ToHaveURLAsync(new System.Text.RegularExpressions.Regex("/pair$"));
        return screen;
    }

    private static async Task<string> HireAsync(IPage office, AppProcess node, string name)
    {
        await office.GotoAsync(new Uri(node.Address, "office/staff").ToString());
        await office.Locator("[data-add]").ClickAsync();
        await office.Locator("[data-person-form]").GetByLabel("Name").FillAsync(name);
        await office.Locator("[data-person-form]").GetByRole(AriaRole.Button, new() { Name = "Save" }).ClickAsync();
        await office.Locator($"[data-person='{name}'] [data-change]").ClickAsync();
        await office.Locator("[data-draw]").ClickAsync();
        return (await office.Locator("[data-drawn]").GetAttributeAsync("data-drawn"))!;
    }

    private static async Task SignInAsync(IPage page, string name, string pin)
    {
        await page.Locator($"[data-person='{name}']").TapAsync();
        foreach (var digit in pin) await page.Locator($"[data-digit='{digit}']").TapAsync();
        await Expect(page.Locator(".actor")).ToContainTextAsync(name);
    }
}
