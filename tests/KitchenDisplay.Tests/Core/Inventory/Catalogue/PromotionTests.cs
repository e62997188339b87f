using KitchenDisplay.Core.Commands;
using KitchenDisplay.Core.Inventory.Catalogue;
using KitchenDisplay.Tests.Support;
using Microsoft.Extensions.DependencyInjection;

namespace KitchenDisplay.Tests.Core.Inventory.Catalogue;

public sealed class PromotionTests(TestKitchen kitchen) : IClassFixture<TestKitchen>, IAsyncDisposable
{
    private readonly ServiceProvider services = TestKitchen.Provide(kitchen.Connections);

    private PromotionService Promotions => new(services.GetRequiredService<CommandBook>());
    private PromotionWorks Works => services.GetRequiredService<PromotionWorks>();

    [Fact]
    public async Task An_index_is_built_whatever_the_keys_and_the_values_are_and_taken_away_again()
    {
        var path = new[] { "it's \"odd\" \\", "{,}" };
        await Sql.RunAsync(kitchen.Connections.KitchenOwner, """update items set attributes = attributes || jsonb_build_object('it''s "odd" \', jsonb_build_object('{,}', case when name like 'B%' then '"no number"' else '7' end::jsonb))""");

        var id = (await Promotions.PromoteAsync(new(Guid.CreateVersion7(), path, AttributeKind.Number, AtOnce: true), kitchen.Manager)).PromotionId;
        await WorkAsync();

        Assert.Equal("Ready", await StateAsync(id));
        foreach (var index in new[] { "items_by", "item_keys_by" }) Assert.True(await Sql.ScalarAsync<bool>(kitchen.Connections.KitchenOwner, $"select indisvalid from pg_index where indexrelid = '{index}_{id:n}'::regclass"));
        await Promotions.DemoteAsync(new(Guid.CreateVersion7(), id), kitchen.Manager);
        await WorkAsync();
        Assert.Null(await StateAsync(id));
        Assert.Equal(0L, await Sql.ScalarAsync<long>(kitchen.Connections.KitchenOwner, $"select count(*) from pg_class where relname like 'item%by_{id:n}'"));
    }

    [Fact]
    public async Task What_a_killed_process_left_half_built_is_built_anew()
    {
        var id = (await Promotions.PromoteAsync(new(Guid.CreateVersion7(), ["half"], AttributeKind.Text, AtOnce: true), kitchen.Manager)).PromotionId;
        await Sql.RunAsync(kitchen.Connections.KitchenOwner, $"update promotions set state = 'Building' where id = '{id}'; create index items_by_{id:n} on items (name)");

        await WorkAsync();

        Assert.Equal("Ready", await StateAsync(id));
        Assert.Contains("kitchen_text", await Sql.ScalarAsync<string>(kitchen.Connections.KitchenOwner, $"select indexdef from pg_indexes where indexname = 'items_by_{id:n}'"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task While_a_service_is_on_it_waits()
    {
        await Sql.RunAsync(kitchen.Connections.KitchenOwner, "delete from services; insert into services (id, name, weekday, \"from\", \"to\") select gen_random_uuid(), 'All day ' || d, d, '05:00', '04:59' from unnest(array['Monday','Tuesday','Wednesday','Thursday','Friday','Saturday','Sunday']) d");
        var id = (await Promotions.PromoteAsync(new(Guid.CreateVersion7(), ["later"], AttributeKind.Text), kitchen.Manager)).PromotionId;

        Assert.False(await Works.WorkAsync(CancellationToken.None));

        Assert.Equal("Waiting", await StateAsync(id));
        await Sql.RunAsync(kitchen.Connections.KitchenOwner, "delete from services");
        await WorkAsync();
        Assert.Equal("Ready", await StateAsync(id));
    }

    [Fact]
    public async Task Only_a_manager_promotes_and_nobody_without_end()
    {
        await Assert.ThrowsAsync<Refusal>(() => Promotions.PromoteAsync(new(Guid.CreateVersion7(), ["x"], AttributeKind.Text), kitchen.Cook));
        await Assert.ThrowsAsync<Refusal>(() => Promotions.PromoteAsync(new(Guid.CreateVersion7(), [], AttributeKind.Text), kitchen.Manager));
        await Assert.ThrowsAsync<Refusal>(() => Promotions.PromoteAsync(new(Guid.CreateVersion7(), [" "], AttributeKind.Text), kitchen.Manager));
    }

    public async ValueTask DisposeAsync() => await services.DisposeAsync();

    private async Task WorkAsync()
    {
        while (await Works.WorkAsync(CancellationToken.None)) { }
    }

    private Task<string?> StateAsync(Guid id) => Sql.ScalarAsync<string>(kitchen.Connections.KitchenOwner, $"select state from promotions where id = '{id}'");
}
