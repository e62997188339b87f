using KitchenDisplay.Core.Availability;
using KitchenDisplay.Core.Commands;
using KitchenDisplay.Tests.Support;

namespace KitchenDisplay.Tests.Core.Availability;

public sealed class AvailabilityServiceTests(StoreRoom store) : IClassFixture<StoreRoom>
{
    private TestKitchen Kitchen => store.Kitchen;

    [Fact]
    public async Task A_dish_that_is_86_is_refused_by_name_until_it_is_restored_and_the_rest_could_be_sent()
    {
        var fries = await OutAsync(dish: Kitchen.Dish("Fries").Id);

        var refusal = await Assert.ThrowsAsync<Refusal>(() => Kitchen.SendAsync(Kitchen.Line("Fries"), Kitchen.Line("Negroni")));

        Assert.Contains("Fries is 86", refusal.Message, StringComparison.Ordinal);
        Assert.Equal([new ShortDish(Kitchen.Dish("Fries").Id, 0)], refusal.ShortDishes);
        await Kitchen.SendAsync(Kitchen.Line("Negroni"));
        Assert.Equal(fries.EightySixId, (await OutAsync(dish: Kitchen.Dish("Fries").Id)).EightySixId);
        await RestoreAsync(fries);
        await RestoreAsync(fries);
        await Kitchen.SendAsync(Kitchen.Line("Fries"));
    }

    [Fact]
    public async Task A_station_and_an_ingredient_take_their_dishes_with_them_and_say_how_many_portions_wait()
    {
        var ticket = await Kitchen.SendAsync(Kitchen.Line("Fries", 3));
        var station = await OutAsync(station: Kitchen.Station("fry"));
        Assert.True(station.Waiting >= 3);
        await Assert.ThrowsAsync<Refusal>(() => Kitchen.SendAsync(Kitchen.Line("Fries")));
        await RestoreAsync(station);

        var item = await store.ItemAsync();
        await store.MakeOfAsync("Padrón peppers", (item, 1));
        var ingredient = await OutAsync(item: item);
        await Assert.ThrowsAsync<Refusal>(() => Kitchen.SendAsync(Kitchen.Line("Padrón peppers")));
        await RestoreAsync(ingredient);
        await Kitchen.SendAsync(Kitchen.Line("Padrón peppers"));
        // Who has begun goes on, whatever is out.
        await Kitchen.Cooks.BumpAsync(new(New(), ticket.TicketId, null), Kitchen.Cook);
    }

    [Fact]
    public async Task What_is_out_until_the_end_of_the_day_is_back_by_itself()
    {
        var it = await OutAsync(dish: Kitchen.Dish("Leeks in the embers").Id);
        await using var db = await Kitchen.OpenDatabaseAsync();

        await AvailabilityService.RestoreEndedAsync(db, it.Until!.Value.AddSeconds(-1), default);
        await Assert.ThrowsAsync<Refusal>(() => Kitchen.SendAsync(Kitchen.Line("Leeks in the embers")));
        await AvailabilityService.RestoreEndedAsync(db, it.Until.Value, default);
        await Kitchen.SendAsync(Kitchen.Line("Leeks in the embers"));
    }

    [Theory]
    [InlineData(true, true)]
    [InlineData(false, false)]
    public async Task One_thing_at_a_time_is_out(bool dish, bool station)
    {
        var refusal = await Assert.ThrowsAsync<Refusal>(() => OutAsync(dish ? Kitchen.Dish("Fries").Id : null, null, station ? Kitchen.Station("fry") : null));
        Assert.Contains("Choose one", refusal.Message, StringComparison.Ordinal);
    }

    private Task<EightySixed> OutAsync(Guid? dish = null, Guid? item = null, Guid? station = null) => store.Availability.EightySixAsync(new(New(), dish, item, station), Kitchen.Cook);

    private Task<Restored> RestoreAsync(EightySixed it) => store.Availability.RestoreAsync(new(New(), it.EightySixId), Kitchen.Cook);

    private static Guid New() => Guid.CreateVersion7();
}
