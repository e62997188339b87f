using KitchenDisplay.Core.Commands;
using KitchenDisplay.Core.Inventory.Catalogue;
using KitchenDisplay.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace KitchenDisplay.Tests.Core.Inventory.Catalogue;

public sealed class ItemEditingTests(StoreRoom store) : IClassFixture<StoreRoom>
{
    private readonly ItemEditing editing = new(TestKitchen.Provide(store.Kitchen.Connections).GetRequiredService<CommandBook>());

    [Fact]
    public async Task Two_who_edit_one_item_hear_of_each_other_with_both_values()
    {
        var item = await store.ItemAsync();
        await EditAsync(item, 1, ItemPatch.Field(ItemPatch.Category, "Dairy"));

        var refusal = await Assert.ThrowsAsync<Refusal>(() => EditAsync(item, 1, ItemPatch.Field(ItemPatch.Category, "Cheese")));

        Assert.Contains("Dairy", refusal.Message, StringComparison.Ordinal);
        Assert.Contains("Cheese", refusal.Message, StringComparison.Ordinal);
        Assert.Contains(await NameOfAsync(store.Kitchen.Manager.PersonId), refusal.Message, StringComparison.Ordinal);
        Assert.Equal("Dairy", (await ReadAsync(item)).Category);
    }

    [Fact]
    public async Task Many_are_changed_at_once_and_taken_back_but_for_what_was_changed_since()
    {
        var items = new[] { await store.ItemAsync(), await store.ItemAsync(), await store.ItemAsync() };
        await EditAsync(items[0], null, ItemPatch.Attribute("origin.country", "\"FR\""));
        var id = Guid.CreateVersion7();
        var patch = new ItemPatch(new Dictionary<string, string?> { [ItemPatch.Category] = "Oils" }, new Dictionary<string, string?> { ["origin.country"] = "\"IT\"", ["organic"] = "true" });

        Assert.Equal(3, (await editing.EditAsync(new(id, [.. items.Select(i => new EditedVersion(i))], patch), store.Kitchen.Manager)).Items);
        await EditAsync(items[1], null, ItemPatch.Field(ItemPatch.Category, "Vinegars"));

        Assert.Equal(new EditUndone(2, 1), await editing.UndoAsync(new(Guid.CreateVersion7(), id), store.Kitchen.Manager));
        Assert.Equal((null, "FR"), ((await ReadAsync(items[0])).Category, ItemFields.Attribute(await ReadAsync(items[0]), "origin.country")?.Trim('"')));
        Assert.Null(ItemFields.Attribute(await ReadAsync(items[2]), "organic"));
        Assert.Equal(("Vinegars", "true"), ((await ReadAsync(items[1])).Category, ItemFields.Attribute(await ReadAsync(items[1]), "organic")));
        Assert.Contains("already", (await Assert.ThrowsAsync<Refusal>(() => editing.UndoAsync(new(Guid.CreateVersion7(), id), store.Kitchen.Manager))).Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(ItemFields.MaxDepth, true)]
    [InlineData(ItemFields.MaxDepth + 1, false)]
    public async Task An_attribute_may_be_ten_levels_deep_and_no_deeper(int levels, bool isTaken)
    {
        var item = await store.ItemAsync();
        var json = $"{string.Concat(Enumerable.Repeat("{\"a\":", levels))}1{new string('}', levels)}";

        var refusal = await Record.ExceptionAsync(() => EditAsync(item, null, ItemPatch.Attribute("deep", json)));

        if (isTaken) Assert.Null(refusal);
        else Assert.Contains("deeper than 10 levels", Assert.IsType<Refusal>(refusal).Message, StringComparison.Ordinal);
        Assert.Equal(isTaken ? json : null, ItemFields.Attribute(await ReadAsync(item), "deep")?.Replace(" ", "", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_code_belongs_to_one_item()
    {
        var (one, other) = (await store.ItemAsync(), await store.ItemAsync());
        await EditAsync(one, null, ItemPatch.Field(ItemPatch.Code, "K-77"));

        Assert.Contains("K-77", (await Assert.ThrowsAsync<Refusal>(() => EditAsync(other, null, ItemPatch.Field(ItemPatch.Code, "K-77")))).Message, StringComparison.Ordinal);
        await Assert.ThrowsAsync<Refusal>(() => editing.EditAsync(new(Guid.CreateVersion7(), [new(one), new(other)], ItemPatch.Field(ItemPatch.Code, "K-78")), store.Kitchen.Manager));
    }

    [Fact]
    public async Task What_cannot_be_is_refused_and_changes_nothing()
    {
        var item = await store.ItemAsync();
        var deep = string.Concat(Enumerable.Repeat("{\"a\":", 11)) + "1" + new string('}', 11);
        foreach (var patch in new[]
        {
            ItemPatch.Field(ItemPatch.Name, " "), ItemPatch.Field(ItemPatch.NearlyOut, "-1"), ItemPatch.Field(ItemPatch.NearlyOut, "many"), ItemPatch.Field(ItemPatch.Bought, "perhaps"), ItemPatch.Field("colour", "red"),
            ItemPatch.Field(ItemPatch.Category, new string('c', 101)), ItemPatch.Attribute("deep", deep), ItemPatch.Attribute("broken", "{"), ItemPatch.Attribute("a..b", "1"), ItemPatch.Attribute("long", $"\"{new string('x', ItemFields.MaxAttributes)}\""),
        })
            Assert.NotEmpty((await Assert.ThrowsAsync<Refusal>(() => EditAsync(item, null, patch))).Reasons);
        Assert.Equal(1, (await ReadAsync(item)).Version);
    }

    private Task<ItemsEdited> EditAsync(Guid item, int? version, ItemPatch patch) => editing.EditAsync(new(Guid.CreateVersion7(), [new(item, version)], patch), store.Kitchen.Manager);

    private async Task<KitchenDisplay.Core.Inventory.Item> ReadAsync(Guid item)
    {
        await using var db = await store.Kitchen.OpenDatabaseAsync();
        return await db.Set<KitchenDisplay.Core.Inventory.Item>().AsNoTracking().SingleAsync(i => i.Id == item);
    }

    private async Task<string> NameOfAsync(Guid person)
    {
        await using var db = await store.Kitchen.OpenDatabaseAsync();
        return (await db.Set<KitchenDisplay.Core.Staff.Person>().AsNoTracking().SingleAsync(p => p.Id == person)).Name;
    }
}
