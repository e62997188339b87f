using System.Text;
using KitchenDisplay.Core.Commands;
using KitchenDisplay.Core.Inventory.Exchange;

namespace KitchenDisplay.Tests.Core.Inventory.Exchange;

public sealed class ImportFileTests
{
    [Theory]
    [InlineData("utf-8", "utf-8", true)]
    [InlineData("utf-8", "utf-8", false)]
    [InlineData("utf-16", "utf-16", true)]
    [InlineData("utf-16", "utf-16", false)]
    [InlineData("utf-16BE", "utf-16BE", true)]
    [InlineData("utf-16BE", "utf-16BE", false)]
    [InlineData("windows-1252", "windows-1252", false)]
    public async Task Its_encoding_is_found_out(string written, string found, bool isMarked)
    {
        Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
        var encoding = Encoding.GetEncoding(written);
        var bytes = encoding.GetBytes("name;price\nCrème fraîche;1\n");
        await using var file = new MemoryStream([.. isMarked ? encoding.Preamble.ToArray() : [], .. bytes]);

        var read = await ImportFile.EncodingAsync(file, default);

        Assert.Equal(found, read.WebName);
        using var table = new ImportTable(file, read);
        Assert.Equal(["name", "price"], table.Header);
        Assert.Equal((';', "Crème fraîche"), (table.Separator, table.Rows().Single().Cells[0]));
    }

    [Fact]
    public async Task A_letter_far_behind_decides_for_the_whole_file()
    {
        Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
        await using var file = new MemoryStream([.. Encoding.ASCII.GetBytes($"name\n{string.Concat(Enumerable.Repeat("Butter\n", 30_000))}"), .. Encoding.GetEncoding(1252).GetBytes("Käse\n")]);

        var read = await ImportFile.EncodingAsync(file, default);

        using var table = new ImportTable(file, read);
        Assert.Equal("Käse", table.Rows().Last().Cells[0]);
    }

    [Theory]
    [InlineData("", "empty")]
    [InlineData("PK\u0003\u0004whatever", "zip")]
    [InlineData("\u001f\u008b\u0008", "zip")]
    [InlineData("%PDF-1.7", "PDF")]
    [InlineData("\u0000\u0001\u0002\u0000\u0000\u0005GIF", "no text")]
    public async Task What_is_no_table_is_refused_whatever_its_name_says(string content, string says)
    {
        await using var file = new MemoryStream(Encoding.Latin1.GetBytes(content));

        Assert.Contains(says, (await Assert.ThrowsAsync<Refusal>(() => ImportFile.EncodingAsync(file, default))).Message, StringComparison.Ordinal);
    }
}
