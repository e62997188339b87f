using System.Text.Json.Nodes;
using KitchenDisplay.Core.Recipes;
using KitchenDisplay.Core.Recipes.Exchange;

namespace KitchenDisplay.Tests.Core.Recipes.Exchange;

public sealed class JsonLdRecipesTests
{
    private const string Pie = """
        {
          "@context": "https://schema.org", "@type": ["Recipe", "NewsArticle"], "name": "Apple &amp; pear pie", "description": "<p>Sweet.</p>",
          "author": [{"@type": "Person", "name": "Ada"}, {"@type": "Person", "name": "Ben"}], "image": [{"@type": "ImageObject", "url": "https://example.org/pie.jpg"}],
          "prepTime": "PT20M", "cookTime": "PT1H10M", "recipeYield": ["8", "8 slices"], "keywords": "sweet, autumn", "recipeCuisine": "English", "recipeCategory": ["Dessert"],
          "recipeIngredient": ["3 apples, peeled", "For the crust:", "200 g flour"],
          "recipeInstructions": [
            {"@type": "HowToSection", "name": "Crust", "itemListElement": [{"@type": "HowToStep", "text": "Knead the dough."}, {"@type": "HowToStep", "name": "Rest", "text": "Rest 30 minutes."}]},
            {"@type": "HowToSection", "name": "Pie", "itemListElement": {"@type": "HowToStep", "text": "Bake at 180&nbsp;°C for 40 minutes."}}
          ],
          "nutrition": {"@type": "NutritionInformation", "calories": "300 kcal"}, "aggregateRating": {"ratingValue": 4.5}
        }
        """;

    [Fact]
    public void A_recipe_of_schema_org_is_read_whole()
    {
        var pie = One(Pie);
        Assert.Equal(("Apple & pear pie", "Sweet.", "Ada, Ben", "https://example.org/pie.jpg"), (pie.Title, pie.Summary, pie.Author, pie.Photo));
        Assert.Equal((20, 70, 90, 8m, "slices"), (pie.PrepMinutes, pie.CookMinutes, pie.TotalMinutes, pie.Yield, pie.YieldUnit));
        Assert.Equal(("English", "Dessert"), (pie.Cuisine, pie.Course));
        Assert.Equal(["sweet", "autumn"], pie.Tags);
        Assert.Equal([(null, "apples"), ("For the crust", "flour")], pie.Ingredients.Select(g => (g.Name, Assert.Single(g.Lines).Name)));
        Assert.Equal([("Crust", 2), ("Pie", 1)], pie.Method.Select(s => (s.Name, s.Steps.Count)));
        Assert.Equal(new MethodStep("Bake at 180 °C for 40 minutes.", 40, 180), pie.Method[1].Steps[0]);
    }

    [Theory]
    [InlineData("[{0}]")]
    [InlineData("""{{"@context":"https://schema.org","@graph":[{{"@type":"WebPage"}},{0}]}}""")]
    [InlineData("""{{"@type":"WebPage","mainEntity":{0}}}""")]
    [InlineData("<html><head><script type=\"application/ld+json\">{{\"@type\":\"Organization\"}}</script><script class='x' type='application/ld+json'>\n{0}\n</script></head><body>Pie</body></html>")]
    public void It_is_found_wherever_it_stands(string around) => Assert.Equal("Apple & pear pie", One(string.Format(null, around, Pie)).Title);

    [Theory]
    [InlineData("\"Mix.\\nBake.\"")]
    [InlineData("\"1. Mix. <br/> 2. Bake.\"")]
    [InlineData("\"<ol><li>Mix.</li><li>Bake.</li></ol>\"")]
    [InlineData("[\"Mix.\", \"Bake.\"]")]
    [InlineData("[{\"@type\":\"HowToStep\",\"text\":\"Mix.\"},{\"@type\":\"HowToStep\",\"name\":\"Bake.\"}]")]
    [InlineData("{\"@type\":\"ItemList\",\"itemListElement\":[{\"@type\":\"ListItem\",\"item\":{\"@type\":\"HowToStep\",\"text\":\"Mix.\"}},\"Bake.\"]}")]
    [InlineData("[{\"@type\":\"HowToStep\",\"itemListElement\":[{\"@type\":\"HowToDirection\",\"text\":\"Mix.\"}]},{\"@type\":\"HowToStep\",\"text\":\"Bake.\"}]")]
    public void Instructions_have_many_shapes(string instructions) =>
        Assert.Equal(["Mix.", "Bake."], Assert.Single(One($$"""{"@type":"Recipe","name":"A","recipeInstructions":{{instructions}}}""").Method).Steps.Select(s => s.Text));

