using System.Diagnostics;
using System.Globalization;
using KitchenDisplay.BrowserTests.Support;
using static Microsoft.Playwright.Assertions;

namespace KitchenDisplay.BrowserTests.Flows;

/// <summary>The app without any connection string: it brings its own database server.</summary>
public sealed class FirstStartTests(House house) : Flow(house)
{
    [Fact]
    public async Task A_first_start_brings_a_restaurant_and_a_second_one_keeps_what_was_ordered()
    {
        ExpectLostConnections();
        var folder = Path.Combine(Path.GetTempPath(), $"kitchendisplay-first-{Guid.NewGuid():N}");
        try
        {
            await using var node = await AppProcess.StartAsync(folder);
            await OrderAndStartAgainAsync(node, folder);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private async Task OrderAndStartAgainAsync(AppProcess node, string folder)
    {
        Assert.Contains($"{node.Address}order", node.Said, StringComparison.Ordinal);
        var wall = await WallAsync("bar", node);
        var page = await PageAsync(new() { HasTouch = true }, 1280, 800, role: null);
        await page.GotoAsync(new Uri(node.Address, "order").ToString());
        await page.Locator("[data-try='Ana']").TapAsync();
        await Expect(page.Locator("[data-table='1']")).ToBeVisibleAsync();
        var tablet = await Tablet.OpenAsync(page, node.Address);
        await tablet.SeatAsync("1");
        await tablet.AddAsync("Bar", "Negroni");
        var ticket = await tablet.SendAsync();
        await Expect(wall.Card(ticket)).ToBeVisibleAsync();
        var postmaster = Postmaster(folder);

        Assert.Equal(0, await node.StopAsync());
        Assert.Throws<ArgumentException>(() => Process.GetProcessById(postmaster));
        await Expect(wall.Page.Locator("#connection")).ToBeVisibleAsync();

        await node.StartAgainAsync();
        await Expect(wall.Page.Locator("#connection")).ToBeHiddenAsync();
        await Expect(wall.Card(ticket)).ToBeVisibleAsync();
        Assert.Equal([ticket], await wall.NumbersAsync());
        await Expect(tablet.Ticket(ticket)).ToBeVisibleAsync();
    }

    private static int Postmaster(string folder)
    {
        var file = Directory.GetFiles(folder, "postmaster.pid", SearchOption.AllDirectories).Single();
        return int.Parse(File.ReadLines(file).First(), CultureInfo.InvariantCulture);
    }
}
