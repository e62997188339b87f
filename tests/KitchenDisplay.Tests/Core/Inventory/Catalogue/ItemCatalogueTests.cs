using KitchenDisplay.Core.Commands;
using KitchenDisplay.Core.Inventory;
using KitchenDisplay.Core.Inventory.Catalogue;
using KitchenDisplay.Core.Inventory.Purchasing;
using KitchenDisplay.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace KitchenDisplay.Tests.Core.Inventory.Catalogue;

public sealed class ItemCatalogueTests(Cellar cellar) : IClassFixture<Cellar>
{
    [Fact]
    public async Task Names_that_begin_with_what_is_typed_come_before_those_that_only_have_it()
    {
        Assert.Equal(["Butter, salted", "Butter, unsalted", "Almond butter", "Peanut butter"], await NamesAsync("butter"));
        Assert.Equal(["Butter, salted", "Butter, unsalted", "Almond butter", "Peanut butter"], await NamesAsync("BUTT"));
        Assert.Equal(["Butter, salted"], await NamesAsync("salted butter -has:organic brand:kerrygold"));
    }

    [Theory]
    [InlineData("mozarella", "Mozzarella di bufala")]
    [InlineData("creme", "Crème fraîche")]
    [InlineData("CRÈME FRAICHE", "Crème fraîche")]
    [InlineData("BTR-2", "Butter, unsalted")]
    [InlineData("4011100091108", "Butter, salted")]
    [InlineData("40111000911", "Butter, salted")]
    public async Task An_item_is_found_by_name_slip_code_and_barcode(string typed, string name) => Assert.Equal([name], await NamesAsync(typed));

    [Theory]
    [InlineData("brand:kerrygold", "Butter, salted")]
    [InlineData("brand:\"De Cecco\"|Kerrygold", "Butter, salted;Penne")]
    [InlineData("origin.country:it", "Mozzarella di bufala;Penne")]
    [InlineData("labels:bio", "Almond butter;Butter, unsalted")]
    [InlineData("has:organic", "Butter, unsalted;Peanut butter")]
    [InlineData("organic:true", "Butter, unsalted")]
    [InlineData("organic:false", "Peanut butter")]
    [InlineData("gluten:12", "Penne")]
    [InlineData("brand~cec", "Penne")]
    [InlineData("-has:origin category:pasta|dairy -labels:bio", "Butter, salted;Crème fraîche")]
    [InlineData("category:nobody", "")]
    [InlineData("suppliers.name:Metro", "Penne")]
    public async Task Anything_that_is_known_of_an_item_can_be_asked_for(string typed, string names) => Assert.Equal(names.Split(';', StringSplitOptions.RemoveEmptyEntries), await NamesAsync(typed));

    [Fact]
    public async Task An_item_is_found_by_its_suppliers_number_and_by_its_supplier_while_they_sell_it()
    {
        var offer = await cellar.SellAsync("Peanut butter", "Handelshof", "NB-4711/x");
        Assert.Equal(["Peanut butter"], await NamesAsync("nb-4711"));
        Assert.Equal(["Peanut butter"], await NamesAsync("supplier:handelshof butter"));

        await cellar.SellAsync("Peanut butter", "Handelshof", "PB-9", offer);
        Assert.Empty(await NamesAsync("4711"));
        Assert.Equal(["Peanut butter"], await NamesAsync("pb-9"));

        await cellar.SellAsync("Peanut butter", "Handelshof", "PB-9", offer, isActive: false);
        Assert.Empty(await NamesAsync("supplier:handelshof"));
        Assert.DoesNotContain("Peanut butter", await NamesAsync("pb-9"));
    }

