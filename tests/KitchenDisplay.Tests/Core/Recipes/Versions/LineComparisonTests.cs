using FsCheck;
using FsCheck.Fluent;
using KitchenDisplay.Core.Recipes.Versions;
using Check = FsCheck.Check;

namespace KitchenDisplay.Tests.Core.Recipes.Versions;

public sealed class LineComparisonTests
{
    private static readonly Config manyTimes = Config.QuickThrowOnFailure.WithMaxTest(2000);

    // Few different ones, so that lines meet again.
    private static readonly Arbitrary<(string[] Before, string[] After)> texts = Arb.From(from before in Lines() from after in Lines() select (before, after));

    [Fact]
    public void What_is_compared_gives_both_texts_again() => Check.One(manyTimes, Prop.ForAll(texts, t =>
    {
        var compared = LineComparison.Of(t.Before, t.After);
        return compared.Where(l => l.Became != Became.Added).Select(l => l.Text).SequenceEqual(t.Before) && compared.Where(l => l.Became != Became.Removed).Select(l => l.Text).SequenceEqual(t.After);
    }));

    [Fact]
    public void As_many_lines_as_possible_stay_the_same() => Check.One(manyTimes, Prop.ForAll(texts, t =>
        LineComparison.Of(t.Before, t.After).Count(l => l.Became == Became.Same) == Longest(t.Before, t.After)));

    [Fact]
    public void A_line_put_in_is_one_added_line() => Assert.Equal([new(Became.Same, "flour"), new(Became.Added, "eggs"), new(Became.Same, "salt")], LineComparison.Of(["flour", "salt"], ["flour", "eggs", "salt"]));

    private static Gen<string[]> Lines() => Gen.ArrayOf(Gen.Elements("a", "b", "c", "d"));

    // As slowly as it is easily seen to be right.
    private static int Longest(ReadOnlySpan<string> one, ReadOnlySpan<string> other)
    {
        var row = new int[other.Length + 1];
        foreach (var a in one)
        {
            var corner = 0;
            for (var i = 0; i < other.Length; i++) (corner, row[i + 1]) = (row[i + 1], a == other[i] ? corner + 1 : Math.Max(row[i + 1], row[i]));
        }
        return row[^1];
    }
}
