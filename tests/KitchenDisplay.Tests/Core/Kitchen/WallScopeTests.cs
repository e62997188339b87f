using KitchenDisplay.Core.House;
using KitchenDisplay.Core.Kitchen;

namespace KitchenDisplay.Tests.Core.Kitchen;

public sealed class WallScopeTests
{
    private readonly Station grill = new() { Name = "Grill", Slug = "grill" };
    private readonly Station fry = new() { Name = "Fry", Slug = "fry" };
    private readonly Station pass = new() { Name = "Pass", Slug = "pass", Kind = StationKind.Pass };

    [Fact]
    public void A_display_shows_the_stations_that_it_is_for()
    {
        var scope = Scope(Display(grill, fry));

        Assert.Equal((true, true, false), (scope.Shows(grill.Id), scope.Shows(fry.Id), scope.Shows(pass.Id)));
        Assert.Equal(new[] { grill.Id, fry.Id }.Order(), scope.Own);
    }

    [Fact]
    public void What_another_has_taken_over_is_shown_there_and_not_here()
    {
        var (here, there) = (Display(grill, fry), Display(pass));
        fry.TakenById = there.Id;

        Assert.Equal([grill.Id], Scope(here).Own!);
        Assert.Equal(new[] { pass.Id, fry.Id }.Order(), Scope(there).Own);

        fry.TakenById = null;
        Assert.True(Scope(here).Shows(fry.Id));
        Assert.False(Scope(there).Shows(fry.Id));
    }

    [Fact]
    public void A_display_of_the_whole_kitchen_shows_what_others_have_taken_as_well()
    {
        var everywhere = new Display { Name = "Expo", Slug = "expo", IsEverywhere = true };
        grill.TakenById = Display(fry).Id;

        Assert.Equal(WallScope.Everywhere, Scope(everywhere));
        Assert.True(Scope(everywhere).Shows(grill.Id));
        Assert.Null(Scope(everywhere).Own);
    }

    [Fact]
    public void A_fallback_is_not_among_the_stations_that_it_shows_or_recalls()
    {
        var display = Display(fry);
        grill.FallbackId = display.Id;

        Assert.Equal([grill.Id], Scope(display).FallbackFor);
        Assert.Equal((false, fry.Id), (Scope(display).Shows(grill.Id), Scope(display).Own!.Single()));
    }

    [Fact]
    public void Two_displays_of_the_same_work_have_equal_scopes_and_no_work_is_not_all_of_it()
    {
        Assert.Equal(Scope(Display(grill, fry)), Scope(Display(fry, grill)));
        Assert.Equal(Scope(Display(grill, fry)).GetHashCode(), Scope(Display(fry, grill)).GetHashCode());
        Assert.Equal(Scope(Display(grill)), WallScope.Of(grill.Id));
        Assert.NotEqual(Scope(Display(grill)), Scope(Display(fry)));
        Assert.NotEqual(Scope(Display()), WallScope.Everywhere);
        var fallback = Display(grill);
        fry.FallbackId = fallback.Id;
        Assert.NotEqual(Scope(Display(grill)), Scope(fallback));
    }

    private WallScope Scope(Display display) => WallScope.Of(display, [grill, fry, pass]);

    private static Display Display(params Station[] stations)
    {
        var display = new Display { Name = "Wall", Slug = "wall" };
        foreach (var station in stations) display.Stations.Add(new DisplayStation { DisplayId = display.Id, StationId = station.Id });
        return display;
    }
}
