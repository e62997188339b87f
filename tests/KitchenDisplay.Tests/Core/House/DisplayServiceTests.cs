using KitchenDisplay.Core.Commands;
using KitchenDisplay.Core.House;
using KitchenDisplay.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace KitchenDisplay.Tests.Core.House;

public sealed class DisplayServiceTests(TestKitchen kitchen) : IClassFixture<TestKitchen>
{
    private static readonly Guid Nowhere = Guid.CreateVersion7();

    [Theory]
    [InlineData("Grill", "grill")]
    [InlineData("Sauté", "saute")]
    [InlineData("  Grill & Fry 2 ", "grill-fry-2")]
    [InlineData("ÄÖÜ ñ", "aou-n")]
    [InlineData("冷菜", "")]
    [InlineData("../a?b#c", "a-b-c")]
    public void A_name_becomes_an_address(string name, string slug) => Assert.Equal(slug, DisplayService.SlugOf(name));

    [Fact]
    public async Task A_display_is_made_and_changed_and_what_it_falls_back_for_follows()
    {
        var id = Guid.CreateVersion7();
        Assert.Equal("hot-line", (await SaveAsync(id, "Hot line", ["grill", "fry"], ["pastry"])).Slug);
        Assert.Equal("hot-line-2", (await SaveAsync(id, "Hot line 2", ["grill", "saute"], ["bar"])).Slug);

        await using var db = await kitchen.OpenDatabaseAsync();
        var display = await db.Displays.AsNoTracking().Include(d => d.Stations).SingleAsync(d => d.Id == id);
        Assert.Equal(new[] { kitchen.Station("grill"), kitchen.Station("saute") }.Order(), display.Stations.Select(s => s.StationId).Order());
        Assert.Equal(["bar"], await db.Stations.Where(s => s.FallbackId == id).Select(s => s.Slug).ToListAsync());
    }

    [Fact]
    public async Task A_station_is_taken_over_and_given_back_and_where_it_belongs_it_need_not_be_taken()
    {
        var (fry, cold) = (await FindAsync("fry"), await FindAsync("cold"));

        Assert.Equal(cold.Id, (await TakeAsync("fry", cold.Id)).DisplayId);
        Assert.Equal(cold.Id, await TakerAsync("fry"));
        Assert.Null((await TakeAsync("fry", fry.Id)).DisplayId);
        await TakeAsync("fry", cold.Id);
        Assert.Null((await TakeAsync("fry", null)).DisplayId);
        Assert.Null(await TakerAsync("fry"));
    }

    [Fact]
    public async Task A_display_that_becomes_the_whole_kitchens_gives_back_what_it_took()
    {
        var id = Guid.CreateVersion7();
        await SaveAsync(id, "Spare", ["bar"], []);
        await TakeAsync("pastry", id);

        await kitchen.Displays.SaveAsync(new(Guid.CreateVersion7(), id, "Spare", true, [], []), kitchen.Manager);

        Assert.Null(await TakerAsync("pastry"));
    }

    [Fact]
    public async Task Settings_come_back_as_they_were_saved()
    {
        var settings = new DisplaySettings
        {
            Layout = CardLayout.Grid,
            Cells = 12,
            Inch = 24,
            Metres = 1.5m,
            LeavesWhenReady = true,
            TouchStarts = true,
            DigitBumps = true,
            Keys = new Dictionary<string, string> { ["bump"] = "Enter", ["recall"] = " " },
            Sounds = new Dictionary<string, DisplaySound> { ["late"] = new("bell", 0.5m, true) },
        };

        await SetAsync((await FindAsync("bar")).Id, settings);

        Assert.Equivalent(settings, (await FindAsync("bar")).Settings, strict: true);
    }

    [Fact]
    public async Task A_timer_is_set_changed_and_taken_away()
    {
        var grill = kitchen.Station("grill");
        await TimerAsync(grill, "Tab", 5, 10);
        await TimerAsync(null, null, 6, 12);
        Assert.Equal(new TimerSet(7, 14), await TimerAsync(grill, "Tab", 7, 14));

        await using var db = await kitchen.OpenDatabaseAsync();
        Assert.Equal([(grill, "Tab", 7), (null, null, 6)], (await db.TimerRules.AsNoTracking().ToListAsync()).Select(r => (r.StationId, r.OrderKind, r.DueMinutes)).OrderByDescending(r => r.DueMinutes));
        await TimerAsync(grill, "Tab", null, null);
        await TimerAsync(null, null, null, null);
        Assert.Empty(await db.TimerRules.AsNoTracking().ToListAsync());
    }

