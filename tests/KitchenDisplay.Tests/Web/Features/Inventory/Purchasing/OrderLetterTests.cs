using KitchenDisplay.Core.House;
using KitchenDisplay.Core.Inventory;
using KitchenDisplay.Core.Inventory.Purchasing;
using KitchenDisplay.Web;
using KitchenDisplay.Web.Features;
using KitchenDisplay.Web.Features.Inventory.Purchasing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Localization;

namespace KitchenDisplay.Tests.Web.Features.Inventory.Purchasing;

public sealed class OrderLetterTests
{
    private static readonly IStringLocalizer<Texts> words = new ServiceCollection().AddLogging().AddLocalization().BuildServiceProvider().GetRequiredService<IStringLocalizer<Texts>>();
    private static readonly Restaurant house = new() { Name = "Glimm & Holz", TimeZone = "Europe/Berlin", Currency = "EUR", Culture = "en-IE" };

    [Fact]
    public void The_mail_has_the_order_in_it_and_nothing_breaks_out_of_its_link()
    {
        var link = OrderLetter.Link(words, Sheet(1, "Butter 50% & more?"), house)!;
        var parts = link.Split('?');
        Assert.Equal(2, parts.Length);
        Assert.Equal("mailto:orders@milk.example", parts[0]);
        Assert.Equal(2, parts[1].Split('&').Length);
        var body = Uri.UnescapeDataString(parts[1].Split("body=")[1]);
        Assert.Contains("3 x case  Butter 50% & more?  [A-1]", body, StringComparison.Ordinal);
        Assert.Contains("Customer number 77", body, StringComparison.Ordinal);
        Assert.Contains("2026-07-14", body, StringComparison.Ordinal);
    }

    [Fact]
    public void An_order_that_is_too_long_for_a_link_is_not_cut_off() =>
        Assert.Contains("The order has 200 lines", Uri.UnescapeDataString(OrderLetter.Link(words, Sheet(200, "Butter"), house)!), StringComparison.Ordinal);

    [Fact]
    public void The_file_has_a_row_for_each_line_and_no_formula()
    {
        var text = CsvFile.Write(OrderFiles.Rows(words, Sheet(2, "=cmd|' /C calc'!A0")));
        Assert.Equal(3, text.Split('\n', StringSplitOptions.RemoveEmptyEntries).Length);
        Assert.DoesNotContain(",=cmd", text, StringComparison.Ordinal);
    }

    private static OrderSheet Sheet(int lines, string name)
    {
        var item = new Item { Name = name, Unit = BaseUnit.Gram };
        var supplier = new Supplier { Name = "Milk", Email = "orders@milk.example", CustomerNumber = "77" };
        var order = new PurchaseOrder { SupplierId = supplier.Id, Number = 12, DeliverOn = new(2026, 7, 14) };
        for (var i = 0; i < lines; i++) order.Lines.Add(new() { ItemId = item.Id, Code = "A-1", Packs = 3, PackWord = "case", PackInBase = 10_000, Price = 78 });
        return new(order, supplier, new Dictionary<Guid, Item> { [item.Id] = item }, []);
    }
}
