using System.Diagnostics;
using System.IO.Compression;
using System.Text;
using System.Text.Json;
using FsCheck;
using FsCheck.Fluent;
using KitchenDisplay.Core.Recipes.Exchange;
using Check = FsCheck.Check;

namespace KitchenDisplay.Tests.Core.Recipes.Exchange;

public sealed class RecipeReaderTests
{
    private const string Toast = "# Toast\n\n## Ingredients\n\n- bread\n\n## Directions\n\n1. Toast.\n";

    [Theory]
    [InlineData("---\ntitle: A\n---\n\n## Ingredients\n\n- salt\n")]
    [InlineData("# A\n\n## Ingredients\n\n- salt\n")]
    [InlineData("title,ingredients\nA,salt\n")]
    [InlineData("""{"title":"A"}""")]
    [InlineData("""[{"title":"A"}]""")]
    [InlineData("""{"@context":"https://schema.org","@type":"Recipe","name":"A"}""")]
    [InlineData("<!doctype html><script type=\"application/ld+json\">{\"@type\":\"Recipe\",\"name\":\"A\"}</script>")]
    public void The_content_tells_the_format_and_not_the_name(string text)
    {
        foreach (var name in new[] { "file", "file.txt", "file.doc" })
            foreach (var encoding in new Encoding[] { new UTF8Encoding(false), new UTF8Encoding(true), new UnicodeEncoding(false, true) })
                Assert.Equal("A", Assert.Single(RecipeReader.Read([.. encoding.Preamble, .. encoding.GetBytes(text.ReplaceLineEndings("\r\n"))], name)).Recipe?.Title);
    }

    [Theory]
    [InlineData("")]
    [InlineData(" \n ")]
    [InlineData("Dear diary, today I cooked.")]
    [InlineData("{\"title\": \"A\"")]
    [InlineData("[1,")]
    [InlineData("{\"@type\":\"Recipe\",\"name\":\"\\ud800\"}")]
    [InlineData("<html><body>Pie</body></html>")]
    [InlineData("{\"@context\":\"https://schema.org\",\"@type\":\"WebPage\"}")]
    [InlineData("title,ingredients\n\"A,salt\n")]
    [InlineData("%PDF-1.7")]
    [InlineData("\0\0\0")]
    public void Bad_input_is_a_sentence_that_says_what_to_do(string text)
    {
        var read = RecipeReader.Read(Encoding.UTF8.GetBytes(text), "file").Last();
        Assert.Null(read.Recipe);
        var remark = Assert.Single(read.Remarks);
        Assert.NotEmpty(remark.Wrong.ToString());
        Assert.NotEmpty(remark.Advice.ToString());
    }

    [Fact]
    public void Another_encoding_is_named() => Assert.Contains("UTF-8", Failure(RecipeReader.Read(Encoding.Latin1.GetBytes("# Crème\n"), "a.md")), StringComparison.Ordinal);

    [Fact]
    public void A_file_that_is_too_large_is_not_read() => Assert.Contains("50 MB", Failure(RecipeReader.Read(new byte[RecipeReader.MostBytes + 1], "a.md")), StringComparison.Ordinal);

    [Fact]
    public async Task A_stream_is_read_no_further_than_a_file_may_be_long()
    {
        using var stream = new MemoryStream(Encoding.UTF8.GetBytes(Toast));
        var titles = new List<string?>();
        await foreach (var read in RecipeReader.ReadAsync(stream, "toast.md")) titles.Add(read.Recipe?.Title);
        Assert.Equal(["Toast"], titles);
    }

    [Fact]
    public void What_comes_before_the_broken_place_is_read()
    {
        var reads = RecipeReader.Read("[{\"title\":\"A\"},\n{\"title\":\"B\"},\n{\"title\""u8.ToArray(), "a.json").ToList();
        Assert.Equal(["A", "B", null], reads.Select(r => r.Recipe?.Title));
        Assert.Equal("3", reads[2].Remarks[0].Where);
    }

    [Fact]
    public void An_archive_holds_files_of_every_kind()
    {
        var zip = Zip(("a/toast.md", Toast), ("b.json", "{\"title\":\"B\"}"), ("__MACOSX/._b.json", "x"), ("picture.png", "\0\0"), ("inner.zip", "PK\u0003\u0004"), ("c.csv", "title,ingredients\nC,salt\nD,salt\n"));
        var reads = RecipeReader.Read(zip, "all.zip").ToList();
        Assert.Equal(["Toast", "B", null, null, "C", "D"], reads.Select(r => r.Recipe?.Title));
        Assert.Equal("all.zip/a/toast.md", reads[0].Origin);
    }

