using KitchenDisplay.Core.Inventory;
using KitchenDisplay.Core.Staff;
using KitchenDisplay.Tests.Support;

namespace KitchenDisplay.BrowserTests.Support;

/// <summary>A supplier of meat and milk, with an order under way: meat whose code is known, which has to come cold, and milk whose code nobody has scanned yet.</summary>
internal sealed class Market(House house)
{
    private readonly string mark = Guid.CreateVersion7().ToString()[^6..];
    private readonly Guid shelf = Guid.CreateVersion7(), supplier = Guid.CreateVersion7();

    internal string Supplier => $"Market {mark}";
    internal string Meat => $"Ribeye {mark}";
    internal string Milk => $"Milk {mark}";
    internal Guid MeatId { get; } = Guid.CreateVersion7();
    internal Guid MilkId { get; } = Guid.CreateVersion7();
    internal string MeatCode { get; } = Code(9);
    internal string MilkCode { get; } = Code(0);

    private FloorStaff Staff => house.Staff;

    /// <summary>The supplier's name and the order's id.</summary>
    internal async Task<(string Supplier, Guid Order)> OrderAsync(bool isSent = true)
    {
        var manager = await Staff.ManagerAsync();
        await Staff.Inventory.SavePlaceAsync(new(New(), shelf, null, $"Cold room {mark}"), manager);
        await ItemAsync(MeatId, Meat, BaseUnit.Gram, manager);
        await Staff.Barcodes.LimitAsync(new(New(), MeatId, null, null, 4), manager);
        await ItemAsync(MilkId, Milk, BaseUnit.Piece, manager);
        await Staff.Suppliers.SaveAsync(new(New(), supplier, Supplier, "orders@market.example", null, "77", new(18, 0), 1, []), manager);
        var (meat, milk) = (New(), New());
        await Staff.Suppliers.SaveOfferAsync(new(New(), meat, supplier, MeatId, "RB", 4, "kg", 118), manager);
        await Staff.Suppliers.SaveOfferAsync(new(New(), milk, supplier, MilkId, "MI-12", 12, "pc", 14.4m), manager);
        await Staff.Suppliers.SetParAsync(new(New(), MilkId, shelf, 36, null, "pc"), manager);
        await Staff.Barcodes.LearnAsync(new(New(), MeatCode, MeatId, null, null), manager);
        var order = New();
        if (!isSent) return (Supplier, order);
        var saved = await Staff.Orders.SaveAsync(new(New(), order, supplier, [new(meat, 2), new(milk, 3)]), manager);
        await Staff.Orders.SendAsync(new(New(), order, saved.Version), manager);
        return (Supplier, order);
    }

    private async Task ItemAsync(Guid id, string name, BaseUnit unit, Actor manager)
    {
        await Staff.Recipes.SaveItemAsync(new(New(), id, name, unit, [], []), manager);
        // It has lain there before, so that a scan knows where it goes.
        await Sql.RunAsync(house.Connections.KitchenOwner, $"insert into pars (item_id, place_id, level) values ('{id}', '{shelf}', 1)");
    }

    private static string Code(int indicator)
    {
        var digits = $"{indicator}95060{Random.Shared.NextInt64(1_000_000, 9_999_999)}";
        return digits + CheckDigit.Of(digits);
    }

    private static Guid New() => Guid.CreateVersion7();
}
