using KitchenDisplay.Core.Inventory;
using KitchenDisplay.Core.Inventory.Counting;
using KitchenDisplay.Web.Features.Inventory.Counting;

namespace KitchenDisplay.Tests.Web.Features.Inventory.Counting;

public sealed class CountPadTests
{
    private readonly CountPad pad = new();

    [Fact]
    public void Numbers_and_units_add_up()
    {
        pad.Begin("case");
        pad.Write("2");
        pad.Plus();
        pad.Choose("bottle");
        pad.Press('3');

        Assert.Equal([new CountedPart(2, "case"), new CountedPart(3, "bottle")], pad.Said);
        Assert.Equal(15, pad.In(Wine()));
    }

    [Theory]
    [InlineData("12,5", "12.5")]
    [InlineData("-3", "3")]
    [InlineData("1e9", "19")]
    [InlineData("1.2.3", "1.23")]
    [InlineData("4 kg", "4")]
    [InlineData(null, "")]
    public void Only_what_can_be_a_number_stays(string? typed, string stays)
    {
        pad.Begin("kg");
        pad.Write(typed);

        Assert.Equal(stays, pad.Typed);
    }

    [Fact]
    public void A_plus_that_is_typed_begins_the_next_part_and_what_is_erased_is_gone_part_by_part()
    {
        pad.Begin("bottle");
        pad.Write("2+3");
        Assert.Equal(2, pad.Said.Count);

        pad.Erase();
        pad.Erase();

        Assert.True(pad.IsEmpty);
    }

    [Fact]
    public void What_was_typed_ahead_is_said_of_the_next_line_in_its_unit()
    {
        pad.Begin("case");
        pad.Write("4");
        pad.Follow("bottle");
        Assert.Equal([new CountedPart(4, "bottle")], pad.Said);

        pad.Write("4+");
        pad.Follow("piece");
        Assert.True(pad.IsEmpty);
    }

    [Fact]
    public void Nothing_typed_says_nothing()
    {
        pad.Begin("bottle");
        pad.Press('.');
        pad.Plus();

        Assert.Empty(pad.Said);
    }

    [Fact]
    public void A_unit_that_the_item_does_not_have_comes_to_nothing()
    {
        pad.Begin("barrel");
        pad.Press('1');

        Assert.Null(pad.In(Wine()));
    }

    private static Item Wine()
    {
        var item = new Item { Name = "Wine", Unit = BaseUnit.Piece };
        item.Measures.Add(new ItemMeasure { ItemId = item.Id, Unit = "case", OfQuantity = 6, OfUnit = "bottle" });
        item.Measures.Add(new ItemMeasure { ItemId = item.Id, Unit = "bottle", OfQuantity = 1, OfUnit = "piece" });
        return item;
    }
}
