using FsCheck;
using FsCheck.Fluent;
using KitchenDisplay.Core.Commands;
using KitchenDisplay.Core.Inventory.Catalogue;

namespace KitchenDisplay.Tests.Core.Inventory.Catalogue;

public class ItemFilterTests
{
    [Fact]
    public void Words_and_conditions_are_told_apart()
    {
        var filter = ItemFilter.Read("""olive oil brand:"De Cecco" origin.country:IT|FR gluten<20 -has:frozen note~ripe price:2..5""");

        Assert.Equal("olive oil", filter.Words);
        Assert.Equal(["brand", "origin.country", "gluten", "frozen", "note", "price"], filter.Terms.Select(t => t.Name));
        Assert.Equal([FilterBy.Is, FilterBy.Is, FilterBy.Between, FilterBy.Exists, FilterBy.Contains, FilterBy.Between], filter.Terms.Select(t => t.By));
        Assert.Equal(["De Cecco"], filter.Terms[0].Values);
        Assert.Equal(["IT", "FR"], filter.Terms[1].Values);
        Assert.Equal((null, new FilterEnd("20", false)), (filter.Terms[2].From, filter.Terms[2].To));
        Assert.True(filter.Terms[3].IsNot);
        Assert.Equal((new FilterEnd("2", true), new FilterEnd("5", true)), (filter.Terms[5].From, filter.Terms[5].To));
    }

    [Fact]
    public void A_key_with_blanks_or_dots_stands_in_quotes()
    {
        var term = ItemFilter.Read("""
            "unit price"."per 1.5 l">=3
            """.Trim()).Terms.Single();

        Assert.Equal(["unit price", "per 1.5 l"], term.Path);
        Assert.Equal(new FilterEnd("3", true), term.From);
    }

    [Theory]
    [InlineData("brand:", "lacks a value")]
    [InlineData("brand:\"\"", "lacks a value")]
    [InlineData("gluten<=", "lacks a value")]
    [InlineData("a..b:x", "say what")]
    public void A_condition_that_is_not_whole_is_refused_with_an_example(string typed, string says) => Assert.Contains(says, Assert.Throws<Refusal>(() => ItemFilter.Read(typed)).Message, StringComparison.Ordinal);

    [Theory]
    [InlineData(":-)")]
    [InlineData("<3")]
    [InlineData("-:x")]
    [InlineData("\"brand:Barilla\"")]
    public void What_looks_only_a_little_like_a_condition_is_words(string typed) => Assert.Empty(ItemFilter.Read(typed).Terms);

    [Fact]
    public void Too_much_is_refused()
    {
        Assert.Throws<Refusal>(() => ItemFilter.Read(new string('a', ItemFilter.MaxLength + 1)));
        Assert.Throws<Refusal>(() => ItemFilter.Read(string.Join(' ', Enumerable.Range(0, ItemFilter.MaxTerms + 1).Select(n => $"k{n}:v"))));
    }

    [Fact]
    public void A_condition_can_be_taken_out_of_the_text()
    {
        var filter = ItemFilter.Read("oil brand:\"De Cecco\" gluten<20");

        Assert.Equal("oil gluten<20", filter.Without(filter.Terms[0]));
    }

    [Fact]
    public void Any_text_is_read_or_refused_with_a_sentence() => Check.QuickThrowOnFailure(Prop.ForAll<string?>(typed =>
    {
        try
        {
            var filter = ItemFilter.Read(typed);
            return ItemFilter.Read(string.Join(' ', filter.Terms.Select(t => t.Text))).Terms.Select(t => t.Text).SequenceEqual(filter.Terms.Select(t => t.Text));
        }
        catch (Refusal refusal)
        {
            return refusal.Message.Length > 10;
        }
    }));
}
