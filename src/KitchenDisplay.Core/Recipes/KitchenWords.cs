using KitchenDisplay.Core.Inventory;

namespace KitchenDisplay.Core.Recipes;

/// <summary>The words in which a line of ingredients measures: the generic units in more spellings and languages, and what only an item can explain, such as clove, bunch and tin.</summary>
public static class KitchenWords
{
    // Other spellings of generic units. German and French spoons are 15 and 5 ml, which is nearer to the US ones than any hand measures.
    private static readonly (string Unit, string[] Spellings)[] generic =
    [
        ("g", ["gm", "gms", "grs", "Gramm", "gramo", "gramos", "grammo", "grammi"]),
        ("kg", ["Kilogramm", "kilogramme", "kilogrammes", "kilogramo", "kilogramos", "chilo", "chili"]),
        ("ml", ["Milliliter", "mililitro", "mililitros", "millilitro", "millilitri"]),
        ("l", ["lt", "ltr", "ltrs", "litro", "litros", "litri"]),
        ("dl", ["Deziliter"]),
        ("tsp", ["teaspoonful", "teaspoonfuls", "tea-spoon", "tea-spoonful", "tea-spoonfuls", "tea spoon", "tea spoons", "tspn", "TL", "Teelöffel", "c à c", "cc", "cuillère à café", "cuillères à café", "cuillerée à café", "cucharadita", "cucharaditas", "cdta", "cdtas", "cucchiaino", "cucchiaini"]),
        ("tbsp", ["tablespoonful", "tablespoonfuls", "table-spoon", "table-spoonful", "table-spoonfuls", "table spoon", "table spoons", "tbs", "tb", "tbl", "tblsp", "tblsps", "tbspn", "EL", "Esslöffel", "c à s", "cs", "cuillère à soupe", "cuillères à soupe", "cuillerée à soupe", "cucharada", "cucharadas", "cda", "cdas", "cucchiaio", "cucchiai"]),
        ("cup", ["cupful", "cupfuls"]),
        ("lb", ["Pfund", "libbra"]),
        ("piece", ["Stück", "Stk", "pièce", "pièces", "pieza", "piezas", "pezzo", "pezzi"]),
    ];

    // One, many, and further spellings.
    private static readonly string[][] counted =
    [
        ["bag", "bags"], ["ball", "balls"], ["bar", "bars"], ["block", "blocks"], ["bottle", "bottles"], ["bowl", "bowls"], ["box", "boxes"], ["bulb", "bulbs"], ["bunch", "bunches"],
        ["can", "cans"], ["carton", "cartons"], ["clove", "cloves"], ["cm", "cm"], ["container", "containers"], ["cube", "cubes"], ["dash", "dashes"], ["drizzle", "drizzles"], ["drop", "drops"],
        ["ear", "ears"], ["envelope", "envelopes"], ["fillet", "fillets", "filet", "filets"], ["glass", "glasses"], ["handful", "handfuls", "handfull", "handfulls"], ["head", "heads"],
        ["inch", "inches"], ["jar", "jars"], ["knob", "knobs"], ["leaf", "leaves"], ["loaf", "loaves"], ["pack", "packs"], ["package", "packages", "pkg", "pkgs"], ["packet", "packets"],
        ["pinch", "pinches"], ["pod", "pods"], ["portion", "portions"], ["pot", "pots"], ["punnet", "punnets"], ["rasher", "rashers"], ["rib", "ribs"], ["sachet", "sachets"], ["scoop", "scoops"],
        ["serving", "servings"], ["sheet", "sheets"], ["shot", "shots"], ["slice", "slices"], ["splash", "splashes"], ["spoon", "spoons", "spoonful", "spoonfuls"], ["sprig", "sprigs"],
        ["sprinkle", "sprinkles"], ["stalk", "stalks"], ["stem", "stems"], ["stick", "sticks"], ["strand", "strands"], ["strip", "strips"], ["thumb", "thumbs"], ["tin", "tins"], ["tub", "tubs"],
        ["tube", "tubes"], ["twig", "twigs"], ["wedge", "wedges"],
        ["Becher", "Becher"], ["Blatt", "Blätter"], ["Bund", "Bund"], ["Dose", "Dosen"], ["Glas", "Gläser"], ["Handvoll", "Handvoll"], ["Knolle", "Knollen"], ["Msp", "Msp", "Messerspitze", "Messerspitzen"],
        ["Packung", "Packungen"], ["Päckchen", "Päckchen", "Pck", "Pkt"], ["Prise", "Prisen"], ["Scheibe", "Scheiben"], ["Stange", "Stangen"], ["Tasse", "Tassen"], ["Zehe", "Zehen"], ["Zweig", "Zweige"],
        ["boîte", "boîtes"], ["botte", "bottes"], ["branche", "branches"], ["brin", "brins"], ["gousse", "gousses"], ["paquet", "paquets"], ["pincée", "pincées"], ["poignée", "poignées"], ["tranche", "tranches"], ["verre", "verres"],
        ["diente", "dientes"], ["lata", "latas"], ["manojo", "manojos"], ["paquete", "paquetes"], ["pizca", "pizcas"], ["puñado", "puñados"], ["ramita", "ramitas"], ["rebanada", "rebanadas"], ["taza", "tazas"], ["vaso", "vasos"],
        ["bicchiere", "bicchieri"], ["bustina", "bustine"], ["fetta", "fette"], ["lattina", "lattine"], ["manciata", "manciate"], ["mazzo", "mazzi"], ["pizzico", "pizzichi"], ["rametto", "rametti"], ["spicchio", "spicchi"], ["tazza", "tazze"],
    ];

