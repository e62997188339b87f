using KitchenDisplay.Core.House;
using KitchenDisplay.Core.Sight;

namespace KitchenDisplay.Web.Features.Kitchen.Screens;

/// <summary>What is wrong with a screen.</summary>
[Flags]
public enum Troubles
{
    None = 0,

    /// <summary>No page shows the display.</summary>
    NoScreen = 1,
    NotHeard = 2,
    Hidden = 4,
    WakeLockLost = 8,
    Zoomed = 16,
    Silent = 32,

    /// <summary>Its page does not hold all that its stations have to do.</summary>
    Lacks = 64,
}

/// <summary>A display with one of its screens. Equal as long as nothing about it need be told anew.</summary>
/// <param name="Display">Null for walls of all stations that are no display.</param>
/// <param name="HeardAt">When it was last heard; null for one that is heard.</param>
public sealed record ScreenRow(Display? Display, Guid? ScreenId, Troubles Troubles, DateTimeOffset? HeardAt, int Lacks)
{
    /// <summary>Every display with its screens of today.</summary>
    public static IReadOnlyList<ScreenRow> Of(IEnumerable<Display> displays, IReadOnlyList<Screen> screens, DateTimeOffset now)
    {
        var places = displays.OrderBy(d => d.Position).Select(d => (Display: (Display?)d, Screens: screens.Where(s => s.DisplayId == d.Id).ToList())).ToList();
        var others = screens.Where(s => s.DisplayId is null).ToList();
        if (others.Count > 0) places.Add((null, others));
        return [.. places.SelectMany(p => p.Screens.Count == 0 ? [new ScreenRow(p.Display, null, Troubles.NoScreen, null, 0)] : Rows(p.Display, p.Screens, now))];
    }

    private static IEnumerable<ScreenRow> Rows(Display? display, List<Screen> screens, DateTimeOffset now)
    {
        var silent = new List<Screen>();
        foreach (var screen in screens.OrderBy(s => s.OpenedAt))
        {
            // A page that was loaded again is another screen to us: it takes the place of the one that fell silent last before it.
            if (silent.Where(s => s.HeardAt <= screen.OpenedAt).MaxBy(s => s.HeardAt) is { } replaced) silent.Remove(replaced);
            if (!IsHeard(screen, now)) silent.Add(screen);
        }
        return screens.Where(s => IsHeard(s, now)).Concat(silent).OrderBy(s => s.OpenedAt)
            .Select(s => new ScreenRow(display, s.Id, TroublesOf(s, now), IsHeard(s, now) ? null : s.HeardAt, s.Lacks.Length));
    }

    private static bool IsHeard(Screen screen, DateTimeOffset now) => now - screen.HeardAt < MissingWatch.Silence;

    private static Troubles TroublesOf(Screen screen, DateTimeOffset now) =>
        !IsHeard(screen, now) ? Troubles.NotHeard
        : (screen.IsVisible ? 0 : Troubles.Hidden)
        | (screen.HasWakeLock == false ? Troubles.WakeLockLost : 0)
        | (screen.Zoom == screen.UsualZoom ? 0 : Troubles.Zoomed)
        | (screen.IsAudible == false ? Troubles.Silent : 0)
        | (screen.Lacks.Length == 0 ? 0 : Troubles.Lacks);
}
