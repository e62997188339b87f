using KitchenDisplay.Core.Recipes.Search;
using KitchenDisplay.Tests.Support;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;

namespace KitchenDisplay.Tests.Core.Recipes.Search;

/// <summary>How PostgreSQL answers the search's questions when there are a hundred thousand recipes.</summary>
public sealed class SearchPlansTests(ManyDishes dishes) : IClassFixture<ManyDishes>
{
    private static readonly SearchWish plain = new("");

    [Fact]
    public async Task Rare_words_are_looked_up_in_titles_and_in_texts()
    {
        var plan = await dishes.PlanAsync("saffron quince");

        Assert.Contains("Bitmap Index Scan on recipes_found", await ExplainAsync(SearchSql.Titled(plan, plain), plan), StringComparison.Ordinal);
        Assert.Contains("Bitmap Index Scan on recipes_found", await ExplainAsync(SearchSql.Texted(plan, plain), plan), StringComparison.Ordinal);
        Assert.Contains("Bitmap Index Scan on recipes_found", await ExplainAsync(SearchSql.Partly(plan, plain), plan), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_word_of_every_recipe_is_read_only_until_there_are_enough()
    {
        var plan = await dishes.PlanAsync("salt");

        var explained = await ExplainAsync(SearchSql.Texted(plan, plain), plan);

        Assert.StartsWith("Limit", explained, StringComparison.Ordinal);
        Assert.Contains("Seq Scan", explained, StringComparison.Ordinal);
    }

    [Theory, InlineData(8), InlineData(64)]
    public async Task A_part_of_all_recipes_has_an_index_of_its_own(int parts)
    {
        var plan = await dishes.PlanAsync("dish salt");

        Assert.Contains($"Bitmap Index Scan on recipes_found_{parts}", await ExplainAsync(SearchSql.Titled(plan, plain, parts), plan), StringComparison.Ordinal);
        Assert.Contains($"Bitmap Index Scan on recipes_found_{parts}", await ExplainAsync(SearchSql.Texted(plan, plain, parts), plan), StringComparison.Ordinal);
    }

    [Fact]
    public async Task How_many_will_be_found_is_about_known()
    {
        var common = await dishes.PlanAsync("dish salt");
        var rare = await dishes.PlanAsync("saffron quince");

        Assert.InRange(common.Likely, 99_000, 101_000);
        Assert.InRange(common.LikelyTitled, 99_000, 101_000);
        Assert.True(rare.IsRare);
    }

    [Fact]
    public async Task Among_a_hundred_thousand_with_the_word_comes_first_what_is_called_just_so()
    {
        using var corpus = ActivatorUtilities.CreateInstance<RecipeCorpus>(dishes.Services);

        var found = await ActivatorUtilities.CreateInstance<RecipeSearch>(dishes.Services, corpus).FindAsync(new("DISH"));

        Assert.Equal("Dish", found.Hits[0].Title);
        Assert.Equal(Facets.Most, found.Facets.Found);
        Assert.True(found.Facets.IsCut);
    }

    [Fact]
    public async Task Tags_likeness_and_pages_are_looked_up()
    {
        var (nothing, tagged) = (await dishes.PlanAsync(""), plain with { Tags = ["t77"] });

        Assert.Contains("recipes_tags", await ExplainAsync(SearchSql.Filtered(nothing, tagged), nothing, tagged), StringComparison.Ordinal);
        Assert.Contains("ix_recipes_name", await ExplainAsync(SearchSql.ByTitle(nothing, plain), nothing), StringComparison.Ordinal);
        var wrong = await dishes.PlanAsync("numbr99x dsh");
        Assert.Contains("recipes_name_like", await ExplainAsync(SearchSql.Similar(wrong, plain), wrong), StringComparison.Ordinal);
        var known = await dishes.PlanAsync("saffron");
        Assert.Contains("pk_recipes", await ExplainAsync(SearchSql.Compare, known), StringComparison.Ordinal);
        Assert.Contains("recipes_called", await ExplainAsync(SearchSql.Called(known, plain with { Text = "Saffron" }), known), StringComparison.Ordinal);
        Assert.Contains("pk_recipes", await ExplainAsync(SearchSql.Page(known), known), StringComparison.Ordinal);
    }

    private async Task<string> ExplainAsync(string sql, SearchPlan plan, SearchWish? wish = null)
    {
        await using var connection = await dishes.Source.OpenAsync(CancellationToken.None);
        await using var command = new NpgsqlCommand($"explain {sql}", connection);
        command.Parameters.For(plan, wish ?? plain).ByField(plan);
        command.Parameters.AddWithValue("limit", 20);
        command.Parameters.AddWithValue("ids", Enumerable.Range(0, 20).Select(_ => Guid.NewGuid()).ToArray());
        await using var rows = await command.ExecuteReaderAsync();
        var lines = new List<string>();
        while (await rows.ReadAsync()) lines.Add(rows.GetString(0));
        return string.Join('\n', lines);
    }
}

/// <summary>A hundred thousand recipes: saffron and quince in one of a thousand, salt in all.</summary>
public sealed class ManyDishes : IAsyncLifetime
{
    private const string Fill = """
        insert into recipes (id, name, yield, yield_unit, text, version, changed_at, changed_by, ingredient_words, method_words, tags)
        select gen_random_uuid(), 'Dish number' || n || case when n % 1000 = 0 then ' saffron' else '' end, 1, 'pc', '{}', 1, now(), gen_random_uuid(),
            'salt' || case when n % 1000 = 7 then ' saffron' else '' end || case when n % 997 = 0 then ' quince' else '' end, 'Put the salt in', array['t' || n % 5000]
        from generate_series(1, 100000) n;
        insert into recipes (id, name, yield, yield_unit, text, version, changed_at, changed_by, ingredient_words, method_words, tags) values (gen_random_uuid(), 'Dish', 1, 'pc', '{}', 1, now(), gen_random_uuid(), 'salt', '', '{}')
        """;

    private readonly TestKitchen kitchen = new();

    public ServiceProvider Services { get; private set; } = null!;

    public SearchSource Source { get; private set; } = null!;

    public async Task InitializeAsync()
    {
        await kitchen.InitializeAsync();
        await Sql.RunAsync(kitchen.Connections.KitchenOwner, Fill);
        await Sql.RunAsync(kitchen.Connections.KitchenOwner, "vacuum analyze recipes");
        Services = TestKitchen.Provide(kitchen.Connections);
        Source = Services.GetRequiredService<SearchSource>();
    }

    public async Task DisposeAsync()
    {
        await Services.DisposeAsync();
        await kitchen.DisposeAsync();
    }

    internal async Task<SearchPlan> PlanAsync(string typed)
    {
        using var corpus = ActivatorUtilities.CreateInstance<RecipeCorpus>(Services);
        await using var connection = await Source.OpenAsync(CancellationToken.None);
        return await SearchPlan.MakeAsync(connection, await corpus.ReadAsync(CancellationToken.None), SearchText.Read(typed), isExact: true, CancellationToken.None);
    }
}
