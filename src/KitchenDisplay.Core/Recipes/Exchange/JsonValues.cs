using System.Text.Json;

namespace KitchenDisplay.Core.Recipes.Exchange;

/// <summary>Reads the values of a JSON text one after the other: a single one, the elements of an array, or one per line.</summary>
internal static class JsonValues
{
    private static readonly JsonReaderOptions lenient = new() { AllowTrailingCommas = true, CommentHandling = JsonCommentHandling.Skip, AllowMultipleValues = true };

    /// <summary>Each value with its path; only one is in memory at a time.</summary>
    /// <exception cref="JsonException">The text is broken; the values before it have been given.</exception>
    public static IEnumerable<(string Path, JsonElement Value)> Of(ReadOnlyMemory<byte> json)
    {
        var (at, state) = (0, new JsonReaderState(lenient));
        for (var index = 0; Next(json.Span, ref at, ref state) is { } value; index++) yield return ($"$[{index}]", value);
    }

    private static JsonElement? Next(ReadOnlySpan<byte> json, ref int at, ref JsonReaderState state)
    {
        var reader = new Utf8JsonReader(json[at..], isFinalBlock: true, state);
        while (reader.Read())
        {
            // An array around everything is only the list of what is in it.
            if (reader.CurrentDepth == 0 && reader.TokenType is JsonTokenType.StartArray or JsonTokenType.EndArray) continue;
            var value = JsonElement.ParseValue(ref reader);
            (at, state) = (at + (int)reader.BytesConsumed, reader.CurrentState);
            return value;
        }
        at = json.Length;
        return null;
    }
}
