using FsCheck;
using FsCheck.Fluent;
using KitchenDisplay.Core.Recipes.Writing;
using Check = FsCheck.Check;

namespace KitchenDisplay.Tests.Core.Recipes.Writing;

public sealed class SameLineTests
{
    private static readonly string[] before = ["200 g butter", "3 eggs", "1 pinch salt"];

    [Fact]
    public void A_line_that_is_changed_where_it_stands_is_known_again() => Assert.Equal([0, 1, 2], SameLine.Of(before, ["200 g butte", "3 eggs", "1 pinch salt"]));

    [Fact]
    public void A_line_that_is_moved_is_known_again() => Assert.Equal([2, 0, 1], SameLine.Of(before, ["1 pinch salt", "200 g butter", "3 eggs"]));

    [Fact]
    public void A_line_put_in_is_new_and_the_others_move_down() => Assert.Equal([0, null, 1, 2], SameLine.Of(before, ["200 g butter", "5 figs, dried", "3 eggs", "1 pinch salt"]));

    [Fact]
    public void What_is_pasted_over_everything_is_nothing_of_before() => Assert.All(SameLine.Of(before, ["1 kg potatoes", "500 ml milk", "nutmeg, freshly grated"]), Assert.Null);

    [Fact]
    public void No_line_is_taken_for_two_and_any_order_keeps_all() => Check.One(Config.QuickThrowOnFailure, Prop.ForAll(Arb.From(Gen.Shuffle(Enumerable.Range(0, 12).ToArray())), order =>
    {
        var lines = Enumerable.Range(0, 12).Select(i => $"{i} of thing {i * i}").ToArray();
        return SameLine.Of(lines, [.. order.Select(i => lines[i])]).SequenceEqual(order.Cast<int?>());
    }));
}
