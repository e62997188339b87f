using FsCheck;
using FsCheck.Fluent;
using KitchenDisplay.Core.Commands;
using KitchenDisplay.Core.Inventory;
using KitchenDisplay.Core.Inventory.Receiving;
using Check = FsCheck.Check;

namespace KitchenDisplay.Tests.Core.Inventory.Receiving;

public sealed class BarcodePropertyTests
{
    private static readonly Config manyTimes = Config.QuickThrowOnFailure.WithMaxTest(2000);
    private static readonly string[] prefixes = ["]C1", "]d2", "]Q3", "]C1\u001d", "\u001d"];
    private static readonly string[] separators = ["\u001d", "<GS>", "\u241d"];

    [Fact]
    public void What_is_printed_is_read_whatever_the_scanner_puts_before_and_between() => Check.One(manyTimes, Prop.ForAll(LabelPress.Labels(), Arb.From(Gen.Elements(prefixes)), Arb.From(Gen.Elements(separators)), (label, prefix, separator) =>
    {
        // A lot may not hold what the scanner types for its separator.
        if (separator == "<GS>" && $"{label.Lot}{label.Serial}".Contains("<GS>", StringComparison.OrdinalIgnoreCase)) return true;
        return Says(label, BarcodeReader.Read(label.Raw(prefix, separator), LabelPress.Today));
    }));

    [Fact]
    public void What_people_type_with_brackets_is_read_brackets_in_a_lot_too() => Check.One(manyTimes, Prop.ForAll(LabelPress.Labels(), label =>
        Says(label, BarcodeReader.Read(ElementText.Write(label.Elements), LabelPress.Today))));

    [Fact]
    public void Any_single_digit_changed_breaks_the_check() => Check.One(manyTimes, Prop.ForAll(Arb.From(LabelPress.Gtins()), Arb.From(Gen.Choose(0, 13)), Arb.From(Gen.Choose(1, 9)), (gtin, place, by) =>
    {
        var digits = gtin.ToCharArray();
        digits[place] = (char)('0' + (digits[place] - '0' + by) % 10);
        var wrong = new string(digits);
        return !CheckDigit.Closes(wrong) && IsRefused(wrong) && IsRefused($"]C101{wrong}17261231") && IsRefused($"(01){wrong}");
    }));

    [Fact]
    public void Whatever_is_typed_is_answered_in_words() => Check.One(manyTimes, Prop.ForAll(Arb.From(Gen.ArrayOf(Gen.Elements("0123456789()]C1d2\u001dABaz \\-é\0".ToCharArray()))), signs =>
    {
        _ = IsRefused(new string(signs));
        return true;
    }));

    [Fact]
    public void Text_of_random_numbers_behind_known_identifiers_never_fails_otherwise() => Check.One(manyTimes, Prop.ForAll(Arb.From(Gen.Elements("01", "02", "00", "11", "13", "15", "16", "17", "20", "21", "3100", "3109", "3202", "37", "30", "3922", "3932", "8005", "7003", "99")), Arb.From(Gen.ArrayOf(Gen.Choose(0, 9))), (ai, digits) =>
    {
        _ = IsRefused($"]C1{ai}{string.Concat(digits)}");
        return true;
    }));

    private static bool Says(PrintedLabel label, ScannedCode read) =>
        (read.Code, read.Lot, read.Serial, read.UseBy, read.BestBefore, read.Measure, read.Count) == (label.Gtin, label.Lot, label.Serial, label.UseBy, label.BestBefore, label.Kilograms, label.Count);

    private static bool IsRefused(string typed)
    {
        try
        {
            BarcodeReader.Read(typed, LabelPress.Today);
            return false;
        }
        catch (Refusal refusal)
        {
            Assert.NotEqual("", refusal.Message);
            return true;
        }
    }
}
