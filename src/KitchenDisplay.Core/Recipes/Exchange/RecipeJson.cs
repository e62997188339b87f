using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;

namespace KitchenDisplay.Core.Recipes.Exchange;

/// <summary>How recipes become JSON, and whether two values say the same.</summary>
internal static class RecipeJson
{
    public static JsonSerializerOptions Options { get; } = Of(indented: false);
    public static JsonSerializerOptions Indented { get; } = Of(indented: true);

    /// <summary>True when both would be written in the same way; lists are compared by what is in them.</summary>
    public static bool Same<T>(T one, T other) => JsonSerializer.Serialize(one, Options) == JsonSerializer.Serialize(other, Options);

    private static JsonSerializerOptions Of(bool indented) => new(JsonSerializerDefaults.Web)
    {
        WriteIndented = indented,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        RespectNullableAnnotations = true,
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
        NumberHandling = JsonNumberHandling.Strict,
        Converters = { new JsonStringEnumConverter() },
        TypeInfoResolver = new DefaultJsonTypeInfoResolver { Modifiers = { LeaveOutSum } },
    };

    // A total that is only the sum would no longer follow its parts once it was read back.
    private static void LeaveOutSum(JsonTypeInfo type)
    {
        if (type.Type != typeof(RecipeText)) return;
        var total = type.Properties.First(p => string.Equals(p.Name, nameof(RecipeText.TotalMinutes), StringComparison.OrdinalIgnoreCase));
        total.ShouldSerialize = (recipe, value) => value is not null && !Equals(value, new RecipeText("") { PrepMinutes = ((RecipeText)recipe).PrepMinutes, CookMinutes = ((RecipeText)recipe).CookMinutes }.TotalMinutes);
    }
}
