using System.Text.Json;
using KitchenDisplay.Core.Recipes.Writing;

namespace KitchenDisplay.Web.Features.Recipes.Writing;

/// <summary>What a browser has kept of a recipe that somebody was writing.</summary>
/// <param name="BasedOn">The version that was opened.</param>
/// <param name="ChoicesOf">The text of ingredients that the choices belong to; what was typed while the server was away came later.</param>
/// <param name="Fields">What stood in the boxes.</param>
public sealed record KeptRecipe(Guid RecipeId, int BasedOn, string ChoicesOf, IReadOnlyList<LineChoice?> Choices, WrittenRecipe? Fields = null)
{
    /// <summary>What a browser gives back; null for nothing, and for what is no such thing.</summary>
    public static KeptRecipe? Read(string? json)
    {
        try
        {
            return json is null || JsonSerializer.Deserialize<KeptRecipe>(json, JsonSerializerOptions.Web) is not { ChoicesOf: not null, Choices: not null, Fields: not null } kept ? null : kept;
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
