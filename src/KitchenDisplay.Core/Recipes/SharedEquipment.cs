namespace KitchenDisplay.Core.Recipes;

/// <summary>Equipment that carries traces of what was in it to what comes next: a fryer, a grill. A chef says so.</summary>
public sealed class SharedEquipment
{
    /// <summary>As <see cref="Read"/> writes it.</summary>
    public required string Name { get; init; }

    /// <summary>One spelling for each: small letters, no blanks around.</summary>
    public static string Read(string name) => name.Trim().ToLowerInvariant();

    /// <summary>What a recipe is made with.</summary>
    public static IEnumerable<string> Of(RecipeText text) => text.Equipment.Select(Read).Where(e => e.Length > 0).Distinct();
}
