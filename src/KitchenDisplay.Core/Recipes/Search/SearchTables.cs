namespace KitchenDisplay.Core.Recipes.Search;

/// <summary>The database's part of the recipe search: how the words of a language are cut, what every recipe is found by, and the indexes for it. EF cannot declare these.</summary>
internal static class SearchTables
{
    /// <summary>The languages whose words are stemmed, by their ISO 639-1 letters; those of any other are taken as they are.</summary>
    internal static readonly IReadOnlyDictionary<string, string> Languages =
        new Dictionary<string, string> { ["en"] = "english", ["de"] = "german", ["fr"] = "french", ["es"] = "spanish", ["it"] = "italian" };

    /// <summary>Makes them.</summary>
    internal static IEnumerable<string> Up()
    {
        yield return "create extension if not exists unaccent with schema public; create extension if not exists pg_trgm with schema public";
        foreach (var (letters, stemmer) in Languages.Append(new("simple", "simple")))
        {
            yield return $"""
                create text search configuration public.kitchen_{letters} (copy = pg_catalog.{stemmer});
                alter text search configuration public.kitchen_{letters} alter mapping for asciiword, word, asciihword, hword, hword_asciipart, hword_part with public.unaccent, pg_catalog.{stemmer}{(letters == "simple" ? "" : "_stem")};
                """;
        }
        yield return Function("kitchen_vector(language text, words text) returns tsvector", "to_tsvector");
        yield return Function("kitchen_query(language text, words text) returns tsquery", "phraseto_tsquery");
        // The last word while it is typed: 'tomat' finds tomatoes. What is no word of letters and digits has no beginning.
        yield return Function("kitchen_prefix(language text, words text) returns tsquery", "to_tsquery", "words || ':*'");
        yield return "create function public.kitchen_headline(language text, words text, query tsquery, options text) returns text language sql immutable parallel safe as $$ select ts_headline((case when language in ('en', 'de', 'fr', 'es', 'it') then 'public.kitchen_' || language else 'public.kitchen_simple' end)::regconfig, words, query, options) $$";
        yield return """
            alter table recipes add title_search tsvector generated always as (kitchen_vector(language, name)) stored;
            alter table recipes add search tsvector generated always as (setweight(kitchen_vector(language, name), 'A') || setweight(kitchen_vector(language, ingredient_words), 'B')
                || setweight(kitchen_vector(language, tag_words), 'C') || setweight(kitchen_vector(language, method_words), 'D')) stored;
            """;
        // What a ranking reads of each candidate lies in its row, and is unpacked quickly; the most common words are known with their frequencies.
        yield return """
            alter table recipes alter search set storage main, alter title_search set storage main, alter search set statistics 1000;
            do $$ begin alter table recipes alter search set compression lz4; exception when feature_not_supported then null; end $$;
            """;
        yield return """
            create index recipes_search on recipes using gin (search) with (fastupdate = off);
            create index recipes_title_search on recipes using gin (title_search) with (fastupdate = off);
            create index recipes_name_like on recipes using gin (name gin_trgm_ops);
            create index recipes_source on recipes using gin (source jsonb_path_ops);
            create index recipe_words_beginnings on recipe_words (word text_pattern_ops);
            """;
        yield return $"insert into synonyms (id, words) values {string.Join(", ", synonyms.Select(s => $"(gen_random_uuid(), array[{string.Join(", ", s.Select(w => $"'{w}'"))}])"))}";
    }

    /// <summary>Words for the same thing on either side of an ocean or a border, to begin with.</summary>
    private static readonly string[][] synonyms =
    [
        ["aubergine", "eggplant", "brinjal"], ["courgette", "zucchini"], ["coriander", "cilantro"], ["rocket", "arugula"], ["beetroot", "beet"], ["swede", "rutabaga"],
        ["spring onion", "scallion", "green onion"], ["broad bean", "fava bean"], ["chickpea", "garbanzo bean"], ["capsicum", "bell pepper", "sweet pepper"], ["mangetout", "snow pea"],
        ["prawn", "shrimp"], ["minced meat", "ground meat"], ["mince", "minced beef", "ground beef", "hamburger meat"], ["bacon rasher", "bacon slice"],
        ["icing sugar", "powdered sugar", "confectioners sugar"], ["caster sugar", "superfine sugar"], ["plain flour", "all purpose flour"], ["wholemeal", "whole wheat"], ["cornflour", "cornstarch"],
        ["bicarbonate of soda", "baking soda"], ["double cream", "heavy cream"], ["single cream", "light cream"], ["treacle", "molasses"], ["sultana", "golden raisin"],
        ["yoghurt", "yogurt"], ["flavour", "flavor"], ["savoury", "savory"], ["colour", "color"], ["omelette", "omelet"], ["doughnut", "donut"], ["whisky", "whiskey"], ["chilli", "chili", "chile"],
        ["ketchup", "catsup", "tomato sauce"], ["jelly", "jello"], ["biscuit", "cookie"], ["crisps", "potato chips"], ["grill", "broil"], ["fillet", "filet"], ["litre", "liter"], ["centre", "center"], ["grey", "gray"], ["mould", "mold"],
        ["mustard cress", "garden cress"], ["pudding rice", "short grain rice"], ["gammon", "ham steak"], ["stone", "pit"], ["haricot bean", "navy bean"], ["pepper mill", "pepper grinder"], ["kitchen paper", "paper towel"],
    ];

