using System.Text.Json;

namespace KitchenDisplay.Core.Recipes;

/// <summary>Whether the database can hold what a recipe says: PostgreSQL takes neither a zero among letters nor half of a letter, and JSON can write both.</summary>
internal static class StorableText
{
    public static bool Is(RecipeText text) => Is(JsonSerializer.SerializeToElement(text with { Source = null })) && (text.Source is not { } source || Is(source));

    private static bool Is(JsonElement value)
    {
        // Every letter that cannot be held is written as an escape.
        if (!value.GetRawText().Contains(@"\u", StringComparison.Ordinal)) return true;
        return value.ValueKind switch
        {
            JsonValueKind.Object => value.EnumerateObject().All(m => Is(m)),
            JsonValueKind.Array => value.EnumerateArray().All(Is),
            JsonValueKind.String => IsText(value.GetString),
            _ => true,
        };
    }

    private static bool Is(JsonProperty member) => IsText(() => member.Name) && Is(member.Value);

    private static bool IsText(Func<string?> read)
    {
        try
        {
            return read()?.Contains('\0') != true;
        }
        catch (InvalidOperationException)
        {
            return false;
        }
    }
}
