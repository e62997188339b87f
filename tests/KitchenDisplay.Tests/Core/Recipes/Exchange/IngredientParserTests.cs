using System.Globalization;
using KitchenDisplay.Core.Recipes;
using KitchenDisplay.Core.Recipes.Exchange;

namespace KitchenDisplay.Tests.Core.Recipes.Exchange;

public sealed class IngredientParserTests
{
    [Theory]
    [InlineData("2 cups all purpose flour", "2", "cup", "all purpose flour", null)]
    [InlineData("400g potatoes", "400", "g", "potatoes", null)]
    [InlineData("400g (15 oz) potatoes (firm/waxy)", "400", "g", "potatoes", "15 oz, firm/waxy")]
    [InlineData("~150g (1/3 lb) bacon cubes", "150", "g", "bacon cubes", "1/3 lb")]
    [InlineData("5-6 cloves of garlic", "5-6", "clove", "garlic", null)]
    [InlineData("1 - 2L (1/4 - 1/2 gal) milk", "1-2", "l", "milk", "1/4 - 1/2 gal")]
    [InlineData("2 to 3 onions, finely chopped", "2-3", null, "onions", "finely chopped")]
    [InlineData("from 30g to 70g of sugar", "30-70", "g", "sugar", null)]
    [InlineData("a jar of apple sauce", "1", "jar", "apple sauce", null)]
    [InlineData("1 lb 4 oz beef", "1.25", "lb", "beef", null)]
    [InlineData("½ cup + 2 tablespoons (150ml) cold whole milk", "0.625", "cup", "cold whole milk", "150ml")]
    [InlineData("1 (15-ounce) can black beans, rinsed and drained", "1", "can", "black beans", "15-ounce, rinsed and drained")]
    [InlineData("1 15 oz can diced tomatoes", "1", "can", "tomatoes", "15 oz, diced")]
    [InlineData("2 x 400g tinned tomatoes", "800", "g", "tinned tomatoes", "2 × 400g")]
    [InlineData("12 oz. can tomato paste", "12", "oz", "tomato paste", "can")]
    [InlineData("4 garlic cloves, minced", "4", "clove", "garlic", "minced")]
    [InlineData("1 large onion", "1", null, "onion", "large")]
    [InlineData("3 cloves", "3", null, "cloves", null)]
    [InlineData("2 Tbsp. of *olive* oil", "2", "tbsp", "olive oil", null)]
    [InlineData("1kg long grain [rice](/rice)", "1", "kg", "long grain rice", null)]
    [InlineData("Two ounces of fresh butter.", "2", "oz", "fresh butter", null)]
    public void A_line_is_a_quantity_a_unit_a_name_and_a_preparation(string text, string quantity, string? unit, string name, string? preparation)
    {
        var line = IngredientParser.Parse(text);
        Assert.Equal((text, quantity, unit, name, preparation, 1d), (line.Text, Quantity(line), line.Unit, line.Name, line.Preparation, line.Confidence));
    }

    [Theory]
    [InlineData("1/2 onion", "0.5")]
    [InlineData("½ onion", "0.5")]
    [InlineData("1 1/2 onions", "1.5")]
    [InlineData("1-1/2 onions", "1.5")]
    [InlineData("1½ onions", "1.5")]
    [InlineData("1 and 1/2 onions", "1.5")]
    [InlineData("3⁄4 onion", "0.75")]
    [InlineData("0.5 onion", "0.5")]
    [InlineData(".5 onion", "0.5")]
    [InlineData("0,5 onion", "0.5")]
    [InlineData("½-1 onion", "0.5-1")]
    [InlineData("a onion", "1")]
    [InlineData("half an onion", "0.5")]
    [InlineData("half a dozen onions", "6")]
    [InlineData("2 dozen onions", "24")]
    [InlineData("two and a half onions", "2.5")]
    [InlineData("a couple of onions", "2")]
    [InlineData("3/4 of an onion", "0.75")]
    [InlineData("about 3 onions", "3")]
    public void Quantities_are_read_as_cooks_write_them(string text, string quantity)
    {
        var line = IngredientParser.Parse(text);
        Assert.Equal((quantity, "onion"), (Quantity(line), line.Name!.TrimEnd('s')));
    }

