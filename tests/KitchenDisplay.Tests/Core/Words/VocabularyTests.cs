using KitchenDisplay.Core.Words;

namespace KitchenDisplay.Tests.Core.Words;

public class VocabularyTests
{
    private static readonly Vocabulary Words = new(new Dictionary<string, double> { ["butter"] = 0.4, ["bitter"] = 0.01, ["batter"] = 0.05, ["carrots"] = 0.2, ["carols"] = 0.001, ["jelly"] = 0.1, ["egg"] = 0.5, ["eggplant"] = 0.02, ["eggs"] = 0.3 });

    [Theory]
    [InlineData("buttr", "butter")]
    [InlineData("buttter", "butter")]
    [InlineData("bvtter", "butter")]
    [InlineData("btuter", "butter")]
    [InlineData("carots", "carrots")]
    [InlineData("jely", "jelly")]
    [InlineData("utter", "butter")]
    public void A_slip_is_mended_by_the_most_common_word(string typed, string meant) => Assert.Equal(meant, Words.Nearest(typed));

    [Theory]
    [InlineData("eg")]
    [InlineData("egs")]
    [InlineData("b2tter")]
    [InlineData("xylophone")]
    [InlineData("bxxter")]
    public void A_short_word_a_number_and_what_is_like_nothing_stay_as_they_are(string typed) => Assert.Null(Words.Nearest(typed));

    [Fact]
    public void Longer_words_come_the_most_common_first() => Assert.Equal(["eggs", "eggplant"], Words.Longer("egg"));
}
