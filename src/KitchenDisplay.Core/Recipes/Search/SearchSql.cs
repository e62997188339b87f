namespace KitchenDisplay.Core.Recipes.Search;

/// <summary>The search's one question to PostgreSQL.</summary>
/// <remarks>
/// Candidates are at most a thousand: those with a word in their title first, then those with all words anywhere, then, if these are few, those with a telling word.
/// They are ordered by what their narrow columns say, and the first of them by everything. The weights were found on the index of an old cook book, and each half
/// of its entries prefers the same ones; the relevance scenario measures them.
/// </remarks>
internal static class SearchSql
{
    /// <summary>Fewer than this with all words, and those with some are shown below them.</summary>
    private const int Enough = 20;

    /// <summary>So many with some of the words.</summary>
    private const int Partial = 800;

    /// <summary>So many are compared word by word: far more than anybody reads.</summary>
    private const int Compared = 150;

    private const string Counts = """
        json_build_object('found', (select count(*) from lead), 'tags', (select json_object_agg(t, n) from (select t, count(*) n from lead, unnest(tags) t group by t order by n desc, t limit 12) x),
            'cuisines', (select json_object_agg(cuisine, n) from (select cuisine, count(*) n from lead where cuisine is not null group by cuisine order by n desc, cuisine limit 12) x),
            'courses', (select json_object_agg(course, n) from (select course, count(*) n from lead where course is not null group by course order by n desc, course limit 12) x),
            'free_of', (select json_object_agg(a, n) from (select a, count(*) n from lead, unnest(free_of) a group by a order by a) x),
            'minutes', (select json_object_agg(m, n) from (select m, count(*) n from unnest(array[15, 30, 60, 120]) m join lead on minutes <= m group by m order by m) x))
        """;

    // What is asked of every candidate lies in its row.
    private const string Seen = "r.id, r.tags, r.cuisine, r.course, r.free_of, r.minutes, length(r.title_search) as size";

    private const string Why = "concat(case when r.search @@ w.a then 'A' end, case when r.search @@ w.b then 'B' end, case when r.search @@ w.c then 'C' end, case when r.search @@ w.d then 'D' end)";

    // As Folding writes words.
    private const string Words = @"lower(unaccent(concat_ws(E'\n', r.name, r.ingredient_words, r.tag_words, r.method_words)))";

    // Control characters stand in no recipe.
    private const string Marks = "StartSel=\u0002,StopSel=\u0003";

    private const string Snippet = $"'{Marks},MaxFragments=2,MinWords=4,MaxWords=16,FragmentDelimiter=\" … \"'";

    internal static string Write(SearchPlan plan, SearchWish wish) => plan.IsEmpty ? WriteList(Filters(plan, wish)) : WriteSearch(plan, Filters(plan, wish));

    // Nothing was typed: what the filters let through, by title.
    private static string WriteList(string filters) => $"""
        with lead as materialized (select r.tags, r.cuisine, r.course, r.free_of, r.minutes from recipes r where true{filters} limit {Facets.Most})
        select r.id, r.name, true, 0::float8, r.tags, r.cuisine, r.minutes, array[]::text[], '', r.name, ({Counts})::text
        from recipes r where true{filters} and (@after_id::uuid is null or (r.name, r.id) > (select x.name, x.id from recipes x where x.id = @after_id)) order by r.name, r.id limit @page
        """;

    /// <summary>Nothing was found: titles that look like what was typed.</summary>
    internal static string WriteSimilar(SearchPlan plan, SearchWish wish) => $"""
        with lead as materialized (
            select r.id, r.name, r.tags, r.cuisine, r.course, r.free_of, r.minutes, r.language, similarity(r.name, @typed)::float8 as score from recipes r
            where r.name % @typed{Filters(plan, wish)} order by score desc, r.id limit @page)
        select l.id, l.name, false, l.score, l.tags, l.cuisine, l.minutes, array[]::text[], '', l.name, ({Counts})::text from lead l order by l.score desc, l.id
        """;