    [Theory]
    [InlineData("en", "1500")]
    [InlineData("de", "1.5")]
    public void The_language_says_what_a_comma_is(string language, string quantity) => Assert.Equal(quantity, Quantity(IngredientParser.Parse("1,500 kg flour", language)));

    [Theory]
    [InlineData("2 EL Öl", "2", "tbsp", "Öl")]
    [InlineData("0,5 l Milch", "0.5", "l", "Milch")]
    [InlineData("eine Prise Salz", "1", "Prise", "Salz")]
    [InlineData("3 cuillères à soupe d'huile", "3", "tbsp", "huile")]
    [InlineData("2 c. à c. de sucre", "2", "tsp", "sucre")]
    [InlineData("dos cucharadas de aceite", "2", "tbsp", "aceite")]
    [InlineData("3 cucchiai di olio", "3", "tbsp", "olio")]
    [InlineData("2 spicchi di aglio", "2", "spicchio", "aglio")]
    public void Other_languages_measure_too(string text, string quantity, string unit, string name)
    {
        var line = IngredientParser.Parse(text);
        Assert.Equal((quantity, unit, name), (Quantity(line), line.Unit, line.Name));
    }

    [Theory]
    [InlineData("Butter Melted 2 tbsp", "2", "tbsp", "Butter")]
    [InlineData("Light soy sauce, 1 tbsp", "1", "tbsp", "Light soy sauce")]
    [InlineData("gingerbread: 5 slices", "5", "slice", "gingerbread")]
    [InlineData("Corn (1 can)", "1", "can", "Corn")]
    [InlineData("Star Anise (4-5)", "4-5", null, "Star Anise")]
    [InlineData("1 - 15 oz can corn", "1", "can", "corn")]
    [InlineData("2 tbsp butter or lard", "2", "tbsp", "butter or lard")]
    public void What_may_be_meant_otherwise_is_less_certain(string text, string quantity, string? unit, string name)
    {
        var line = IngredientParser.Parse(text);
        Assert.Equal((quantity, unit, name, 0.8), (Quantity(line), line.Unit, line.Name, line.Confidence));
    }

    [Theory]
    [InlineData("Bechamel (optional)", "Bechamel", null)]
    [InlineData("(Optional) A stick of butter", "butter", null)]
    [InlineData("Salt to taste", "Salt", "to taste")]
    [InlineData("½ teaspoon onion powder (_very_ optional)", "onion powder", null)]
    [InlineData("6 tablespoons parmesan, plus extra if desired", "parmesan", "plus extra if desired")]
    public void What_may_be_left_out_is_optional(string text, string name, string? preparation)
    {
        var line = IngredientParser.Parse(text);
        Assert.Equal((true, name, preparation), (line.IsOptional, line.Name, line.Preparation));
        Assert.False(IngredientParser.Parse(name).IsOptional);
    }

    [Theory]
    [InlineData("")]
    [InlineData("  ")]
    [InlineData("12")]
    [InlineData("Spices:")]
    [InlineData("For the bechamel")]
    [InlineData("If you don't have the spices you can also just throw in sweet cinnamon tea bags instead, they contain most of them or 1 of them")]
    public void What_is_no_ingredient_is_kept_as_text_and_nothing_is_claimed(string text) => Assert.Equal(new IngredientLine(text), IngredientParser.Parse(text));

    [Theory]
    [InlineData("7up")]
    [InlineData("00 flour")]
    [InlineData("2-4% sea salt")]
    public void A_number_that_is_no_quantity_is_none(string text) => Assert.Null(IngredientParser.Parse(text).Quantity);

    private static string Quantity(IngredientLine line) => string.Join('-', new[] { line.Quantity, line.QuantityTo }.Where(q => q is not null).Select(q => q!.Value.ToString("0.####", CultureInfo.InvariantCulture)));
}
