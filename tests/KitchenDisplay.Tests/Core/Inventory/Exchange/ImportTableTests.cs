using System.Text;
using KitchenDisplay.Core.Commands;
using KitchenDisplay.Core.Inventory.Exchange;

namespace KitchenDisplay.Tests.Core.Inventory.Exchange;

public sealed class ImportTableTests
{
    [Theory]
    [InlineData("a,b\n1,2\n", ',')]
    [InlineData("a;b\n1;2\n", ';')]
    [InlineData("a\tb\n1\t2\n", '\t')]
    [InlineData("a|b\n1|2\n", '|')]
    [InlineData("a;b\n1,5;2,5\n1,6;2,6\n", ';')]
    public void Its_separator_is_found_out(string text, char separator)
    {
        using var table = Table(text);

        Assert.Equal(separator, table.Separator);
        Assert.Equal(["a", "b"], table.Header);
    }

    [Fact]
    public void A_broken_row_says_so_and_the_others_are_read()
    {
        using var table = Table("name,code\nButter,1\nMilk\nCream,2,3\n\"Salt\"y,4\n\n,\nOil,\"5\nand more\"\nRice,6\n");

        var rows = table.Rows().ToList();

        Assert.Equal([2, 3, 4, 5, 8, 10], rows.Select(r => r.Number));
        Assert.Equal([null, "This row has 1 cells, and the first one 2.", "This row has 3 cells, and the first one 2.", "The quotation marks of this row do not match.", null, null], rows.Select(r => r.Fault?.ToString()[..Math.Min(r.Fault.ToString().Length, r.Fault.ToString().IndexOf('.', StringComparison.Ordinal) + 1)]));
        Assert.Equal("Rice", rows[^1].Cells[0]);
        Assert.All(rows, r => Assert.Equal(2, r.Cells.Length));
    }

    [Fact]
    public void A_quotation_mark_that_is_never_closed_is_named_where_it_stands()
    {
        using var table = Table("name,code\nButter,1\nMilk,\"2\nCream,3\n");

        Assert.Contains("never closed", table.Rows().Last().Fault!.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void What_looks_like_a_formula_is_a_text()
    {
        using var table = Table("name,code\n=cmd|' /C calc'!A1,'=1+1\n'-5,+7\n");

        Assert.Equal(["=cmd|' /C calc'!A1", "=1+1", "-5", "+7"], table.Rows().SelectMany(r => r.Cells));
    }

    [Theory]
    [InlineData("\"name,code\nButter,1\n", "first row")]
    [InlineData("name,name\nButter,1\n", "Two columns")]
    [InlineData(",\nButter,1\n", "names no columns")]
    public void A_header_that_says_nothing_is_refused(string text, string says) =>
        Assert.Contains(says, Assert.Throws<Refusal>(() => { using var table = Table(text); _ = table.Rows().Count(); }).Message, StringComparison.Ordinal);

    [Fact]
    public void Too_many_columns_are_refused() =>
        Assert.Contains("columns", Assert.Throws<Refusal>(() => Table($"{string.Join(',', Enumerable.Range(0, ImportFile.MostColumns + 1).Select(n => $"c{n}"))}\n")).Message, StringComparison.Ordinal);

    private static ImportTable Table(string text) => new(new MemoryStream(Encoding.UTF8.GetBytes(text)), new UTF8Encoding(false, true));
}
