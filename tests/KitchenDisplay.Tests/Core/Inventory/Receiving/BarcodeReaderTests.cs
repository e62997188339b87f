using KitchenDisplay.Core.Commands;
using KitchenDisplay.Core.Inventory;
using KitchenDisplay.Core.Inventory.Receiving;

namespace KitchenDisplay.Tests.Core.Inventory.Receiving;

public sealed class BarcodeReaderTests
{
    private static readonly DateOnly today = new(2026, 7, 14);

    // The first three are the examples of the GS1 General Specifications.
    [Theory]
    [InlineData("]C1010950600013435210ABC123\u001d17261231", "09506000134352")]
    [InlineData("]d2010950600013435217261231" + "10ABC123", "09506000134352")]
    [InlineData("(01)09506000134352(17)261231(10)ABC123", "09506000134352")]
    [InlineData("010950600013435217261231" + "10ABC123", "09506000134352")]
    public void A_label_with_a_lot_and_a_date(string typed, string gtin)
    {
        var read = Read(typed);
        Assert.Equal((gtin, "ABC123", new DateOnly(2026, 12, 31)), (read.Code, read.Lot, read.UseBy));
    }

    [Theory]
    [InlineData("9506000134352", "09506000134352")]
    [InlineData("]E09506000134352", "09506000134352")]
    [InlineData("036000291452", "00036000291452")]
    [InlineData("96385074", "00000096385074")]
    [InlineData("]E496385074", "00000096385074")]
    [InlineData("]I119506000134359", "19506000134359")]
    [InlineData(" 9506000134352\r\n", "09506000134352")]
    public void A_plain_number_becomes_one_of_14_digits(string typed, string gtin) => Assert.Equal(gtin, Read(typed).Code);

    [Fact]
    public void A_weighed_pack_says_its_weight_and_its_price()
    {
        var read = Read("]C1019950600013435531030041253922" + "3980\u001d15260800");
        Assert.Equal((4.125m, "kg", 39.80m, new DateOnly(2026, 8, 31)), (read.Measure, read.MeasureUnit, read.Price, read.BestBefore));
        var pounds = Read("]C101995060001343553202000550393297800398");
        Assert.Equal((5.5m, "lb", 3.98m, "978"), (pounds.Measure, pounds.MeasureUnit, pounds.Price, pounds.Currency));
    }

    [Fact]
    public void A_pallet_says_what_is_in_it_and_how_many()
    {
        var read = Read("]C10039506000134352000" + CheckDigit.Of("39506000134352000") + "020950600013435237" + "48");
        Assert.Equal("09506000134352", read.Code);
        Assert.Equal(48, read.Count);
        Assert.NotNull(read.OnlyOne);
    }

    [Theory]
    [InlineData("260700", 2026, 7, 31)]
    [InlineData("280200", 2028, 2, 29)]
    [InlineData("760101", 2076, 1, 1)]
    [InlineData("770101", 1977, 1, 1)]
    public void Day_00_is_the_last_of_its_month_and_the_century_the_nearer_one(string digits, int year, int month, int day) => Assert.Equal(new DateOnly(year, month, day), ElementDate.Read(digits, "use by", today));

    [Fact]
    public void Near_the_turn_of_a_century_the_next_one_is_meant()
    {
        Assert.Equal(2101, ElementDate.Read("010101", "use by", new DateOnly(2098, 1, 1)).Year);
        Assert.Equal(1999, ElementDate.Read("991231", "use by", new DateOnly(2001, 1, 1)).Year);
    }

    [Theory]
    [InlineData("9506000134353", "last digit should be 2")]
    [InlineData("]C10109506000134353", "last digit of 09506000134353 should be 2")]
    [InlineData("(17)261331", "says month 13")]
    [InlineData("(17)260431", "says day 31 of a month with 30 days")]
    [InlineData("(17)250229", "says day 29 of a month with 28 days")]
    [InlineData("(01)09506000134352(99", "too long")]
    [InlineData("(98765)1", "no part of a label that is known")]
    [InlineData("]C1393297", "cannot be right")]
    [InlineData("]C1019506000134352", "13 of 14 digits")]
    [InlineData("]C10995", "no part of a label that is known")]
    [InlineData("]C110" + "ABCDEFGHIJKLMNOPQRSTU", "too long")]
    [InlineData("]C110A~", "does not belong there")]
    [InlineData("]C13109123456", "9 digits behind the point")]
    [InlineData("(10)L1(10)L2", "stands there twice")]
    [InlineData("(10)", "is empty")]
    [InlineData("]C1", "Nothing was scanned")]
    [InlineData("  ", "Nothing was scanned")]
    public void What_cannot_be_is_refused_in_words(string typed, string why) => Assert.Contains(why, Assert.Throws<Refusal>(() => Read(typed)).Message, StringComparison.Ordinal);

    [Fact]
    public void A_code_of_the_suppliers_own_stays_as_it_is() => Assert.Equal("RB-04/7", Read("]C0RB-04/7").Code);

    [Fact]
    public void What_was_weighed_comes_before_what_is_known_of_the_pack()
    {
        var known = new ItemBarcode { Code = "x", Quantity = 4, Unit = "kg" };
        Assert.Equal(new(4.125m, "kg"), ScannedQuantity.Of(Read("(01)99506000134355(3103)004125(37)2"), known));
        Assert.Equal(new(8, "kg"), ScannedQuantity.Of(Read("(02)09506000134352(37)2"), known));
        Assert.Equal(new(30, "piece"), ScannedQuantity.Of(Read("(01)09506000134352(30)30"), known));
        Assert.Null(ScannedQuantity.Of(Read("9506000134352"), new ItemBarcode { Code = "x" }));
    }

    [Fact]
    public void A_label_of_the_house_is_read_back()
    {
        var lot = new Lot { Code = "L(7)", UseBy = new DateOnly(2026, 9, 30), PackSize = 2500 };
        var gtin = Gtin.OfTheHouse(42);
        var read = Read(LotLabel.Text(gtin, lot, BaseUnit.Gram, lot.PackSize));
        Assert.Equal((gtin, "L(7)", lot.UseBy, 2.5m, "kg"), (read.Code, read.Lot, read.UseBy, read.Measure, read.MeasureUnit));
        Assert.True(Gtin.IsOfTheHouse(gtin));
        Assert.Equal(gtin, Gtin.Read(gtin[1..]));
        Assert.Null(Read(LotLabel.Text(gtin, new Lot { Code = "Käse 1" }, BaseUnit.Piece, 2.5m)).Lot);
    }

    private static ScannedCode Read(string typed) => BarcodeReader.Read(typed, today);
}