    // What stands behind its item as well: four garlic cloves.
    private static readonly HashSet<string> following = new(["bulb", "clove", "cube", "head", "rasher", "rib", "slice", "sprig", "stalk", "stem", "stick", "strip", "wedge", "Zehe"], StringComparer.OrdinalIgnoreCase);

    // What is one of them without a number.
    private static readonly HashSet<string> small = new(["dash", "drizzle", "drop", "handful", "knob", "pinch", "splash", "sprinkle", "Msp", "pincée", "pizca", "pizzico", "Prise"], StringComparer.OrdinalIgnoreCase);

    // In what things are sold or cut.
    private static readonly HashSet<string> packages = new(["bag", "ball", "block", "bottle", "box", "can", "carton", "container", "jar", "knob", "pack", "package", "packet", "piece", "sachet", "stick", "tin", "tub", "tube", "Dose", "Packung", "boîte", "lata", "lattina"], StringComparer.OrdinalIgnoreCase);

    private static readonly Dictionary<string, string> words = generic.SelectMany(g => g.Spellings, (g, spelling) => (spelling, g.Unit))
        .Concat(counted.SelectMany(c => c, (c, spelling) => (spelling, c[0])))
        .DistinctBy(w => w.spelling, StringComparer.OrdinalIgnoreCase)
        .ToDictionary(w => w.spelling, w => w.Item2, StringComparer.OrdinalIgnoreCase);

    private static readonly Dictionary<string, string> plurals = counted.ToDictionary(c => c[0], c => c[1], StringComparer.OrdinalIgnoreCase);

    /// <summary>How many words the longest of them has.</summary>
    internal const int MostWords = 3;

    /// <summary>The one word for a unit in any of its spellings; null for what is no word of measure.</summary>
    public static string? Find(string word) => word.TrimEnd('.') switch
    {
        // A large T is a tablespoon and a small one a teaspoon wherever cooks write so short.
        "T" => "tbsp",
        "t" => "tsp",
        _ => Units.Find(word)?.Word ?? words.GetValueOrDefault(Units.Name(word.Replace('.', ' '))),
    };

    /// <summary>The word for more than one; generic units other than cups, pints and their like are written the same.</summary>
    public static string Plural(string word) => plurals.TryGetValue(word, out var many) ? many : word is "cup" or "pint" or "quart" or "gallon" or "piece" ? word + "s" : word;

    /// <summary>True for a word that may stand behind its item: garlic cloves.</summary>
    public static bool IsBehindItem(string word) => following.Contains(word);

    /// <summary>True for a word that means one of it when no number stands there: pinch of salt.</summary>
    public static bool IsOneByItself(string word) => small.Contains(word);

    /// <summary>True for what a weight may be packed in: a 12 oz can.</summary>
    public static bool IsPackage(string word) => packages.Contains(word);
}
