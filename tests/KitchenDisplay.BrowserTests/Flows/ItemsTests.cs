using KitchenDisplay.BrowserTests.Support;
using KitchenDisplay.Core.Inventory.Exchange;
using KitchenDisplay.Tests.Support;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace KitchenDisplay.BrowserTests.Flows;

/// <summary>Managers find items by anything that is known of them, and change them where they stand.</summary>
public sealed class ItemsTests(House house) : Flow(house)
{
    [Fact]
    public async Task The_filter_is_written_by_keyboard_alone_out_of_what_the_data_holds()
    {
        var page = await OpenAsync();
        await page.Locator("[data-items-box]").FocusAsync();
        await page.Keyboard.TypeAsync("categ");
        await Expect(page.Locator("[role=option]").First).ToContainTextAsync("category:");
        await page.Keyboard.PressAsync("ArrowDown");
        await page.Keyboard.PressAsync("Enter");
        await Expect(page.Locator("[data-items-box]")).ToHaveValueAsync("category:");
        await page.Keyboard.TypeAsync("dai");
        await Expect(page.Locator("[data-of='category:dai'] [role=option]")).ToHaveCountAsync(1);
        await page.Keyboard.PressAsync("ArrowDown");
        await page.Keyboard.PressAsync("Enter");
        await Expect(page.Locator("[data-items-box]")).ToHaveValueAsync("category:\"Dairy & eggs\" ");
        await page.Keyboard.TypeAsync("origin.country:at -has:organic");
        await Expect(page.Locator("[data-items-box]")).ToHaveValueAsync("category:\"Dairy & eggs\" origin.country:at -has:organic");

        await Expect(page.Locator("tr[data-item]")).ToHaveCountAsync(2);
        await Expect(page.Locator("tr[data-item]").First).ToHaveAttributeAsync("data-item", "Butter");
        await page.ReloadAsync();
        await Expect(page.Locator("tr[data-item]")).ToHaveCountAsync(2);
        await page.GetByRole(AriaRole.Button, new() { Name = "Take -has:organic away" }).ClickAsync();
        await Expect(page.Locator("tr[data-item]")).ToHaveCountAsync(3);
    }

    [Fact]
    public async Task A_table_comes_in_is_looked_at_applied_and_taken_back_and_a_bad_row_comes_back_with_its_reason()
    {
        var mark = Guid.CreateVersion7().ToString("N")[20..];
        var page = await PageAsync();
        await page.GotoAsync(new Uri(House.Node.Address, "office/exchange").ToString());
        await Expect(page.GetByRole(AriaRole.Main)).ToContainTextAsync("Bring a table in");
        await ChooseFilesAsync(page, "#exchange-file", new FilePayload { Name = "delivery.csv", MimeType = "text/csv", Buffer = System.Text.Encoding.UTF8.GetBytes($"Produkt;Einheit;Jahrgang\nZweigelt {mark};pc;2024\nBlaufränkisch {mark};furlong;2023\n") });

        await page.GetByLabel("What Produkt is").SelectOptionAsync("name");
        await Expect(page.GetByLabel("What Jahrgang is")).ToHaveValueAsync("attribute:Jahrgang");
        await page.Locator("[data-map]").ClickAsync();
        await Expect(page.Locator("[data-row='3']")).ToContainTextAsync("furlong");
        await Expect(page.Locator("[data-row='3'] .exchange-problem")).ToContainTextAsync("no unit");
        await AccessibilityTests.ExpectNoViolationAsync(page);
        await page.Locator("[data-verdict='New']").ClickAsync();
        await Expect(page.Locator("[data-row='2']")).ToContainTextAsync($"Zweigelt {mark}");
        await page.Locator("[data-apply]").ClickAsync();
        await Expect(page.Locator("[data-state='Done']")).ToBeVisibleAsync(new() { Timeout = 20_000 });
        var bad = await (await page.RunAndWaitForDownloadAsync(() => page.GetByRole(AriaRole.Link, new() { Name = "Bad rows" }).ClickAsync())).CreateReadStreamAsync();
        using (var reader = new StreamReader(bad)) Assert.Contains($"Blaufränkisch {mark};furlong;2023;3;".Replace(';', ','), await reader.ReadToEndAsync(), StringComparison.Ordinal);

        var list = await OpenAsync($"office/stock?q={mark}");
        await Expect(list.Locator("tr[data-item]")).ToHaveCountAsync(1);
        await page.Locator("[data-undo]").ClickAsync();
        await Expect(page.Locator("[data-state='Undone']")).ToBeVisibleAsync(new() { Timeout = 20_000 });
        await list.ReloadAsync();
        await Expect(list.Locator("tr[data-item]")).ToHaveCountAsync(0);
    }

