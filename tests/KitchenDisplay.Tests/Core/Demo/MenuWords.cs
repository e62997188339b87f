using KitchenDisplay.Core.Menu;

namespace KitchenDisplay.Tests.Core.Demo;

/// <summary>What a guest would expect behind a word on the menu.</summary>
internal static class MenuWords
{
    private static readonly Dictionary<Allergen, string> Behind = new()
    {
        [Allergen.Gluten] = "sourdough toast bun brioche rye croutons crackers oat linguine spaetzle gnocchi schnitzel croquettes crumble tart fondant battered cheeseburger beer lager pilsner",
        [Allergen.Crustaceans] = "prawns crab",
        [Allergen.Eggs] = "egg aioli béarnaise brûlée brioche linguine spaetzle schnitzel",
        [Allergen.Fish] = "anchovy trout gravlax whitebait cod hake bream",
        [Allergen.Peanuts] = "peanut",
        [Allergen.Soybeans] = "miso",
        [Allergen.Milk] = "milk cream creamed crème cheese cheesecake cheeseburger butter buttermilk brioche béarnaise peppercorn burrata halloumi yoghurt mash risotto cappuccino latte affogato sundae",
        [Allergen.Nuts] = "nuts almond almonds hazelnut hazelnuts walnuts",
        [Allergen.Celery] = "celeriac",
        [Allergen.Mustard] = "mustard",
        [Allergen.Sesame] = "tahini",
        [Allergen.Sulphites] = "riesling pinot sauvignon chardonnay rosé lemberger rioja cider spritz",
        [Allergen.Molluscs] = "oyster oysters mussels scallops octopus",
    };

    private static readonly ILookup<string, Allergen> Meanings = Behind
        .SelectMany(pair => In(pair.Value).Select(word => (word, allergen: pair.Key)))
        .ToLookup(pair => pair.word, pair => pair.allergen, StringComparer.OrdinalIgnoreCase);

    public static IEnumerable<string> Known => Meanings.Select(word => word.Key);

    public static IEnumerable<Allergen> AllergensIn(string name) => In(name).SelectMany(word => Meanings[word]).Distinct();

    public static string[] In(string name) => name.Split([' ', ',', '-'], StringSplitOptions.RemoveEmptyEntries);
}
