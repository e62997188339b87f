using System.Globalization;
using FsCheck;
using FsCheck.Fluent;
using KitchenDisplay.Core.Recipes;
using KitchenDisplay.Core.Recipes.Exchange;
using Check = FsCheck.Check;

namespace KitchenDisplay.Tests.Core.Recipes.Exchange;

public sealed class IngredientParserPropertyTests
{
    private static readonly Config manyTimes = Config.QuickThrowOnFailure.WithMaxTest(3000);

    // What the rules look at, in every order.
    private static readonly string[] words = ["1", "2", "½", "1/2", "1,5", "0", "7up", "-", "–", "to", "or", "x", "~", "(", ")", "[", "](", "*", "_", ",", ".", ":", "/", "|", "+", "%", "a", "half", "dozen", "of", "cup", "tbsp", "g", "oz", "can", "clove", "cloves", "small", "chopped", "optional", "to taste", "flour", "garlic", "99999999999999999999", "\n", "\t", "é", "🍳", "\ud800"];

    [Fact]
    public void Any_text_is_kept_exactly_and_never_fails() => Check.One(manyTimes, Prop.ForAll(Texts(), text =>
    {
        var line = IngredientParser.Parse(text);
        return line.Text == text && line.Confidence is 0 or (>= 0.3 and <= 1) && (line.Confidence > 0 ? !string.IsNullOrWhiteSpace(line.Name) : line == new IngredientLine(text));
    }));

    [Fact]
    public void What_is_claimed_can_be_used() => Check.One(manyTimes, Prop.ForAll(Texts(), text => IngredientParser.Parse(text) is var line
        && line.Quantity is null or > 0 && (line.QuantityTo is null || line.QuantityTo > line.Quantity) && line.Unit is null or { Length: > 0 } && line.Preparation is null or { Length: > 0 }));

    [Fact]
    public void Steps_never_fail_either() => Check.One(manyTimes, Prop.ForAll(Texts(), text => StepReader.Read(text) is var step && step.Text == text && step.Minutes is null or >= 0));

    [Fact]
    public void A_plain_line_is_understood_whole() => Check.One(manyTimes, Prop.ForAll(Arb.From(Lines()), line =>
    {
        var read = IngredientParser.Parse(line.Text);
        return read == line && read.Confidence == 1;
    }));

    private static Arbitrary<string> Texts() => Arb.From(Gen.OneOf(
        ArbMap.Default.GeneratorFor<string>().Select(text => text ?? ""),
        from some in Gen.ListOf(Gen.Elements(words)) from between in Gen.Elements("", " ") select string.Join(between, some)));

    private static Gen<IngredientLine> Lines() =>
        from hundredths in Gen.Choose(1, 200_000)
        from unit in Gen.Elements("g", "kg", "cup", "tbsp", "clove", "tin", "bunch")
        from glued in Gen.Elements("", " ")
        from name in Gen.Elements("flour", "olive oil", "green beans")
        from preparation in Gen.Elements(null, "finely chopped", "at room temperature")
        let quantity = hundredths / 100m
        select new IngredientLine($"{quantity.ToString("0.##", CultureInfo.InvariantCulture)}{glued}{unit} {name}{(preparation is null ? "" : $", {preparation}")}")
        {
            Quantity = quantity,
            Unit = unit,
            Name = name,
            Preparation = preparation,
            Confidence = 1,
        };
}