    [Fact]
    public async Task An_import_goes_on_where_a_killed_app_has_stopped()
    {
        ExpectLostConnections();
        const int many = 12 * ImportWorks.Batch;
        var mark = Guid.CreateVersion7().ToString("N")[20..];
        var page = await PageAsync();
        await page.GotoAsync(new Uri(House.Node.Address, "office/exchange").ToString());
        await Expect(page.GetByRole(AriaRole.Main)).ToContainTextAsync("Bring a table in");
        await ChooseFilesAsync(page, "#exchange-file", new FilePayload { Name = "many.csv", MimeType = "text/csv", Buffer = System.Text.Encoding.UTF8.GetBytes($"name;unit\n{string.Concat(Enumerable.Range(0, many).Select(n => $"Kill {mark} {n};pc\n"))}") });
        await page.Locator("[data-map]").ClickAsync();
        await page.Locator("[data-apply]").ClickAsync(new() { Timeout = 30_000 });

        await Until.TrueAsync(async () => await ItemsAsync() > 0, TimeSpan.FromSeconds(20));
        await House.Node.KillAsync();
        var there = await ItemsAsync();
        Assert.InRange(there, ImportWorks.Batch, many - ImportWorks.Batch);
        Assert.Equal(0, there % ImportWorks.Batch);
        Assert.Equal(there, await Sql.ScalarAsync<long>(House.Connections.KitchenOwner, $"select count(*) from import_rows where applied is not null and cells[1] like 'Kill {mark} %'"));

        await House.Node.StartAgainAsync();
        await Expect(page.Locator("[data-state='Done']")).ToBeVisibleAsync(new() { Timeout = 60_000 });
        Assert.Equal(many, await ItemsAsync());
        await page.Locator("[data-undo]").ClickAsync();
        await Expect(page.Locator("[data-state='Undone']")).ToBeVisibleAsync(new() { Timeout = 60_000 });
        Assert.Equal(0, await ItemsAsync());

        Task<long> ItemsAsync() => Sql.ScalarAsync<long>(House.Connections.KitchenOwner, $"select count(*) from items where name like 'Kill {mark} %'");
    }

    [Fact]
    public async Task An_attribute_is_promoted_and_then_sorted_by()
    {
        var page = await OpenAsync("office/attributes");
        var row = page.Locator("[data-attribute='abv']");
        await row.GetByRole(AriaRole.Button, new() { Name = "At once" }).ClickAsync();
        await Expect(row).ToContainTextAsync("by number", new() { Timeout = 30_000 });

        await page.GotoAsync(new Uri(House.Node.Address, "office/stock?q=abv>10&sort=-abv&show=abv").ToString());

        await Expect(page.Locator("tr[data-item]")).ToHaveCountAsync(3);
        await Expect(page.Locator("tr[data-item]").First).ToHaveAttributeAsync("data-item", "Gin");
        await page.GetByRole(AriaRole.Button, new() { Name = "abv", Exact = true }).ClickAsync();
        await Expect(page.Locator("tr[data-item]").First).ToHaveAttributeAsync("data-item", "Red vermouth");
        await OpenAsync("office/attributes", page);
        await row.GetByRole(AriaRole.Button, new() { Name = "Take back" }).ClickAsync();
        await Expect(row).ToContainTextAsync("not promoted", new() { Timeout = 30_000 });
    }

    [Fact]
    public async Task Two_who_change_a_cell_at_once_hear_of_each_other()
    {
        var (one, other) = (await OpenAsync("office/stock?q=peaches&show=category,variety"), await OpenAsync("office/stock?q=peaches&show=category,variety"));
        await ChangeAsync(one, "variety of Peaches", "Redhaven");
        await Expect(one.Locator(".find-says")).ToContainTextAsync("Redhaven");

        await ChangeAsync(other, "variety of Peaches", "Elberta");

        await Expect(other.Locator(".items-edit [role=alert]")).ToContainTextAsync("Redhaven");
        await Expect(other.Locator(".items-edit [role=alert]")).ToContainTextAsync("Elberta");
        await other.Keyboard.PressAsync("Escape");
        await ChangeAsync(one, "variety of Peaches: Redhaven", "");
    }

    [Fact]
    public async Task Many_are_changed_at_once_after_a_look_and_taken_back()
    {
        var page = await OpenAsync("office/stock?q=category:Bread&show=category,supplier_note");
        await page.GetByLabel("Choose all of this page").CheckAsync();
        await page.GetByLabel("Set", new() { Exact = true }).FillAsync("supplier_note");
        await page.GetByLabel("to (empty takes it away)").FillAsync("before six");
        await page.GetByRole(AriaRole.Button, new() { Name = "What would change?" }).ClickAsync();
        await Expect(page.Locator("[data-preview]")).ToContainTextAsync("before six");
        await page.GetByRole(AriaRole.Button, new() { Name = "Change 4 items" }).ClickAsync();
        await Expect(page.Locator("tr[data-item] .items-value", new() { HasText = "before six" })).ToHaveCountAsync(4);

        await page.GetByRole(AriaRole.Button, new() { Name = "Take the change of 4 items back" }).ClickAsync();

        await Expect(page.Locator("tr[data-item] .items-value", new() { HasText = "before six" })).ToHaveCountAsync(0);
        await Expect(page.Locator(".find-says")).ToContainTextAsync("taken back");
    }

    private static async Task ChangeAsync(IPage page, string cell, string value)
    {
        await page.GetByRole(AriaRole.Button, new() { Name = cell }).ClickAsync();
        await page.Locator(".items-edit input").FillAsync(value);
        await page.Locator(".items-edit input").PressAsync("Enter");
    }

    private async Task<IPage> OpenAsync(string address = "office/stock", IPage? page = null)
    {
        page ??= await PageAsync();
        await page.GotoAsync(new Uri(House.Node.Address, address).ToString());
        await Expect(page.Locator("table tbody tr").First).ToBeVisibleAsync();
        return page;
    }
}
