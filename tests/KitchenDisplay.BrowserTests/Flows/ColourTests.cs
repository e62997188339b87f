using System.Text.Json;
using KitchenDisplay.BrowserTests.Screenshots;
using KitchenDisplay.BrowserTests.Support;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace KitchenDisplay.BrowserTests.Flows;

/// <summary>One cook in twelve men does not see all colours, and nobody sees pale text from three metres.</summary>
public sealed class ColourTests(House house) : Flow(house)
{
    private const double Legible = 7;

    // In CIE L*a*b*, for colours of two places, seen in passing.
    private const double Apart = 6;

    protected override IReadOnlyList<string> Scripts { get; } = ["witness.js", "colours.js"];

    [Fact]
    public async Task Every_text_on_a_wall_is_legible_in_every_state()
    {
        var service = new FullService(House);
        await service.ServeAsync();
        await service.ChangeAsync();
        var wall = await WallAsync("grill");
        await Expect(wall.Page.Locator(".row[data-progress='void']").First).ToBeVisibleAsync();
        await ExpectLegibleAsync(wall.Page);

        await wall.Page.Keyboard.PressAsync("/");
        await Expect(wall.Page.Locator("[data-found]").First).ToBeVisibleAsync();
        await ExpectLegibleAsync(wall.Page);
        await wall.Page.Keyboard.PressAsync("Escape");
        await wall.Page.Keyboard.PressAsync("s");
        await ExpectLegibleAsync(wall.Page);

        var pass = await WallAsync("expo");
        await Expect(pass.Cards.First).ToBeVisibleAsync();
        await ExpectLegibleAsync(pass.Page);
    }

    [Fact]
    public async Task A_picture_that_is_old_is_legible_and_so_is_what_it_says()
    {
        ExpectLostConnections();
        var wall = await WallAsync("grill");
        var sent = await Staff.SendAsync(await Staff.SeatAsync("4"), new Wish("Ribeye 300 g"));
        await Expect(wall.Card(sent.Number)).ToBeVisibleAsync();
        using (await FrozenServer.FreezeAsync(Connections))
        {
            await Expect(wall.Page.Locator("#connection")).ToBeVisibleAsync();
            await ExpectLegibleAsync(wall.Page);
        }
        await Expect(wall.Page.Locator("#connection")).ToBeHiddenAsync();
    }

    [Fact]
    public async Task The_states_of_a_ticket_are_apart_for_everybody_by_colour_and_by_shape()
    {
        var wall = await WallAsync("grill");
        // What flashes is another colour for a moment.
        await wall.Page.EmulateMediaAsync(new() { ReducedMotion = ReducedMotion.Reduce });
        var numbers = new List<long>();
        foreach (var (minutes, ready) in new[] { (0.0, false), (2, false), (15, false), (30, false), (1, true) })
        {
            var sent = await Staff.SendAsync(await Staff.TabAsync($"{minutes}", 2), new Wish("Ribeye 300 g"));
            if (minutes > 0) await House.AgeAsync(TimeSpan.FromMinutes(minutes), sent.Number);
            if (ready) await Staff.ReadyAsync(sent);
            numbers.Add(sent.Number);
        }
        await Expect(wall.Page.Locator(".ticket-states [data-state='ready']:visible")).ToHaveCountAsync(1);
        await Expect(wall.Page.Locator(".ticket-states [data-state='late']:visible")).ToHaveCountAsync(1);
        await Expect(wall.Page.Locator(".ticket-states [data-state='due']:visible")).ToHaveCountAsync(1);

        var states = new List<State>();
        foreach (var number in numbers) states.Add((await wall.Page.EvaluateAsync<JsonElement>("number => window.colours.state(number)", number)).Deserialize<State>(JsonSerializerOptions.Web)!);

        Assert.Equal(["New", "Cooking", "Due", "Late", "Ready"], states.Select(s => s.Word));
        Assert.Equal(states.Count, states.Select(s => s.Sign).Distinct().Count());
        foreach (var eyes in Enum.GetValues<ColourVision>())
            foreach (var (one, other) in from i in Enumerable.Range(0, states.Count) from j in Enumerable.Range(0, i) select (states[i], states[j]))
            {
                var apart = Math.Max(eyes.Own(one.Colours, other.Colours), eyes.Own(other.Colours, one.Colours));
                Assert.True(apart >= Apart, $"{one.Word} and {other.Word} are {apart:0.0} apart for eyes with {eyes} colour vision.");
            }
    }

    private static async Task ExpectLegibleAsync(IPage page) => Assert.Empty(await page.EvaluateAsync<string[]>("least => window.colours.pale(least)", Legible));

    private sealed record State(string Word, string Sign, IReadOnlyList<IReadOnlyList<double>> Colours);
}
