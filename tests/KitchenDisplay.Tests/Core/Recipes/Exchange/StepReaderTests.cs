using KitchenDisplay.Core.Recipes.Exchange;

namespace KitchenDisplay.Tests.Core.Recipes.Exchange;

public sealed class StepReaderTests
{
    [Theory]
    [InlineData("Let the potatoes cook for about 10 minutes.", 10)]
    [InlineData("Simmer 1-2 hours.", 120)]
    [InlineData("Bake for around an hour.", 60)]
    [InlineData("Rest half an hour.", 30)]
    [InlineData("Roast 1 1/2 hours", 90)]
    [InlineData("Roast an hour and a half", 90)]
    [InlineData("Braise 2h 30min", 150)]
    [InlineData("Braise 1 hr 15 mins.", 75)]
    [InlineData("Bake for 1h30min.", 90)]
    [InlineData("Let it rest for 10 minutes before serving.", 10)]
    [InlineData("Blanch for 30 seconds", 0.5)]
    [InlineData("Fry 5 minutes, then simmer for 40 minutes.", 40)]
    [InlineData("Eine Stunde backen", 60)]
    [InlineData("Cuire 20 minutes", 20)]
    public void A_timer_runs_for_the_longest_time_of_a_step(string text, double minutes) => Assert.Equal((decimal)minutes, StepReader.Read(text).Minutes);

    [Theory]
    [InlineData("Stir every 5 minutes.")]
    [InlineData("Mix 2 cups of flour with 3 eggs.")]
    [InlineData("A minute before it is done, add cheese.")]
    [InlineData("Chill overnight.")]
    public void What_is_no_time_to_wait_starts_no_timer(string text) => Assert.Null(StepReader.Read(text).Minutes);

    [Theory]
    [InlineData("Preheat the oven to 180 °C.", 180)]
    [InlineData("Preheat to 180C", 180)]
    [InlineData("Preheat oven to 350°F (175°C)", 175)]
    [InlineData("Preheat oven to 350F.", 177)]
    [InlineData("Heat to 350 degrees F", 177)]
    [InlineData("Bake at 180-200 °C", 180)]
    [InlineData("Bake at gas mark 4", 180)]
    [InlineData("Bake at gas 1/2", 130)]
    [InlineData("Bei 180 Grad backen", 180)]
    public void Heat_is_in_degrees_Celsius(string text, double celsius) => Assert.Equal((decimal)celsius, StepReader.Read(text).Celsius);

    [Theory]
    [InlineData("Bake at 350°")]
    [InlineData("Add 100 g flour")]
    [InlineData("Use 2 cans")]
    public void Heat_without_a_scale_is_not_guessed(string text) => Assert.Null(StepReader.Read(text).Celsius);
}
