namespace KitchenDisplay.Core.Recipes.Exchange;

/// <summary>What files of recipes are called.</summary>
public static class RecipeFiles
{
    private const int Longest = 80;

    /// <summary>A name, without an ending, that every file system takes.</summary>
    public static string Name(string title)
    {
        var words = string.Join('-', new string([.. title.ToLowerInvariant().Select(c => char.IsLetterOrDigit(c) ? c : ' ')]).Split(' ', StringSplitOptions.RemoveEmptyEntries));
        return words.Length == 0 ? "recipe" : words[..Math.Min(words.Length, Longest)];
    }

    /// <summary>As <see cref="Name(string)"/>, and not used yet.</summary>
    internal static string Name(string title, HashSet<string> used)
    {
        var (first, name) = (Name(title), Name(title));
        for (var number = 2; !used.Add(name); number++) name = $"{first}-{number}";
        return name;
    }
}
