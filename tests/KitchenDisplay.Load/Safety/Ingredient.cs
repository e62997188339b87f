using KitchenDisplay.Core.Menu;

namespace KitchenDisplay.Load.Safety;

/// <summary>Something that a guest may not want, under all its names.</summary>
/// <param name="Names">The same thing, as one or the other calls it; one word each.</param>
/// <param name="Holds">The allergens in it.</param>
public sealed record Ingredient(string[] Names, params Allergen[] Holds)
{
    public static IReadOnlyList<Ingredient> All { get; } =
    [
        new(["aubergine", "eggplant", "brinjal"]), new(["courgette", "zucchini"]), new(["coriander", "cilantro"]), new(["rocket", "arugula"]), new(["swede", "rutabaga"]),
        new(["prawn", "shrimp"], Allergen.Crustaceans), new(["yoghurt", "yogurt"], Allergen.Milk), new(["treacle", "molasses"]), new(["cornflour", "cornstarch"]), new(["mangetout"]),
        new(["butter"], Allergen.Milk), new(["mascarpone"], Allergen.Milk), new(["parmesan"], Allergen.Milk), new(["salmon"], Allergen.Fish), new(["anchovy"], Allergen.Fish), new(["mussel"], Allergen.Molluscs),
        new(["almond"], Allergen.Nuts), new(["hazelnut"], Allergen.Nuts), new(["walnut"], Allergen.Nuts), new(["peanut"], Allergen.Peanuts), new(["mustard"], Allergen.Mustard), new(["sesame"], Allergen.Sesame),
        new(["celery"], Allergen.Celery), new(["lupin"], Allergen.Lupin), new(["tofu"], Allergen.Soybeans), new(["semolina"], Allergen.Gluten), new(["bulgur"], Allergen.Gluten),
        new(["tomato"]), new(["potato"]), new(["onion"]), new(["garlic"]), new(["parsley"]), new(["saffron"]), new(["cinnamon"]), new(["vanilla"]), new(["spinach"]), new(["cabbage"]), new(["lentil"]), new(["cherry"]), new(["strawberry"]),
        new(["chicken"]), new(["bacon"]), new(["lamb"]), new(["venison"]), new(["leek"]), new(["fennel"]), new(["quince"]), new(["ginger"]), new(["kartoffel"]), new(["zwiebel"]),
    ];

    public string Plural(string name) => name.EndsWith('s') || name is "tofu" ? name : name.EndsWith('y') && name != "parsley" && name != "celery" ? $"{name[..^1]}ies" : name.EndsWith('o') && Names[0] is "tomato" or "potato" ? $"{name}es" : $"{name}s";
}
