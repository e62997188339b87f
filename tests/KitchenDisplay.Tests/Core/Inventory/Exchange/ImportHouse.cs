using System.Text;
using KitchenDisplay.Core.Commands;
using KitchenDisplay.Core.Inventory;
using KitchenDisplay.Core.Inventory.Catalogue;
using KitchenDisplay.Core.Inventory.Exchange;
using KitchenDisplay.Core.Inventory.Purchasing;
using KitchenDisplay.Core.Recipes;
using KitchenDisplay.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace KitchenDisplay.Tests.Core.Inventory.Exchange;

/// <summary>A house into which files come.</summary>
public sealed class ImportHouse : IAsyncLifetime
{
    private ServiceProvider services = null!;

    public StoreRoom Store { get; } = new();
    public ImportDesk Desk { get; private set; } = null!;
    public ImportBook Book { get; private set; } = null!;
    public SupplierService Suppliers { get; private set; } = null!;
    public ItemEditing Editing { get; private set; } = null!;

    public TestKitchen Kitchen => Store.Kitchen;

    public async Task InitializeAsync()
    {
        await Store.InitializeAsync();
        services = TestKitchen.Provide(Kitchen.Connections);
        var book = services.GetRequiredService<CommandBook>();
        (Desk, Book, Suppliers, Editing) = (new(book), new(new Reading(Kitchen)), new(book), new(book));
    }

    /// <summary>Whoever works on files; each of them is another process.</summary>
    public ImportWorks Works() => new(services.GetRequiredService<IDbContextFactory<KitchenDisplay.Core.Data.KitchenContext>>(), TimeProvider.System);

    /// <summary>Brings a table in.</summary>
    public async Task<Guid> StageAsync(string text, Guid? supplier = null, string name = "items.csv")
    {
        await using var file = new MemoryStream(Encoding.UTF8.GetBytes(text));
        return (await Desk.StageAsync(new(Guid.CreateVersion7(), supplier is null ? ImportKind.Items : ImportKind.Prices, supplier, name, await ImportDesk.DigestAsync(file)), file, Kitchen.Manager)).ImportId;
    }

    /// <summary>Brings it in and finds out what it would change, by the columns that were proposed.</summary>
    public async Task<ItemImport> CheckAsync(string text, Guid? supplier = null)
    {
        var import = (await Book.FindAsync(await StageAsync(text, supplier)))!.Import;
        await Desk.MapAsync(new(Guid.CreateVersion7(), import.Id, import.Mapping), Kitchen.Manager);
        return await WorkAsync(import.Id);
    }

    /// <summary>Brings it in and applies it.</summary>
    public async Task<ItemImport> ApplyAsync(string text, Guid? supplier = null) => await ApplyAsync((await CheckAsync(text, supplier)).Id);

    public async Task<ItemImport> ApplyAsync(Guid import)
    {
        await Desk.ApplyAsync(new(Guid.CreateVersion7(), import), Kitchen.Manager);
        return await WorkAsync(import);
    }

    public async Task<ItemImport> UndoAsync(Guid import)
    {
        await Desk.UndoAsync(new(Guid.CreateVersion7(), import), Kitchen.Manager);
        return await WorkAsync(import);
    }

    public async Task<ItemImport> WorkAsync(Guid import)
    {
        var works = Works();
        while (await works.WorkAsync(default)) { }
        return (await Book.FindAsync(import))!.Import;
    }

    public Task<IReadOnlyList<ImportRow>> RowsAsync(Guid import, RowVerdict? verdict = null) => Book.RowsAsync(import, verdict, 1_000);

    public async Task<Item?> ItemAsync(string name)
    {
        await using var db = await Kitchen.OpenDatabaseAsync();
        return await db.Items.AsNoTracking().Include(i => i.Barcodes).SingleOrDefaultAsync(i => i.Name == name);
    }

    /// <summary>An item in grams with a code.</summary>
    public async Task<Guid> AddAsync(string name, string? code = null)
    {
        var id = Guid.CreateVersion7();
        await Store.Recipes.SaveItemAsync(new(Guid.CreateVersion7(), id, name, BaseUnit.Gram, Array.Empty<SavedMeasure>(), []), Kitchen.Manager);
        if (code is not null) await EditAsync(id, ItemPatch.Field(ItemPatch.Code, code));
        return id;
    }

    public Task<ItemsEdited> EditAsync(Guid item, ItemPatch patch) => Editing.EditAsync(new(Guid.CreateVersion7(), [new(item)], patch), Kitchen.Manager);

    public async Task<Guid> SupplierAsync()
    {
        var id = Guid.CreateVersion7();
        await Suppliers.SaveAsync(new(Guid.CreateVersion7(), id, $"Supplier {id}", null, null, null, new(12, 0), 1, []), Kitchen.Manager);
        return id;
    }

    /// <summary>The items that a filter lets through, as a table.</summary>
    public async Task<string> ExportAsync(string filter)
    {
        using var census = ActivatorUtilities.CreateInstance<ItemCensus>(services);
        var export = new ItemExport(new Reading(Kitchen), ActivatorUtilities.CreateInstance<ItemCatalogue>(services, census), new(census));
        await using var to = new MemoryStream();
        await export.WriteItemsAsync(to, ItemFilter.Read(filter));
        return Encoding.UTF8.GetString(to.ToArray());
    }

    public async Task<string> PricesAsync(Guid supplier)
    {
        using var census = ActivatorUtilities.CreateInstance<ItemCensus>(services);
        await using var to = new MemoryStream();
        await new ItemExport(new Reading(Kitchen), ActivatorUtilities.CreateInstance<ItemCatalogue>(services, census), new(census)).WritePricesAsync(to, supplier);
        return Encoding.UTF8.GetString(to.ToArray());
    }

    public async Task DisposeAsync()
    {
        await services.DisposeAsync();
        await Store.DisposeAsync();
    }
}
