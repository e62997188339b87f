using System.Text;

namespace KitchenDisplay.Core.Recipes.Exchange;

/// <summary>Writes a recipe into the document that it was read from: a part that says something else than before is written anew, the others stay as they are.</summary>
internal sealed class MarkdownWriting(RecipeText recipe, MarkdownDocument document, RecipeText before)
{
    private readonly List<(MarkdownPart Part, string Text)> pieces = [];

    public override string ToString()
    {
        var isNew = document.Front.ToString().Length == 0;
        WriteFront();
        foreach (var (part, block) in document.Blocks) pieces.Add((part, block.Raw));
        foreach (var part in Enum.GetValues<MarkdownPart>().Where(Differs)) Replace(part, Text(part));
        var text = new StringBuilder(document.Front.ToString());
        if (isNew && text.Length > 0) text.Append('\n');
        foreach (var (_, piece) in pieces) text.Append(piece.EndsWith('\n') ? piece : piece + "\n");
        return text.ToString();
    }

    private void WriteFront()
    {
        var front = document.Front;
        if (recipe.Title != before.Title && !document.Of(MarkdownPart.Title).Any()) front.Set("title", recipe.Title);
        if (!recipe.Tags.SequenceEqual(before.Tags)) front.Set("tags", recipe.Tags);
        foreach (var (key, now, then) in new[]
        {
            ("language", recipe.Language, before.Language), ("author", recipe.Author, before.Author), ("cuisine", recipe.Cuisine, before.Cuisine),
            ("course", recipe.Course, before.Course), ("difficulty", recipe.Difficulty?.ToString().ToLowerInvariant(), before.Difficulty?.ToString().ToLowerInvariant()),
        })
            if (now != then) front.Set(key, now is null ? [] : [now]);
    }

    private bool Differs(MarkdownPart part) => part switch
    {
        MarkdownPart.Title => document.Of(part).Any() && recipe.Title != before.Title,
        MarkdownPart.Photo => recipe.Photo != before.Photo,
        MarkdownPart.Summary => recipe.Summary != before.Summary,
        MarkdownPart.Prep => recipe.PrepMinutes != before.PrepMinutes,
        MarkdownPart.Cook => recipe.CookMinutes != before.CookMinutes,
        MarkdownPart.Total => Total(recipe) != Total(before),
        MarkdownPart.Yield => (recipe.Yield, recipe.YieldUnit) != (before.Yield, before.YieldUnit),
        MarkdownPart.Equipment => !recipe.Equipment.SequenceEqual(before.Equipment),
        MarkdownPart.Ingredients => !recipe.Ingredients.Select(g => g.Name).SequenceEqual(before.Ingredients.Select(g => g.Name)) || !Texts(recipe).SequenceEqual(Texts(before)),
        MarkdownPart.Method => !RecipeJson.Same(recipe.Method, before.Method),
        MarkdownPart.Notes => recipe.Notes != before.Notes,
        _ => false,
    };

    // What was understood of a line stands in no file; what was written does.
    private static IEnumerable<string> Texts(RecipeText recipe) => recipe.Ingredients.SelectMany(g => g.Lines.Select(l => l.Text).Prepend(g.Name ?? ""));

    // The sum of the others follows from them.
    private static int? Total(RecipeText recipe) => recipe.TotalMinutes == (recipe with { TotalMinutes = null }).TotalMinutes ? null : recipe.TotalMinutes;

    private void Replace(MarkdownPart part, string text)
    {
        var at = pieces.FindIndex(p => p.Part == part);
        // Notes may stand anywhere; a section of them in the middle of a list would end it.
        if (at < 0 || part == MarkdownPart.Notes) at = part == MarkdownPart.Notes ? pieces.Count : pieces.FindLastIndex(p => p.Part != MarkdownPart.Other && p.Part < part) + 1;
        at -= pieces.Take(at).Count(p => p.Part == part);
        pieces.RemoveAll(p => p.Part == part);
        if (text.Length == 0) return;
        if (at > 0 && pieces[at - 1] is var (other, last)) pieces[at - 1] = (other, last.TrimEnd() + (IsFact(part) && IsFact(other) ? "\n" : "\n\n"));
        pieces.Insert(at, (part, text + (IsFact(part) && at < pieces.Count && IsFact(pieces[at].Part) ? "\n" : "\n\n")));
    }

    private static bool IsFact(MarkdownPart part) => part is MarkdownPart.Prep or MarkdownPart.Cook or MarkdownPart.Total or MarkdownPart.Yield;

    private string Text(MarkdownPart part) => part switch
    {
        MarkdownPart.Title => $"# {recipe.Title}",
        MarkdownPart.Photo => recipe.Photo is { } photo ? $"![{recipe.Title}]({photo})" : "",
        MarkdownPart.Summary => recipe.Summary ?? "",
        MarkdownPart.Prep => Time(part, recipe.PrepMinutes),
        MarkdownPart.Cook => Time(part, recipe.CookMinutes),
        MarkdownPart.Total => Time(part, Total(recipe)),
        MarkdownPart.Yield => recipe.Yield is { } quantity ? MarkdownFacts.Write(part, Yields.Write(quantity, recipe.YieldUnit)) : "",
        MarkdownPart.Equipment => Section("Equipment", recipe.Equipment.Select(e => $"- {e}")),
        MarkdownPart.Ingredients => Section("Ingredients", recipe.Ingredients.SelectMany(g => Under(g.Name, g.Lines.Select(l => $"- {Inside(l.Text, 2)}")))),
        MarkdownPart.Method => Section("Directions", recipe.Method.SelectMany(s => Under(s.Name, s.Steps.Select((step, index) => $"{index + 1}. {Inside(step.Text, 3)}")))),
        MarkdownPart.Notes => recipe.Notes is { } notes ? $"## Notes\n\n{notes}" : "",
        _ => "",
    };

    private static string Time(MarkdownPart part, int? minutes) => minutes is { } m ? MarkdownFacts.Write(part, MarkdownFacts.Minutes(m)) : "";

    private static string Section(string heading, IEnumerable<string> lines) => lines.Any() ? $"## {heading}\n\n{string.Join('\n', lines).Trim()}" : "";

    private static IEnumerable<string> Under(string? name, IEnumerable<string> lines) => name is null ? lines : ["", $"### {name}", "", .. lines];

    private static string Inside(string text, int indent) => text.Replace("\n", "\n" + new string(' ', indent), StringComparison.Ordinal);
}
