using System.Text.RegularExpressions;

namespace KitchenDisplay.Core.Recipes.Exchange;

/// <summary>Tells what an ingredient is from what is done to it.</summary>
internal static partial class Preparations
{
    private static readonly HashSet<string> words = new(
        ("beaten boiled boned boneless bone-in chilled chopped cleaned coarsely cored cored crumbled crushed cubed cut deboned deseeded diced drained finely freshly grated halved hard-boiled heaping julienned lightly mashed melted "
        + "minced packed peeled pitted pressed quartered rinsed roughly scrubbed seeded shaved shelled shredded sifted skin-on skinless skinned sliced slivered small-diced smashed softened squeezed stoned thawed thinly trimmed uncooked washed whisked zested "
        + "small medium large big medium-sized large-sized small-sized medium-size size sized good generous heaped level rounded scant "
        + "gehackt gehackte gehackter gewürfelt gerieben geschält klein große großer haché hachée émincé râpé picado picada rallado tritato grattugiato").Split(' '), StringComparer.OrdinalIgnoreCase);

    /// <summary>The name and the words of preparation before and behind it; nothing is taken when no name would be left.</summary>
    public static (string Name, string[] Preparation) Split(string text)
    {
        var all = text.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        var before = all.TakeWhile(IsPreparation).Count();
        if (before == all.Length) return (text, []);
        var behind = all.Reverse().TakeWhile(IsPreparation).Count();
        var name = all[before..^behind];
        // "Cut and peeled" begins with an "and" once its first word is gone.
        if (name[0] is "and" or "or") return (text, []);
        return (string.Join(' ', name), [.. new[] { string.Join(' ', all[..before]), string.Join(' ', all[^behind..]) }.Where(p => p.Length > 0)]);
    }

    /// <summary>True when every word of it tells how an ingredient is, so that the ingredient is still to come.</summary>
    public static bool IsOnly(string text) => text.Split(' ', StringSplitOptions.RemoveEmptyEntries) is { Length: > 0 } all && all.All(word => IsPreparation(word) || word is "fresh" or "ripe" or "dried" or "very");

    /// <summary>Where in a text the name ends: at a comma, a dash, a new sentence, or a purpose. The text's length if it does not.</summary>
    public static int EndOfName(string text)
    {
        var start = 0;
        while (true)
        {
            var end = End().Match(text, start);
            if (!end.Success) return text.Length;
            if (!IsOnly(InParentheses().Replace(text[..end.Index], " ")) && end.Index > 0) return end.Index;
            start = end.Index + end.Length;
        }
    }

    private static bool IsPreparation(string word) => words.Contains(word.Trim(','));

    // A comma between digits is a decimal one, and what stands in parentheses ends nothing.
    [GeneratedRegex(@"(?:(?<![0-9]),|,(?![0-9])|;|\s[-–—]+\s|(?<=\p{L}{3})\.\s|\s(?=(?:for|to|as|at|plus|until|such as|like|without|depending|preferably|enough|roughly|about|approx)\s))(?![^(]*\))", RegexOptions.IgnoreCase)]
    private static partial Regex End();

    /// <summary>What stands in parentheses, also in such that are never closed.</summary>
    [GeneratedRegex(@"[(\[](?<inside>(?:[^()\[\]]|\([^()]*\))*)(?:[)\]]|$)")]
    public static partial Regex InParentheses();
}