    [Fact]
    public async Task What_cannot_be_is_refused_in_a_sentence_and_nothing_is_written()
    {
        var bar = (await FindAsync("bar")).Id;
        var before = await kitchen.ContentsAsync();

        await IsRefusedAsync("Give the display a name", () => SaveAsync(Nowhere, " ", ["grill"], []));
        await IsRefusedAsync("Give the display a name", () => SaveAsync(Nowhere, null!, ["grill"], []));
        await IsRefusedAsync("Give the display a name", () => SaveAsync(Nowhere, new string('x', 61), ["grill"], []));
        await IsRefusedAsync("Give the display a name", () => SaveAsync(Nowhere, "Gr\0ill", ["grill"], []));
        await IsRefusedAsync("Give the display a name", () => SaveAsync(Nowhere, "Gr\ud800ill", ["grill"], []));
        await IsRefusedAsync("The name needs a letter or a digit", () => SaveAsync(Nowhere, "…", ["grill"], []));
        await IsRefusedAsync("There already is a display “BAR”.", () => SaveAsync(Nowhere, "BAR", ["grill"], []));
        await IsRefusedAsync("Choose at least one station", () => SaveAsync(Nowhere, "New", [], []));
        await IsRefusedAsync("without a number", () => SaveAsync(Guid.Empty, "New", ["grill"], []));
        await IsRefusedAsync("does not exist any more", () => kitchen.Displays.SaveAsync(new(Guid.CreateVersion7(), Nowhere, "New", false, [Nowhere], []), kitchen.Manager));
        await IsRefusedAsync("does not exist any more", () => kitchen.Displays.SaveAsync(new(Guid.CreateVersion7(), Nowhere, "New", true, null!, [Nowhere]), kitchen.Manager));
        await IsRefusedAsync("This display does not exist", () => SetAsync(Nowhere, new()));
        await IsRefusedAsync("There are no settings", () => SetAsync(bar, null!));
        await IsRefusedAsync("Choose columns, or a grid of 4, 6, 8, 10, 12, 15.", () => SetAsync(bar, new() { Cells = 7 }));
        await IsRefusedAsync("Choose columns", () => SetAsync(bar, new() { Layout = (CardLayout)9 }));
        await IsRefusedAsync("diagonal", () => SetAsync(bar, new() { Inch = 6 }));
        await IsRefusedAsync("from how far", () => SetAsync(bar, new() { Metres = 11 }));
        await IsRefusedAsync("One of the keys is none", () => SetAsync(bar, Keys(("bump", new string('x', 31)))));
        await IsRefusedAsync("One of the keys is none", () => SetAsync(bar, Keys(("bump", "\0"))));
        await IsRefusedAsync("One of the keys is none", () => SetAsync(bar, new() { Keys = null! }));
        await IsRefusedAsync("One key does two things", () => SetAsync(bar, Keys(("bump", "r"), ("recall", "R"))));
        await IsRefusedAsync("A volume goes from 0 to 1.", () => SetAsync(bar, new() { Sounds = new Dictionary<string, DisplaySound> { ["new"] = new("bell", 2, false) } }));
        await IsRefusedAsync("A volume goes from 0 to 1.", () => SetAsync(bar, new() { Sounds = new Dictionary<string, DisplaySound> { ["new"] = new(null!, 1, false) } }));
        await IsRefusedAsync("This station does not exist", () => kitchen.Displays.TakeOverAsync(new(Guid.CreateVersion7(), Nowhere, bar), kitchen.Cook));
        await IsRefusedAsync("This display does not exist", () => TakeAsync("grill", Nowhere));
        var expo = (await FindAsync("expo")).Id;
        await IsRefusedAsync("Expo shows every station anyway.", () => TakeAsync("grill", expo));
        await IsRefusedAsync("This station does not exist", () => TimerAsync(Nowhere, null, 5, 10));
        await IsRefusedAsync("Choose a table, a tab or a take-away.", () => TimerAsync(null, "Boat", 5, 10));
        foreach (var (due, late) in new (int?, int?)[] { (0, 5), (5, 4), (5, 601), (5, null), (null, 5) })
            await IsRefusedAsync("Choose minutes from 1 to 600", () => TimerAsync(null, null, due, late));
        await IsRefusedAsync("You may not do this.", () => kitchen.Displays.SaveAsync(new(Guid.CreateVersion7(), Nowhere, "New", true, [], []), kitchen.Cook));
        await IsRefusedAsync("You may not do this.", () => kitchen.Displays.TakeOverAsync(new(Guid.CreateVersion7(), kitchen.Station("grill"), bar), kitchen.Waiter));

        Assert.Equal(before, await kitchen.ContentsAsync());
    }

    private static DisplaySettings Keys(params (string Does, string Key)[] keys) => new() { Keys = keys.ToDictionary(k => k.Does, k => k.Key) };

    private Task<DisplaySaved> SaveAsync(Guid id, string name, string[] stations, string[] fallbackFor) =>
        kitchen.Displays.SaveAsync(new(Guid.CreateVersion7(), id, name, false, [.. stations.Select(kitchen.Station)], [.. fallbackFor.Select(kitchen.Station)]), kitchen.Manager);

    private Task<DisplaySaved> SetAsync(Guid id, DisplaySettings settings) => kitchen.Displays.SetAsync(new(Guid.CreateVersion7(), id, settings), kitchen.Cook);

    private Task<StationTaken> TakeAsync(string station, Guid? display) => kitchen.Displays.TakeOverAsync(new(Guid.CreateVersion7(), kitchen.Station(station), display), kitchen.Cook);

    private Task<TimerSet> TimerAsync(Guid? station, string? kind, int? due, int? late) => kitchen.Displays.SetTimerAsync(new(Guid.CreateVersion7(), station, kind, due, late), kitchen.Manager);

    private async Task<Display> FindAsync(string slug)
    {
        await using var db = await kitchen.OpenDatabaseAsync();
        return await db.Displays.AsNoTracking().SingleAsync(d => d.Slug == slug);
    }

    private async Task<Guid?> TakerAsync(string station)
    {
        await using var db = await kitchen.OpenDatabaseAsync();
        return (await db.Stations.AsNoTracking().SingleAsync(s => s.Slug == station)).TakenById;
    }

    private static async Task IsRefusedAsync(string sentence, Func<Task> call)
    {
        Assert.Contains(sentence, (await Assert.ThrowsAsync<Refusal>(call)).Message, StringComparison.Ordinal);
    }
}
