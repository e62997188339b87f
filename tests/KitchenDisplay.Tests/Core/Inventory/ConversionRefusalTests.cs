using KitchenDisplay.Core.Commands;
using KitchenDisplay.Core.Inventory;

namespace KitchenDisplay.Tests.Core.Inventory;

public sealed class ConversionRefusalTests
{
    [Theory]
    [InlineData("bunch", "g", "Parsley has no unit called bunch. Say how many grams one bunch of Parsley weighs.")]
    [InlineData("g", "bunch", "Parsley has no unit called bunch. Say how many grams one bunch of Parsley weighs.")]
    [InlineData("bunch", "bunch", "Parsley has no unit called bunch. Say how many grams one bunch of Parsley weighs.")]
    [InlineData("cups", "gram", "Parsley cannot be converted from cup to g. Say how many grams one cup of Parsley weighs.")]
    [InlineData("kg", "cup", "Parsley cannot be converted from kg to cup. Say how many grams one cup of Parsley weighs.")]
    [InlineData("crate", "g", "Parsley cannot be converted from crate to g. Say how many grams one crate of Parsley weighs.")]
    [InlineData("crate", "l", "Parsley cannot be converted from crate to l. Say how many millilitres one crate of Parsley is.")]
    [InlineData("cup", "piece", "Parsley cannot be converted from cup to piece. Say how many millilitres one piece of Parsley is.")]
    [InlineData("crate", "piece", "Parsley cannot be converted from crate to piece. Say how many piece one crate of Parsley is.")]
    [InlineData("piece", "box", "Parsley cannot be converted from piece to box. Say how many piece one box of Parsley is.")]
    public void Where_no_way_leads_the_sentence_says_what_to_write_down(string from, string to, string sentence)
    {
        var parsley = new Conversions("Parsley", [Larder.Measure("1 crate = 4 box")]);

        Assert.Equal(sentence, Assert.Throws<Refusal>(() => parsley.Convert(1, from, to)).Message);
    }

    [Fact]
    public void What_no_number_holds_is_refused()
    {
        var dust = new Conversions("Dust", [Larder.Measure("0.0001 a = 1000000000 b"), Larder.Measure("0.0001 b = 1000000000 c"), Larder.Measure("0.0001 c = 1000000000 d")]);

        Assert.Equal("1 a of Dust are more d than can be counted.", Assert.Throws<Refusal>(() => dust.Convert(1, "a", "d")).Message);
    }

    [Theory]
    [InlineData("0 bunch = 85 g", "A measure of Parsley says 0 bunch: a quantity is at least 0.0001 and at most 1000000000.")]
    [InlineData("1 bunch = -85 g", "A measure of Parsley says -85 g: a quantity is at least 0.0001 and at most 1000000000.")]
    [InlineData("1 bunch = 1000000001 g", "A measure of Parsley says 1000000001 g: a quantity is at least 0.0001 and at most 1000000000.")]
    [InlineData("1 bunch = 0.00009 g", "A measure of Parsley says 0.00009 g: a quantity is at least 0.0001 and at most 1000000000.")]
    [InlineData("1  = 85 g", "A measure of Parsley lacks a unit: write one on both sides.")]
    [InlineData("1 bunch = 2 Bunch", "A measure of Parsley says bunch on both sides: say it in another unit.")]
    [InlineData("1 cup = 2 cups", "A measure of Parsley says cup on both sides: say it in another unit.")]
    [InlineData("1 kg = 10 g", "Parsley contradicts itself: 1 kg = 10 g, but 1000 g by 1 kg = 1000 g. Correct one of them.")]
    public void A_measure_that_cannot_be_is_refused(string measure, string sentence) =>
        Assert.Equal(sentence, Assert.Throws<Refusal>(() => Conversions.Check("Parsley", [Larder.Measure(measure)])).Message);

    [Fact]
    public void Every_reason_is_named()
    {
        var refusal = Assert.Throws<Refusal>(() => Conversions.Check("Parsley", [Larder.Measure("0 bunch = -1 g"), Larder.Measure("1 cup = 1 cups")]));

        Assert.Equal(3, refusal.Reasons.Count);
    }

    [Theory]
    [InlineData("1 slice = 430 g", "2 slice = 468 g")]
    [InlineData("1 case = 12 bottle", "1 bottle = 0.75 l", "1 case = 8 l")]
    [InlineData("1 cup = 240 g", "1 tbsp = 140 g")]
    [InlineData("1 a = 1000000000 b", "1 b = 1000000000 c", "1 c = 1000000000 d", "1 d = 1000000000 e", "1 a = 1 e")]
    public void Measures_that_contradict_each_other_are_refused(params string[] measures)
    {
        var refusal = Assert.Throws<Refusal>(() => Conversions.Check("Pie", [.. measures.Select(Larder.Measure)]));

        Assert.All(refusal.Reasons, r => Assert.StartsWith("Pie contradicts itself: ", r.ToString(), StringComparison.Ordinal));
    }

    [Fact]
    public void Measures_that_agree_pass_without_a_word()
    {
        Assert.Empty(Conversions.Check("Butter", Larder.Butter));
        Assert.Empty(Conversions.Check("Wine", [Larder.Measure("1 case = 12 bottle"), Larder.Measure("1 bottle = 0.75 l"), Larder.Measure("1 case = 9 l")]));
    }
}
