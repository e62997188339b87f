using KitchenDisplay.Core.House;
using KitchenDisplay.Core.Sight;
using KitchenDisplay.Web.Features.Kitchen.Screens;

namespace KitchenDisplay.Tests.Web.Features.Kitchen.Screens;

public class ScreenRowTests
{
    private static readonly DateTimeOffset Now = new(2026, 7, 14, 19, 2, 11, TimeSpan.Zero);

    private readonly Display grill = new() { Name = "Grill", Slug = "grill", Position = 1 };

    [Fact]
    public void A_display_without_a_page_has_no_screen() => Assert.Equal(Troubles.NoScreen, Assert.Single(Rows()).Troubles);

    [Fact]
    public void A_screen_that_is_well_has_no_trouble() => Assert.Equal(new ScreenRow(grill, Guid.Empty, Troubles.None, null, 0), Assert.Single(Rows(Screen(heard: 4))) with { ScreenId = Guid.Empty });

    [Fact]
    public void After_four_and_a_half_seconds_of_silence_it_is_not_heard()
    {
        var row = Assert.Single(Rows(Screen(heard: 4.5, visible: false)));

        Assert.Equal((Troubles.NotHeard, Now.AddSeconds(-4.5)), (row.Troubles, row.HeardAt));
    }

    [Fact]
    public void Everything_that_is_wrong_is_told()
    {
        var screen = Screen(heard: 1, visible: false);
        (screen.HasWakeLock, screen.IsAudible, screen.Zoom, screen.Lacks) = (false, false, 1.5m, [Guid.CreateVersion7()]);

        Assert.Equal(Troubles.Hidden | Troubles.WakeLockLost | Troubles.Silent | Troubles.Zoomed | Troubles.Lacks, Assert.Single(Rows(screen)).Troubles);
    }

    [Fact]
    public void A_page_that_was_loaded_again_replaces_the_one_before_it() =>
        Assert.Equal([Troubles.None], Rows(Screen(opened: 900, heard: 300), Screen(opened: 299, heard: 1)).Select(r => r.Troubles));

    [Fact]
    public void Of_two_screens_the_one_that_died_is_told_though_the_other_was_loaded_again() =>
        Assert.Equal([Troubles.NotHeard, Troubles.None], Rows(Screen(opened: 900, heard: 500), Screen(opened: 900, heard: 300), Screen(opened: 299, heard: 1)).Select(r => r.Troubles));

    [Fact]
    public void A_wall_without_a_display_stands_last()
    {
        var wall = new Screen { Id = Guid.CreateVersion7(), OpenedAt = Now, HeardAt = Now, IsVisible = true };

        Assert.Equal([grill, null], Rows(wall).Select(r => r.Display));
    }

    private IReadOnlyList<ScreenRow> Rows(params Screen[] screens) => ScreenRow.Of([grill], screens, Now);

    private Screen Screen(double heard, double opened = 600, bool visible = true) =>
        new() { Id = Guid.CreateVersion7(), DisplayId = grill.Id, OpenedAt = Now.AddSeconds(-opened), HeardAt = Now.AddSeconds(-heard), IsVisible = visible, Zoom = 1, UsualZoom = 1 };
}
