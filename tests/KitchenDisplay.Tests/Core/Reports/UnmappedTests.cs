using KitchenDisplay.Core.Menu;
using KitchenDisplay.Core.Reports;
using KitchenDisplay.Tests.Support;

namespace KitchenDisplay.Tests.Core.Reports;

public sealed class UnmappedTests(StoreRoom store) : IClassFixture<StoreRoom>
{
    private readonly Unmapped unmapped = new(new Reading(store.Kitchen), TimeProvider.System);

    private TestKitchen Kitchen => store.Kitchen;

    [Fact]
    public async Task What_sells_without_a_recipe_is_told_by_its_money_and_leaves_when_it_gets_one()
    {
        const string dish = "Octopus, potato, paprika";
        var price = Kitchen.Dish(dish).Price;
        var ticket = await Kitchen.SendAsync(Kitchen.Line(dish, 3));
        await Kitchen.Calls.VoidAsync(new(Guid.CreateVersion7(), (await Kitchen.ReadAsync(ticket.TicketId)).Lines[0].Id, "changed their minds"), Kitchen.Waiter);
        var old = await Kitchen.SendAsync(Kitchen.Line(dish), Kitchen.Line("Fries"));
        await AgeAsync(old.TicketId, 29);
        await AgeAsync((await Kitchen.SendAsync(Kitchen.Line(dish))).TicketId, 30);

        var sales = await unmapped.FindAsync();

        var sold = sales.Single(s => s.Name == dish);
        Assert.Equal((2 * price, 3 * price, 3), (sold.Today, sold.Month, sold.Portions));
        Assert.Equal(sales.Select(s => s.Month).OrderDescending(), sales.Select(s => s.Month));
        await store.MakeOfAsync(dish, (await store.ItemAsync(), 1));
        Assert.DoesNotContain(await unmapped.FindAsync(), s => s.Name == dish);
    }

    [Fact]
    public async Task A_modifier_is_told_by_what_it_adds_to_the_price()
    {
        const string dish = "Steak frites";
        var extra = Kitchen.Dish(dish).Groups.SelectMany(g => g.Group!.Modifiers).First(m => m.Kind == ModifierKind.Extra && m.PriceChange > 0);
        await Kitchen.SendAsync(Kitchen.Line(dish, 2, extra.Name));

        var sold = (await unmapped.FindAsync()).Single(s => s.Id == extra.Id);

        Assert.Equal((2 * extra.PriceChange, 2 * extra.PriceChange, 2), (sold.Today, sold.Month, sold.Portions));
        Assert.NotNull(sold.Group);
        await store.Recipes.SetModifierAsync(new(Guid.CreateVersion7(), extra.Id, [new(await store.ItemAsync(), 1, "pc")]), Kitchen.Manager);
        Assert.DoesNotContain(await unmapped.FindAsync(), s => s.Id == extra.Id);
    }

    private Task AgeAsync(Guid ticket, int days) => Sql.RunAsync(Kitchen.Connections.KitchenOwner, $"update orders set business_day = business_day - {days} where id = (select order_id from tickets where id = '{ticket}')");
}
