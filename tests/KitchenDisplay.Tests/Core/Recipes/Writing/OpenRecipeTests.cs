using KitchenDisplay.Core.Commands;
using KitchenDisplay.Core.Data;
using KitchenDisplay.Core.Inventory;
using KitchenDisplay.Core.Recipes;
using KitchenDisplay.Core.Recipes.Versions;
using KitchenDisplay.Core.Recipes.Writing;
using KitchenDisplay.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace KitchenDisplay.Tests.Core.Recipes.Writing;

public sealed class OpenRecipeTests(StoreRoom store) : IClassFixture<StoreRoom>, IAsyncLifetime
{
    private ServiceProvider services = null!;
    private string butter = "", eggs = "";
    private Guid butterId, eggsId;

    private RecipeHistory History => new(Contexts);

    private IDbContextFactory<KitchenContext> Contexts => services.GetRequiredService<IDbContextFactory<KitchenContext>>();

    public async Task InitializeAsync()
    {
        services = TestKitchen.Provide(store.Kitchen.Connections);
        (butterId, butter) = await ItemAsync("Butter", BaseUnit.Gram);
        (eggsId, eggs) = await ItemAsync("Eggs", BaseUnit.Piece);
    }

    public async Task DisposeAsync() => await services.DisposeAsync();

    [Fact]
    public async Task A_recipe_typed_from_nothing_is_saved_with_its_bill_and_stays_the_same_when_it_is_opened_again()
    {
        var recipe = await TypedAsync($"200 g {butter}, soft\n3 {eggs}\na pinch of salt");
        Assert.Equal([LinkKind.ByName, LinkKind.ByName, LinkKind.None], recipe.Lines.Select(l => l.Kind));

        await SaveAsync(recipe);

        var saved = (await History.FindAsync(recipe.Opened.RecipeId))!;
        Assert.Equal([new(butterId, null, 200, "g", 1, 1), new(eggsId, null, 3, "piece", 1, 2)], saved.Lines);
        Assert.Equal((45, "oven", new MethodStep("Bake for 45 minutes at 180 °C.", 45, 180)), (saved.Text.CookMinutes, saved.Text.Equipment[0], saved.Text.Method[0].Steps[0]));
        var again = new OpenRecipe(new Larder(Contexts), saved, default);
        await again.LinkAsync();
        Assert.False(again.IsChanged);
        var asBefore = await again.ToSaveAsync(New());
        Assert.True(RecipeComparison.Of(saved, saved with { Text = asBefore.Text!, Lines = asBefore.Lines }, id => $"{id}").IsEmpty);
    }

    [Fact]
    public async Task Only_an_exact_name_links_by_itself_and_only_with_a_quantity()
    {
        var recipe = await TypedAsync($"200 g fresh {butter}\n{butter} for the tin\n{butter}\n2 tins {butter}");

        Assert.All(recipe.Lines, l => Assert.Equal(LinkKind.None, l.Kind));
        // Its name is exact, but how much of it is not said: it is offered.
        Assert.Equal(butter, recipe.Lines[2].Offered?.Name);
    }

