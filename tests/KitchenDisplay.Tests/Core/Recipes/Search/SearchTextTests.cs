using FsCheck;
using FsCheck.Fluent;
using KitchenDisplay.Core.Commands;
using KitchenDisplay.Core.Recipes.Search;
using KitchenDisplay.Core.Words;

namespace KitchenDisplay.Tests.Core.Recipes.Search;

public class SearchTextTests
{
    [Fact]
    public void Words_quotes_or_and_minus_are_understood()
    {
        var text = SearchText.Read("Crème brûlée \"dark rum\" apple OR pear -nuts -\"egg white\"");

        Assert.Equal([["creme"], ["brulee"], ["dark rum"], ["apple", "pear"]], text.All.Select(either => either.Select(t => t.Text).ToArray()));
        Assert.Equal([false, false, true, false], text.All.Select(either => either[0].IsLiteral));
        Assert.Equal([("nuts", false), ("egg white", true)], text.None.Select(t => (t.Text, t.IsLiteral)));
        Assert.False(text.IsOpen);
    }

    [Theory]
    [InlineData("tomat", true)]
    [InlineData("tomato ", false)]
    [InlineData("\"tomat\"", false)]
    [InlineData("soup -tomat", false)]
    [InlineData("soup OR", false)]
    [InlineData("", false)]
    public void The_last_word_may_go_on_while_it_is_typed(string typed, bool isOpen) => Assert.Equal(isOpen, SearchText.Read(typed).IsOpen);

    [Theory]
    [InlineData("--- | OR && || ( ) ' \" ")]
    [InlineData("\"never closed")]
    [InlineData("-")]
    [InlineData("'; drop table recipes; --")]
    [InlineData("a:* & !b <-> (c)")]
    [InlineData("\ud800 \u202eabc \u05d0\u05d1 \U0001F35E")]
    public void What_makes_no_sense_is_taken_as_words(string typed)
    {
        var text = SearchText.Read(typed);

        Assert.All(text.All.SelectMany(e => e).Concat(text.None).SelectMany(t => t.Words), word => Assert.All(word.EnumerateRunes(), rune => Assert.True(System.Text.Rune.IsLetterOrDigit(rune))));
    }

    [Fact]
    public void Any_text_can_be_read_and_no_longer_one_than_a_page_of_it_is()
    {
        Prop.ForAll<string>(typed => SearchText.Read(typed) is not null).QuickCheckThrowOnFailure();

        Assert.Throws<Refusal>(() => SearchText.Read(new string('x', SearchText.MaxLength + 1)));
        Assert.True(SearchText.Read(string.Join(' ', Enumerable.Range(0, 1_500))).All.Count <= 16);
    }

    [Theory]
    [InlineData("Œufs à la Bénédictine", "oeufs a la benedictine")]
    [InlineData("Weißkohl", "weisskohl")]
    [InlineData("Smørrebrød", "smorrebrod")]
    public void Accents_and_ligatures_do_not_matter(string written, string folded) => Assert.Equal(folded, string.Join(' ', Folding.Words(written)));
}