    [Fact]
    public async Task How_a_page_was_found_is_told_with_its_statement_and_its_plan()
    {
        var runs = await cellar.ExplainAsync(new(ItemFilter.Read("butter brand:kerrygold")));

        Assert.NotEmpty(runs);
        Assert.All(runs, r => Assert.Contains("from items", r.Sql, StringComparison.Ordinal));
        Assert.All(runs, r => Assert.Contains(r.Plan, line => line.Contains("Execution Time", StringComparison.Ordinal)));
        Assert.Contains(runs.SelectMany(r => r.Values), v => v.Contains("Kerrygold", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_range_needs_a_promoted_attribute_and_then_sorts_too()
    {
        Assert.Contains("promote", (await Assert.ThrowsAsync<Refusal>(() => NamesAsync("fat<50"))).Message, StringComparison.Ordinal);

        var promotion = await cellar.PromoteAsync("fat", AttributeKind.Number);

        Assert.Equal(["Mozzarella di bufala", "Penne"], await NamesAsync("fat<50"));
        Assert.Equal(["Butter, salted", "Butter, unsalted"], await NamesAsync("fat:80..90"));
        Assert.Equal(["Penne", "Mozzarella di bufala", "Butter, unsalted", "Butter, salted"], (await cellar.FindAsync(new(ItemFilter.None) { Order = new(SortBy.Attribute, promotion) })).Rows.Select(r => r.Name));
        Assert.Contains("number", (await Assert.ThrowsAsync<Refusal>(() => NamesAsync("fat<much"))).Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(SortBy.Name, false, "")]
    [InlineData(SortBy.Name, true, "")]
    [InlineData(SortBy.Code, false, "")]
    [InlineData(SortBy.Category, true, "")]
    [InlineData(SortBy.Name, false, "butter")]
    public async Task Pages_forwards_and_back_show_every_item_once_in_the_same_order(SortBy by, bool isDescending, string typed)
    {
        var wish = new ItemWish(ItemFilter.Read(typed)) { Order = new(by, null, isDescending), PageSize = 3 };
        var all = (await cellar.FindAsync(wish with { PageSize = 100 })).Rows.Select(r => r.Id).ToList();
        var pages = new List<ItemsFound> { await cellar.FindAsync(wish) };
        while (pages[^1].HasAfter) pages.Add(await cellar.FindAsync(wish with { After = pages[^1].Rows[^1].Key }));

        Assert.Equal(all, pages.SelectMany(p => p.Rows).Select(r => r.Id));
        Assert.False(pages[0].HasBefore);
        for (var n = pages.Count - 1; n > 0; n--)
        {
            Assert.True(pages[n].HasBefore);
            Assert.Equal(pages[n - 1].Rows.Select(r => r.Id), (await cellar.FindAsync(wish with { Before = pages[n].Rows[0].Key })).Rows.Select(r => r.Id));
        }
    }

    [Fact]
    public async Task Signs_of_a_pattern_or_of_a_query_are_letters()
    {
        foreach (var typed in new[] { "%", "_", "' | !x", "a:*", "\\", "brand~%", "brand:'; drop table items", "has:\"a'b\"", "\"", "x:\"y", "100%", "🍅", "א" })
        {
            try
            {
                Assert.DoesNotContain("Butter, salted", await NamesAsync(typed == "%" || typed == "_" || typed == "\\" || typed == "\"" || typed == "🍅" ? $"{typed} zzz" : typed));
            }
            catch (Refusal refusal)
            {
                Assert.NotEmpty(refusal.Reasons);
            }
        }
    }

    private async Task<IEnumerable<string>> NamesAsync(string typed) => (await cellar.FindAsync(new(ItemFilter.Read(typed)))).Rows.Select(r => r.Name);
}

/// <summary>A handful of items with all that can be known of them.</summary>
public sealed class Cellar : IAsyncLifetime
{
    private const string Fill = """
        truncate items, suppliers cascade;
        insert into items (id, name, unit, allergens, active, code, category, attributes) select gen_random_uuid(), n, 'Gram', '[]', true, c, k, a::jsonb from (values
            ('Butter, salted', 'BTR-1', 'Dairy', '{"brand": "Kerrygold", "fat": 82.5}'), ('Butter, unsalted', 'BTR-2', 'Dairy', '{"brand": "Lurpak", "fat": "82", "organic": true, "labels": ["Bio", "Halal"]}'),
            ('Almond butter', null, 'Nuts', '{"labels": ["bio"]}'), ('Peanut butter', null, 'Nuts', '{"organic": false}'), ('Crème fraîche', 'CF', 'Dairy', '{}'),
            ('Mozzarella di bufala', null, 'Dairy', '{"origin": {"country": "IT", "region": "Campania"}, "fat": 24}'),
            ('Penne', 'P-1', 'Pasta', '{"brand": "De Cecco", "origin": {"country": "IT"}, "gluten": 12, "fat": 1.5, "suppliers": [{"name": "Metro"}, {"name": "Selgros"}]}')) v (n, c, k, a);
        insert into stock (item_id, on_hand, reserved, allow_short, always_strict, is_limiting) select id, 0, 0, true, false, true from items;
        insert into item_barcodes (code, item_id) select '04011100091108', id from items where name = 'Butter, salted'
        """;

    private readonly TestKitchen kitchen = new();
    private ServiceProvider services = null!;

    public async Task InitializeAsync()
    {
        await kitchen.InitializeAsync();
        await Sql.RunAsync(kitchen.Connections.KitchenOwner, Fill);
        services = TestKitchen.Provide(kitchen.Connections);
    }

    public async Task DisposeAsync()
    {
        await services.DisposeAsync();
        await kitchen.DisposeAsync();
    }

    public async Task<ItemsFound> FindAsync(ItemWish wish)
    {
        using var census = ActivatorUtilities.CreateInstance<ItemCensus>(services);
        return await ActivatorUtilities.CreateInstance<ItemCatalogue>(services, census).FindAsync(wish);
    }

    public async Task<IReadOnlyList<QueryRun>> ExplainAsync(ItemWish wish)
    {
        using var census = ActivatorUtilities.CreateInstance<ItemCensus>(services);
        return await ActivatorUtilities.CreateInstance<ItemCatalogue>(services, census).ExplainAsync(wish);
    }

    /// <summary>A supplier sells it under a number of theirs.</summary>
    public async Task<Guid> SellAsync(string item, string supplier, string code, Guid? offer = null, bool isActive = true)
    {
        var service = new SupplierService(services.GetRequiredService<CommandBook>());
        await using var db = await kitchen.OpenDatabaseAsync();
        var id = await db.Suppliers.Where(s => s.Name == supplier).Select(s => s.Id).SingleOrDefaultAsync();
        if (id == default) await service.SaveAsync(new(Guid.CreateVersion7(), id = Guid.CreateVersion7(), supplier, null, null, null, new(12, 0), 1, []), kitchen.Manager);
        var sold = await db.Items.Where(i => i.Name == item).Select(i => i.Id).SingleAsync();
        var known = offer ?? Guid.CreateVersion7();
        await service.SaveOfferAsync(new(Guid.CreateVersion7(), known, id, sold, code, 1, "kg", 4, Active: isActive), kitchen.Manager);
        return known;
    }

    public async Task<Promotion> PromoteAsync(string path, AttributeKind kind)
    {
        await new PromotionService(services.GetRequiredService<CommandBook>()).PromoteAsync(new(Guid.CreateVersion7(), [path], kind, AtOnce: true), kitchen.Manager);
        while (await services.GetRequiredService<PromotionWorks>().WorkAsync(CancellationToken.None)) { }
        using var census = ActivatorUtilities.CreateInstance<ItemCensus>(services);
        return (await ActivatorUtilities.CreateInstance<ItemCatalogue>(services, census).PromotedAsync()).Single(p => p.Name == path);
    }
}
