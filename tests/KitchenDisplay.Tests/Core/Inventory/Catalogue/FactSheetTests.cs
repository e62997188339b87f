using KitchenDisplay.Core.Commands;
using KitchenDisplay.Core.Inventory.Catalogue;
using KitchenDisplay.Core.Inventory.Receiving;
using KitchenDisplay.Tests.Support;
using Microsoft.Extensions.DependencyInjection;

namespace KitchenDisplay.Tests.Core.Inventory.Catalogue;

public sealed class FactSheetTests : IClassFixture<StoreRoom>, IAsyncDisposable
{
    private readonly StoreRoom store;
    private readonly ServiceProvider services;
    private readonly ItemCensus census;
    private readonly CategoryTemplates templates;
    private readonly FactSheets sheets;

    public FactSheetTests(StoreRoom store)
    {
        (this.store, services) = (store, TestKitchen.Provide(store.Kitchen.Connections));
        census = new(services.GetRequiredService<Npgsql.NpgsqlDataSource>(), TimeProvider.System);
        templates = new(services.GetRequiredService<CommandBook>(), new Reading(store.Kitchen));
        sheets = new(new Reading(store.Kitchen), templates, new(census));
    }

    public ValueTask DisposeAsync()
    {
        census.Dispose();
        return services.DisposeAsync();
    }

    [Fact]
    public async Task A_template_makes_fields_of_attributes_and_is_forgotten_again()
    {
        var item = await store.ItemAsync();
        var category = $"Cheese {item}";
        await new ItemEditing(services.GetRequiredService<CommandBook>()).EditAsync(new(Guid.CreateVersion7(), [new(item)], new(new Dictionary<string, string?> { ["category"] = category }, new Dictionary<string, string?> { ["rind"] = "\"washed\"" })), store.Kitchen.Manager);
        await SaveAsync(category, new TemplateField(" milk ", "", FieldKind.Choice, "g", [" cow ", "goat", "cow", ""]));

        var sheet = (await sheets.ReadAsync(item))!;

        Assert.Equal(["milk", "rind"], sheet.Facts.Select(f => f.Path));
        var milk = sheet.Template.Single();
        Assert.Equal(("milk", "milk", null), (milk.Path, milk.Label, milk.Unit));
        Assert.Equal(["cow", "goat"], milk.Choices);
        Assert.Contains((category, 1), await templates.AllAsync());
        await SaveAsync(category);
        Assert.Contains((category, 0), await templates.AllAsync());
    }

    [Fact]
    public async Task A_template_that_makes_no_sense_is_refused_and_says_why()
    {
        Assert.Contains("twice", await RefusedAsync("X", new TemplateField("a", "", FieldKind.Text), new TemplateField("a", "", FieldKind.Date)), StringComparison.Ordinal);
        Assert.Contains("choose", await RefusedAsync("X", new TemplateField("a", "", FieldKind.Choice)), StringComparison.Ordinal);
        Assert.Contains("no attribute", await RefusedAsync("X", new TemplateField("a..b", "", FieldKind.Text)), StringComparison.Ordinal);
        Assert.Contains("which category", await RefusedAsync(" ", new TemplateField("a", "", FieldKind.Text)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_code_is_learned_shown_and_forgotten()
    {
        var item = await store.ItemAsync();
        var barcodes = new BarcodeService(services.GetRequiredService<CommandBook>());
        await barcodes.LearnAsync(new(Guid.CreateVersion7(), $"C-{item}", item, null, null), store.Kitchen.Manager);
        Assert.Equal($"C-{item}", Assert.Single((await sheets.ReadAsync(item))!.Barcodes).Code);

        for (var tap = 0; tap < 2; tap++) await barcodes.ForgetAsync(new(Guid.CreateVersion7(), $"C-{item}"), store.Kitchen.Manager);

        Assert.Empty((await sheets.ReadAsync(item))!.Barcodes);
        Assert.Null(await sheets.ReadAsync(Guid.CreateVersion7()));
    }

    private Task<TemplateSaved> SaveAsync(string category, params TemplateField[] fields) => templates.SaveAsync(new(Guid.CreateVersion7(), category, fields), store.Kitchen.Manager);

    private async Task<string> RefusedAsync(string category, params TemplateField[] fields) => (await Assert.ThrowsAsync<Refusal>(() => SaveAsync(category, fields))).Reasons[0].ToString();
}