    /// <summary>What was found out later: how rare a word is in titles decides how it is looked for, and what is filtered by is looked up.</summary>
    internal static IEnumerable<string> More()
    {
        yield return "alter table recipes alter title_search set statistics 1000";
        yield return "create index recipes_tags on recipes using gin (tags); create index recipes_equipment on recipes using gin (equipment)";
        // What a minus takes away is looked for by every word that any language of the house takes for a form of it.
        yield return $"create function public.kitchen_stems(word text) returns text[] language sql immutable parallel safe as $$ select array(select l || ':' || s from unnest(array[{string.Join(", ", Languages.Keys.Select(l => $"'{l}'"))}, 'simple']) l, unnest(tsvector_to_array(public.kitchen_vector(l, word))) s) $$";
        yield return "alter table recipe_words add stems text[] generated always as (kitchen_stems(word)) stored; create index recipe_words_stems on recipe_words using gin (stems)";
        yield return "update recipes set equipment = array(select distinct lower(btrim(e)) from jsonb_array_elements_text(text->'equipment') e) where jsonb_typeof(text->'equipment') = 'array' and jsonb_array_length(text->'equipment') > 0";
    }

    private static readonly string[] inRow = ["name", "tags", "cuisine", "course", "free_of", "holds", "equipment", "language"];

    /// <summary>How a candidate is reached with few pages.</summary>
    internal static IEnumerable<string> Nearer()
    {
        // One index of both: what must stand in the title and in the text is looked up in both lists at once, and only what stands in both is fetched.
        yield return "drop index recipes_search; drop index recipes_title_search; create index recipes_found on recipes using gin (title_search, search) with (fastupdate = off)";
        // Beside so long a value PostgreSQL carries everything else out of the row, the shortest list of tags too, and each candidate cost four pages more.
        // A plan reads all frequencies that are kept: of ten thousand words that takes longer than to find a rare one.
        yield return $"alter table recipes {string.Join(", ", inRow.Select(c => $"alter {c} set storage main"))}, alter title_search set statistics -1, alter search set statistics 200";
        yield return "create index recipes_language on recipes (language)";
        // What was found is marked by the words of the recipes themselves.
        yield return "drop function public.kitchen_headline";
    }

    /// <summary>How the thousand of a common word are reached without reading where all of them are.</summary>
    internal static IEnumerable<string> Sooner()
    {
        // An eighth and a sixty-fourth of all recipes by chance: to gather where thirty thousand are takes three times as long as to read a thousand.
        foreach (var slice in Slices) yield return $"create index recipes_found_{slice} on recipes using gin (title_search, search) with (fastupdate = off) where {Slice(slice)}";
        // And the one that is called just so, however many others have its words.
        yield return "create function public.kitchen_folded(words text) returns text language sql immutable parallel safe as $$ select lower(public.unaccent('public.unaccent', words)) $$";
        yield return "create index recipes_called on recipes using hash (kitchen_folded(name))";
        // What facets count of a recipe, in one piece: to put it together for a thousand takes longer than to find them.
        yield return @"create function public.kitchen_facets(tags text[], cuisine text, course text, free_of text[], minutes int) returns text language sql immutable parallel safe as $$ select concat(array_to_string(tags, E'\x1e'), E'\x1f', cuisine, E'\x1f', course, E'\x1f', array_to_string(free_of, E'\x1e'), E'\x1f', minutes) $$";
        yield return "alter table recipes add facets text generated always as (kitchen_facets(tags, cuisine, course, free_of, minutes)) stored; alter table recipes alter facets set storage main";
    }

    /// <summary>Into how many parts recipes are cut, for words that are in so many that a part is enough; the finest first.</summary>
    internal static IReadOnlyList<int> Slices { get; } = [64, 8];

    /// <summary>Whether a recipe is in the first of so many parts, just as its index asks.</summary>
    internal static string Slice(int parts) => $"(uuid_hash(id) & {parts - 1}) = 0";

    /// <summary>Takes that away again.</summary>
    internal static IEnumerable<string> Later()
    {
        foreach (var slice in Slices) yield return $"drop index recipes_found_{slice}";
        yield return "drop index recipes_called; drop function kitchen_folded; alter table recipes drop column facets; drop function kitchen_facets";
    }

    /// <summary>Takes that away again.</summary>
    internal static IEnumerable<string> Farther()
    {
        yield return "drop index recipes_found; drop index recipes_language; create index recipes_search on recipes using gin (search) with (fastupdate = off); create index recipes_title_search on recipes using gin (title_search) with (fastupdate = off)";
    }

    /// <summary>Takes that away again.</summary>
    internal static IEnumerable<string> Less()
    {
        yield return "alter table recipe_words drop column stems; drop function kitchen_stems; drop index recipes_tags";
    }

    /// <summary>Takes them away again.</summary>
    internal static IEnumerable<string> Down()
    {
        yield return "alter table recipes drop column search, drop column title_search";
        yield return "drop function kitchen_vector; drop function kitchen_query; drop function kitchen_prefix; drop function if exists kitchen_headline";
        foreach (var letters in Languages.Keys.Append("simple")) yield return $"drop text search configuration public.kitchen_{letters}";
    }

    private static string Function(string signature, string by, string words = "words") =>
        $"create function public.{signature} language sql immutable parallel safe as $$ select case language {string.Concat(Languages.Keys.Select(l => $"when '{l}' then {by}('public.kitchen_{l}'::regconfig, {words}) "))}else {by}('public.kitchen_simple'::regconfig, {words}) end $$";
}