    private static string WriteSearch(SearchPlan plan, string filters) => $"""
        with words as materialized (select n, q::tsquery as query, weight, a::tsquery as a, b::tsquery as b, c::tsquery as c, d::tsquery as d
            from unnest(@queries, @weights, @in_a, @in_b, @in_c, @in_d) with ordinality as w (q, weight, a, b, c, d, n)),
        titled as materialized (
            select {Seen}, true as is_full, (select sum(w.weight * case when r.title_search @@ w.query then 1 else 0.6 end) from words w) as score from recipes r
            where r.title_search @@ @any::tsquery{(plan.Clauses.Count == 1 ? "" : " and r.search @@ @all::tsquery")}{filters} limit {Facets.Most}),
        texted as materialized (
            select {Seen}, true as is_full, 0.6::float8 as score from recipes r
            where r.search @@ @all::tsquery and not r.title_search @@ @any::tsquery{filters} limit {Facets.Most} - (select count(*) from titled)),
        partly as materialized (
            select {Seen}, false as is_full, (select sum(w.weight * case when r.title_search @@ w.query then 1 when r.search @@ w.query then 0.6 else 0 end) from words w) as score from recipes r
            where r.search @@ @telling::tsquery and not r.search @@ @all::tsquery{filters}
            limit case when (select count(*) from titled) + (select count(*) from texted) < {Enough} then {(plan.Clauses.Count == 1 ? 0 : Partial)} else 0 end),
        lead as (select * from titled union all select * from texted union all select * from partly),
        compared as materialized (
            select r.id, 0.2 * similarity(r.name, @typed) + 0.7 * ts_rank(array[0.6, 0.6, 0.6, 1]::real[], r.search, @any::tsquery) + 0.2 * ts_rank_cd(array[0.3, 0.3, 0.3, 1]::real[], r.search, @all::tsquery) as more
            from (select id from lead order by is_full desc, score desc, size, id limit {Compared}) b join recipes r on r.id = b.id),
        ranked as (select l.id, l.is_full, round((l.score + coalesce(c.more, 0))::numeric, 6)::float8 as score from lead l left join compared c on c.id = l.id),
        page as (
            select * from ranked where @after_id::uuid is null or (is_full, score) < (@after_full, @after_score) or ((is_full, score) = (@after_full, @after_score) and id > @after_id)
            order by is_full desc, score desc, id limit @page)
        select r.id, r.name, p.is_full, p.score, r.tags, r.cuisine, r.minutes, array(select {Why} from words w order by w.n),
            kitchen_headline(r.language, case when exists (select from words w where r.search @@ w.b) then r.ingredient_words else concat_ws(E'\n', r.method_words, r.tag_words) end, @any::tsquery, {Snippet}),
            kitchen_headline(r.language, r.name, @any::tsquery, '{Marks},HighlightAll=true'), ({Counts})::text
        from page p join recipes r on r.id = p.id order by p.is_full desc, p.score desc, p.id
        """;

    private static string Filters(SearchPlan plan, SearchWish wish)
    {
        var filters = new (bool IsOn, string Sql)[]
        {
            (plan.None.Length > 0, "not r.search @@ @none::tsquery"), (plan.NoneHeld.Count > 0, "not r.holds && @none_held"),
            (wish.Tags.Count > 0, "r.tags @> @tags"), (wish.FreeOf.Count > 0, "r.free_of @> @free_of"), (wish.Cuisine is not null, "r.cuisine = @cuisine"), (wish.Course is not null, "r.course = @course"), (wish.MaxMinutes is not null, "r.minutes <= @minutes"),
        };
        return string.Concat(filters.Where(f => f.IsOn).Select(f => f.Sql)
            .Concat(plan.NoneLiterally.Select((_, i) => $"not (r.search @@ @none_query_{i}::tsquery and {Words} ~ @none_pattern_{i})"))
            .Concat(plan.Clauses.Index().Where(c => c.Item.Pattern is not null).Select(c => $"{Words} ~ @pattern_{c.Index}")).Select(sql => $" and {sql}"));
    }
}
