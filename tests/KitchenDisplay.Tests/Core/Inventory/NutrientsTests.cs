using KitchenDisplay.Core.Commands;
using KitchenDisplay.Core.Inventory;

namespace KitchenDisplay.Tests.Core.Inventory;

public class NutrientsTests
{
    private static readonly Nutrients butter = new(3_060, 82, 54, 0.7m, 0.7m, 0.7m, 0.02m);

    [Fact]
    public void They_stand_among_whatever_else_is_known_of_the_item()
    {
        var written = Nutrients.Write("""{"brand":"Alm","organic":true}""", butter);

        Assert.Equal(butter, Nutrients.Read(written));
        Assert.Contains(""""brand":"Alm"""", written, StringComparison.Ordinal);
        Assert.Equal("""{"brand":"Alm","organic":true}""", Nutrients.Write(written, null));
    }

    [Theory]
    [InlineData("{}")]
    [InlineData("""{"nutrition":"plenty"}""")]
    [InlineData("""{"nutrition":{"energy":1,"fat":1}}""")]
    [InlineData("""{"nutrition":{"energy":"1","fat":0,"saturates":0,"carbohydrate":0,"sugars":0,"protein":0,"salt":0}}""")]
    [InlineData("not JSON")]
    public void What_is_not_whole_is_not_said(string attributes) => Assert.Null(Nutrients.Read(attributes));

    [Theory]
    [InlineData(3_060, 82, 83, 0, 0, 0, 0, "saturates")]
    [InlineData(1_000, 0, 0, 10, 11, 0, 0, "sugars")]
    [InlineData(4_001, 100, 10, 0, 0, 0, 0, "kJ")]
    [InlineData(3_000, 60, 10, 40, 10, 5, 0, "100 g")]
    [InlineData(100, -1, -2, 0, 0, 0, 0, "from 0")]
    public void What_cannot_be_is_refused(int energy, int fat, int saturates, int carbohydrate, int sugars, int protein, int salt, string because)
    {
        var attributes = Nutrients.Write("{}", new(energy, fat, saturates, carbohydrate, sugars, protein, salt));

        Assert.Contains(because, Assert.Throws<Refusal>(() => Nutrients.Check("It", BaseUnit.Gram, attributes)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Half_of_them_is_refused_and_all_or_nothing_is_not()
    {
        Nutrients.Check("It", BaseUnit.Gram, "{}");
        Nutrients.Check("Butter", BaseUnit.Gram, Nutrients.Write("{}", butter));
        Assert.Throws<Refusal>(() => Nutrients.Check("It", BaseUnit.Gram, """{"nutrition":{"fat":1}}"""));
    }
}