    [Fact]
    public async Task A_link_goes_with_its_line_and_is_doubted_when_the_line_names_something_else()
    {
        var recipe = await TypedAsync("200 g soft fat\n100 g fig jam");
        await recipe.ChooseAsync(1, new(LineChoice.NameOf(recipe.Lines[0].Line), butterId, null));
        await recipe.TypeAsync(recipe.Written with { Ingredients = "# Dough\n100 g fig jam\n250 g soft fat" });
        Assert.Equal((LinkKind.Chosen, butterId, 250m), (recipe.Lines[1].Kind, recipe.Lines[1].To!.ItemId!.Value, recipe.Lines[1].Quantity!.Value));
        Assert.Null(recipe.Lines[0].To);

        await recipe.TypeAsync(recipe.Written with { Ingredients = "# Dough\n100 g fig jam\n250 g soft tofu" });

        Assert.Equal(LinkKind.Doubtful, recipe.Lines[1].Kind);
        Assert.Contains("soft tofu", (await Assert.ThrowsAsync<Refusal>(() => recipe.ToSaveAsync(New()))).Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_unlinked_stays_unlinked_and_a_quantity_for_the_stock_can_be_another_one()
    {
        var recipe = await TypedAsync($"200 g {butter}\n3 {eggs}");
        await recipe.ChooseAsync(1, new(LineChoice.NameOf(recipe.Lines[0].Line), null, null));
        await recipe.ChooseAsync(2, new(LineChoice.NameOf(recipe.Lines[1].Line), eggsId, null, "4", "", "80"));
        await recipe.TypeAsync(recipe.Written with { Notes = "Cold." });

        await SaveAsync(recipe);

        Assert.Equal([new(eggsId, null, 4, "piece", 0.8m, 2)], (await History.FindAsync(recipe.Opened.RecipeId))!.Lines);
        var again = new OpenRecipe(new Larder(Contexts), await History.FindAsync(recipe.Opened.RecipeId), default);
        await again.LinkAsync();
        // Opening it links nothing that was text.
        Assert.Equal([LinkKind.None, LinkKind.Chosen], again.Lines.Select(l => l.Kind));
    }

    [Fact]
    public async Task Two_who_write_at_once_lose_nothing()
    {
        var first = await TypedAsync($"200 g {butter}");
        await SaveAsync(first);
        var (one, other) = (await OpenAsync(first), await OpenAsync(first));
        await one.TypeAsync(one.Written with { Notes = "Theirs.", Steps = "Theirs." });
        await SaveAsync(one);
        await other.TypeAsync(other.Written with { Steps = "Mine.", Ingredients = $"300 g {butter}" });

        await Assert.ThrowsAsync<Refusal>(() => SaveAsync(other));
        var theirs = (await History.FindAsync(first.Opened.RecipeId))!;
        await other.PutOnTopOfAsync(theirs);
        await SaveAsync(other);

        var now = (await History.FindAsync(first.Opened.RecipeId))!;
        Assert.Equal((3, "Theirs.", "Mine.", 300m), (now.Version, now.Text.Notes, now.Text.Method[0].Steps[0].Text, now.Lines[0].Quantity));
        Assert.Equal([3, 2, 1], (await History.VersionsAsync(now.RecipeId)).Select(v => v.Version));
    }

    [Fact]
    public async Task What_was_typed_while_the_server_was_away_keeps_the_links_that_it_knew()
    {
        var recipe = await TypedAsync("200 g fat\n100 g fig jam");
        await recipe.ChooseAsync(1, new("fat", butterId, null));
        var later = new OpenRecipe(new Larder(Contexts), null, recipe.Opened.RecipeId);

        await later.ResumeAsync(recipe.Written with { Ingredients = "50 g carob\n100 g fig jam\n200 g fat" }, recipe.Written.Ingredients, [.. recipe.Choices]);

        Assert.Equal([null, null, butterId], later.Lines.Select(l => l.To?.ItemId));
    }

    [Theory]
    [InlineData("", "4", "", "Title", "name")]
    [InlineData("x", "none", "", "", "number and a unit")]
    [InlineData("x", "4", "soon", "", "is no time")]
    [InlineData("x", "4", "", "javascript:alert(1)", "https://")]
    public async Task What_makes_no_sense_is_refused_in_words(string title, string yield, string prep, string photo, string says)
    {
        var recipe = await TypedAsync("salt");
        await recipe.TypeAsync(recipe.Written with { Title = title, Yield = yield, Prep = prep, Photo = photo == "Title" ? "" : photo });

        Assert.Contains(says, (await Assert.ThrowsAsync<Refusal>(() => SaveAsync(recipe))).Message, StringComparison.Ordinal);
    }

    private async Task<OpenRecipe> TypedAsync(string ingredients)
    {
        var recipe = new OpenRecipe(new Larder(Contexts), null, New());
        await recipe.TypeAsync(new() { Title = $"Cake {New()}", Yield = "2", YieldUnit = "cakes", Cook = "45 min", Equipment = "oven\n tin ", Ingredients = ingredients, Steps = "Bake for 45 minutes at 180 °C." });
        return recipe;
    }

    private async Task<OpenRecipe> OpenAsync(OpenRecipe saved)
    {
        var recipe = new OpenRecipe(new Larder(Contexts), await History.FindAsync(saved.Opened.RecipeId), default);
        await recipe.LinkAsync();
        return recipe;
    }

    private async Task SaveAsync(OpenRecipe recipe) => await store.Recipes.SaveRecipeAsync(await recipe.ToSaveAsync(New()), store.Kitchen.Manager);

    private async Task<(Guid, string)> ItemAsync(string name, BaseUnit unit)
    {
        var id = New();
        // Letters only, as a parser takes digits for quantities.
        name = $"{name} {string.Concat(id.ToString("N").Select(c => (char)(char.IsDigit(c) ? c - '0' + 'g' : c)))}";
        await store.Recipes.SaveItemAsync(new(New(), id, name, unit, [], []), store.Kitchen.Manager);
        return (id, name);
    }

    private static Guid New() => Guid.CreateVersion7();
}
