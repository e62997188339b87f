namespace KitchenDisplay.Core.Recipes.Exchange;

/// <summary>What a document says as a recipe, and what of it was not understood.</summary>
internal sealed class MarkdownReading
{
    private readonly MarkdownDocument document;
    private readonly List<Remark> remarks = [];

    public MarkdownReading(MarkdownDocument document)
    {
        this.document = document;
        var front = document.Front;
        var photo = document.Of(MarkdownPart.Photo).FirstOrDefault();
        Recipe = new(front.Text("title") ?? Plain(MarkdownPart.Title) ?? "")
        {
            Language = (front.Text("language") ?? front.Text("lang")) is { Length: 2 } language ? language.ToLowerInvariant() : "en",
            Author = front.Text("author"),
            Cuisine = front.Text("cuisine"),
            Course = front.Text("course"),
            Difficulty = Enum.TryParse<Difficulty>(front.Text("difficulty"), true, out var difficulty) && Enum.IsDefined(difficulty) ? difficulty : null,
            Tags = front.List("tags"),
            Summary = Paragraphs(MarkdownPart.Summary),
            Photo = photo is null ? null : MarkdownDocument.Picture().Match(photo.Text).Groups["source"].Value,
            PrepMinutes = Minutes(MarkdownPart.Prep),
            CookMinutes = Minutes(MarkdownPart.Cook),
            TotalMinutes = Minutes(MarkdownPart.Total),
            Equipment = [.. document.Of(MarkdownPart.Equipment).Where(b => b.Kind == MarkdownKind.Item).Select(MarkdownLists.Joined)],
            Method = MarkdownLists.Method([.. document.Of(MarkdownPart.Method)]),
            Notes = Paragraphs(MarkdownPart.Notes),
        };
        if (Yield() is var (quantity, unit)) Recipe = Recipe with { Yield = quantity, YieldUnit = unit };
        Recipe = Recipe with { Ingredients = [.. MarkdownLists.Ingredients([.. document.Of(MarkdownPart.Ingredients)]).Select(g => new IngredientGroup(g.Name, [.. g.Items.Select(Line)]))] };
        remarks.AddRange(Exchange.Remarks.OfWhole(Recipe));
    }

    public RecipeText Recipe { get; }

    public IReadOnlyList<Remark> Remarks => remarks;

    private IngredientLine Line(MarkdownBlock item)
    {
        var line = IngredientParser.Parse(MarkdownLists.Joined(item), Recipe.Language);
        if (Exchange.Remarks.OfLine(line, Where(item)) is { } remark) remarks.Add(remark);
        return line;
    }

    private int? Minutes(MarkdownPart part)
    {
        if (document.Of(part).FirstOrDefault() is not { } fact || MarkdownFacts.Value(fact.Text) is not { Length: > 0 } value) return null;
        var (minutes, isAll) = MarkdownFacts.Minutes(value);
        if (!isAll) remarks.Add(Exchange.Remarks.Time(Where(fact), value, minutes));
        return minutes;
    }

    private (decimal Quantity, string Unit)? Yield()
    {
        if (document.Of(MarkdownPart.Yield).FirstOrDefault() is not { } fact || MarkdownFacts.Value(fact.Text) is not { Length: > 0 } value) return null;
        var read = Yields.Read(value);
        if (read is not { IsAll: true }) remarks.Add(Exchange.Remarks.Yield(Where(fact), value, read?.Quantity, read?.Unit));
        return read is var (quantity, unit, _) ? (quantity, unit) : null;
    }

    private string? Plain(MarkdownPart part) => document.Of(part).FirstOrDefault() is { } block ? PlainText.OfMarkdown(block.Text) : null;

    /// <summary>The blocks as they were written, but for a heading that only says what they are.</summary>
    private string? Paragraphs(MarkdownPart part) =>
        string.Concat(document.Of(part).Where(b => b.Kind != MarkdownKind.Heading || MarkdownWords.Exactly(b.Text) is null).Select(b => b.IsClosed ? b.Raw : b.Raw.TrimEnd() + "\n")).Trim() is { Length: > 0 } text ? text : null;

    private static string Where(MarkdownBlock block) => Numbers.Write(block.Line);
}