    [Fact]
    public void A_bomb_does_not_go_off()
    {
        using var memory = new MemoryStream();
        using (var zip = new ZipArchive(memory, ZipArchiveMode.Create, leaveOpen: true))
            for (var i = 0; i < 8; i++)
            {
                using var entry = zip.CreateEntry($"{i}.md", CompressionLevel.Fastest).Open();
                entry.Write(new byte[10 * 1024 * 1024]);
            }
        Assert.True(memory.Length < 1024 * 1024);
        var reads = RecipeReader.Read(memory.ToArray(), "bomb.zip").ToList();
        Assert.Equal(6, reads.Count);
        Assert.Contains("50 MB", reads[^1].Remarks[0].Wrong.ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("- a\n")]
    [InlineData("- a\n  - b\n")]
    [InlineData("a\n")]
    [InlineData("a\n\n")]
    [InlineData("*[(")]
    [InlineData("5 min ")]
    [InlineData("<script type=application/ld+json>")]
    public void Endless_repetition_ends(string piece)
    {
        var endless = string.Concat(Enumerable.Repeat(piece, 49_000 / piece.Length));
        var json = $$"""{"@type":"Recipe","name":"A","recipeIngredient":{{JsonSerializer.Serialize(endless)}},"recipeInstructions":{{JsonSerializer.Serialize(endless)}}}""";
        foreach (var text in new[] { $"# A\n\n## Ingredients\n\n{endless}\n\n## Directions\n\n", $"# A\n\n## Directions\n\n{endless}\n", endless, json })
        {
            var watch = Stopwatch.StartNew();
            Assert.NotEmpty(RecipeReader.Read(Encoding.UTF8.GetBytes(text), "file").ToList());
            Assert.True(watch.Elapsed < TimeSpan.FromSeconds(20), $"{piece.Trim()} took {watch.Elapsed}.");
        }
    }

    [Fact]
    public void Damaged_empty_and_office_archives_say_so()
    {
        Assert.Contains("damaged", Failure(RecipeReader.Read(Zip(("a.md", Toast))[..40], "a.zip")), StringComparison.Ordinal);
        Assert.Contains("empty", Failure(RecipeReader.Read(Zip(), "a.zip")), StringComparison.Ordinal);
        Assert.Contains("office", Failure(RecipeReader.Read(Zip(("[Content_Types].xml", "x")), "a.docx")), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_packed_is_unpacked()
    {
        using var file = new MemoryStream();
        await MarkdownRecipes.WriteZipAsync(Cookbook.Each(Cookbook.Soup, Cookbook.Soup), file);
        var reads = RecipeReader.Read(file.ToArray(), "all.zip").ToList();
        Assert.Equal(["all.zip/leek-soup.md", "all.zip/leek-soup-2.md"], reads.Select(r => r.Origin));
        Assert.All(reads, read => Cookbook.Same(Cookbook.Soup, read.Recipe));
    }

    [Fact]
    public void Any_bytes_are_read_without_an_exception()
    {
        var whole = new[] { Toast, "title,ingredients\nA,\"salt\npepper\"\n", "{\"@type\":\"Recipe\",\"name\":\"A\",\"recipeIngredient\":[\"1 cup x\"]}", JsonRecipes.Write(Cookbook.Soup) }.Select(Encoding.UTF8.GetBytes).Append(Zip(("a.md", Toast))).ToArray();
        var damaged = from start in Gen.Elements(whole)
                      from places in Gen.ArrayOf(Gen.Choose(0, 10_000), 3)
                      from bytes in Gen.ArrayOf(Gen.Choose(0, 255), 3)
                      select places.Zip(bytes).Aggregate(start.ToArray(), (file, change) =>
                      {
                          file[change.First % file.Length] = (byte)change.Second;
                          return file;
                      });
        Check.One(Config.QuickThrowOnFailure.WithMaxTest(1000), Prop.ForAll(Arb.From(damaged), file => RecipeReader.Read(file, "file").ToList().Count > 0));
    }

    private static string Failure(IEnumerable<RecipeRead> reads) => Assert.Single(Assert.Single(reads, r => r.Recipe is null).Remarks).Wrong.ToString();

    private static byte[] Zip(params (string Name, string Text)[] files)
    {
        using var memory = new MemoryStream();
        using (var zip = new ZipArchive(memory, ZipArchiveMode.Create, leaveOpen: true))
            foreach (var (name, text) in files)
            {
                using var entry = zip.CreateEntry(name).Open();
                entry.Write(Encoding.UTF8.GetBytes(text));
            }
        return memory.ToArray();
    }
}