    [Theory]
    [InlineData("4", 4, "servings")]
    [InlineData("\"4\"", 4, "servings")]
    [InlineData("\"Serves 4\"", 4, "servings")]
    [InlineData("\"4-6 people\"", 4, "servings")]
    [InlineData("[\"12\", \"12 muffins\"]", 12, "muffins")]
    [InlineData("{\"@type\":\"QuantitativeValue\",\"value\":2,\"unitText\":\"loaves\"}", 2, "loaves")]
    public void What_comes_out_has_many_shapes(string value, int quantity, string unit)
    {
        var recipe = One($$"""{"@type":"Recipe","name":"A","recipeYield":{{value}}}""");
        Assert.Equal((quantity, unit), (recipe.Yield, recipe.YieldUnit));
    }

    [Theory]
    [InlineData("PT45M", 45)]
    [InlineData("PT1H30M", 90)]
    [InlineData("P0DT0H45M", 45)]
    [InlineData("P1DT2H", 1560)]
    [InlineData("PT1.5H", 90)]
    [InlineData("PT90S", 2)]
    [InlineData("45 minutes", 45)]
    [InlineData("soon", null)]
    public void Times_are_those_of_ISO_8601_or_words(string time, int? minutes) => Assert.Equal(minutes, One($$"""{"@type":"Recipe","name":"A","prepTime":"{{time}}"}""").PrepMinutes);

    [Fact]
    public void What_is_not_understood_is_remarked_with_its_path()
    {
        var read = Assert.Single(JsonLdRecipes.Read("""[{"@type":"Recipe","name":"A","prepTime":"soon","recipeIngredient":["salt","12"],"recipeInstructions":"Mix."}]""", "a.json"));
        Assert.Equal(["$[0].prepTime", "$[0].recipeIngredient[1]"], read.Remarks.Select(r => r.Where));
    }

    [Fact]
    public void Written_again_it_is_as_it_was() => Assert.True(JsonNode.DeepEquals(JsonNode.Parse(Pie), JsonNode.Parse(JsonLdRecipes.Write(One(Pie)))));

    [Fact]
    public void A_change_is_written_and_the_rest_stays()
    {
        var written = JsonNode.Parse(JsonLdRecipes.Write(One(Pie) with { Title = "Pie", CookMinutes = 60, Tags = [] }))!;
        Assert.Equal(("Pie", "PT1H", "300 kcal"), ((string?)written["name"], (string?)written["cookTime"], (string?)written["nutrition"]!["calories"]));
        Assert.Null(written["keywords"]);
        Assert.Equal(JsonNode.Parse(Pie)!["recipeInstructions"]!.ToJsonString(), written["recipeInstructions"]!.ToJsonString());
    }

    [Fact]
    public void A_recipe_of_our_own_comes_back() => Cookbook.Same(Cookbook.Soup with { TotalMinutes = 90 }, One(JsonLdRecipes.Write(Cookbook.Soup)));

    [Fact]
    public async Task Many_are_an_array()
    {
        using var file = new MemoryStream();
        await JsonLdRecipes.WriteAsync(Cookbook.Each(Cookbook.Soup, Cookbook.Soup), file);
        Assert.Equal(2, RecipeReader.Read(file.ToArray(), "all.json").Count(r => r.Recipe is not null));
    }

    private static RecipeText One(string text) => Assert.Single(JsonLdRecipes.Read(text, "a.json")).Recipe!;
}
