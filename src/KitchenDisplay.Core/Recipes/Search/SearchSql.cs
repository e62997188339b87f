namespace KitchenDisplay.Core.Recipes.Search;

/// <summary>What the search asks PostgreSQL.</summary>
internal static class SearchSql
{
    // What is asked of every candidate lies in its row.
    private const string Seen = "r.id, r.facets, length(r.title_search)";

    internal const int SeenFields = 3;

    // As Folding writes words.
    private const string Words = @"lower(unaccent(concat_ws(E'\n', r.name, r.ingredient_words, r.tag_words, r.method_words)))";

    /// <summary>How well candidates fit, of those that come first. The likeness of the title comes to it. The weights were found on the index of an old cook book, and each half of its entries prefers the same ones; the relevance scenario measures them.</summary>
    internal const string Compare = """
        select r.id, r.name, (0.7 * ts_rank(array[0.6, 0.6, 0.6, 1]::real[], r.search, @any) + 0.2 * ts_rank_cd(array[0.3, 0.3, 0.3, 1]::real[], r.search, @all))::float8
        from recipes r where r.id = any(@ids)
        """;

    /// <summary>Whatever the filters let through.</summary>
    internal static string Filtered(SearchPlan plan, SearchWish wish) => $"select {Seen} from recipes r where true{Filters(plan, wish)} limit @limit";

    /// <summary>All words somewhere, and one of them in the title.</summary>
    /// <param name="parts">Only in the first of so many parts.</param>
    internal static string Titled(SearchPlan plan, SearchWish wish, int parts = 1)
    {
        var both = plan.Clauses.Count == 1 ? "" : " and r.search @@ @all";
        return $"select {Seen}, {Each(plan, "r.title_search")} from recipes r where r.title_search @@ @any{both}{Filters(plan, wish)}{First(parts)} limit @limit";
    }

    /// <summary>All words somewhere, and just these are the title.</summary>
    internal static string Called(SearchPlan plan, SearchWish wish) =>
        $"select {Seen}, {Each(plan, "r.title_search")} from recipes r where kitchen_folded(r.name) = kitchen_folded(@text) and r.search @@ @all{Filters(plan, wish)} limit @limit";

    /// <summary>All words somewhere, and none in the title.</summary>
    /// <param name="parts">Only in the first of so many parts.</param>
    internal static string Texted(SearchPlan plan, SearchWish wish, int parts = 1) =>
        $"select {Seen}, 0 from recipes r where r.search @@ @all and not r.title_search @@ @any{Filters(plan, wish)}{First(parts)} limit @limit";

    /// <summary>A telling word, but not all.</summary>
    internal static string Partly(SearchPlan plan, SearchWish wish) =>
        $"select {Seen}, {Each(plan, "r.title_search")}, {Each(plan, "r.search")} from recipes r where r.search @@ @telling and not r.search @@ @all{Filters(plan, wish)} limit @limit";

    /// <summary>Titles that look like what was typed.</summary>
    internal static string Similar(SearchPlan plan, SearchWish wish) => $"select {Seen} from recipes r where r.name % @typed{Filters(plan, wish)} order by similarity(r.name, @typed) desc, r.id limit @limit";

    /// <summary>Those after a recipe, by title.</summary>
    internal static string ByTitle(SearchPlan plan, SearchWish wish) =>
        $"select {Seen} from recipes r where true{Filters(plan, wish)}{(wish.After is null ? "" : " and (r.name, r.id) > (select x.name, x.id from recipes x where x.id = @after)")} order by r.name, r.id limit @limit";

    /// <summary>What is shown of some recipes, and in which of their fields each word stands.</summary>
    internal static string Page(SearchPlan plan) => $"""
        select r.id, r.name, r.ingredient_words, concat_ws(E'\n', r.method_words, r.tag_words), array[{string.Join(", ", plan.Clauses.Select((_, i) =>
            $"concat({string.Join(", ", "abcd".Select(field => $"case when r.search @@ @{field}{i} then '{char.ToUpperInvariant(field)}' end"))})"))}]::text[]
        from recipes r where r.id = any(@ids)
        """;

    private static string First(int parts) => parts == 1 ? "" : $" and {SearchTables.Slice(parts)}";

    // A bit for each word.
    private static string Each(SearchPlan plan, string column) => string.Join(" + ", plan.Clauses.Select((_, i) => $"case when {column} @@ @q{i} then {1 << i} else 0 end"));

    private static string Filters(SearchPlan plan, SearchWish wish)
    {
        var filters = new (bool IsOn, string Sql)[]
        {
            (plan.None.Length > 0, "not r.search @@ @none"), (plan.NoneHeld.Count > 0, "not r.holds && @none_held"),
            (wish.Tags.Count > 0, "r.tags @> @tags"), (wish.FreeOf.Count > 0, "r.free_of @> @free_of"), (wish.Cuisine is not null, "r.cuisine = @cuisine"), (wish.Course is not null, "r.course = @course"), (wish.MaxMinutes is not null, "r.minutes <= @minutes"), (wish.Among is not null, "r.id = any(@among)"),
        };
        return string.Concat(filters.Where(f => f.IsOn).Select(f => f.Sql)
            .Concat(plan.NoneLiterally.Select((_, i) => $"not (r.search @@ @none_query_{i} and {Words} ~ @none_pattern_{i})"))
            .Concat(plan.Clauses.Index().Where(c => c.Item.Pattern is not null).Select(c => $"{Words} ~ @pattern_{c.Index}")).Select(sql => $" and {sql}"));
    }
}
