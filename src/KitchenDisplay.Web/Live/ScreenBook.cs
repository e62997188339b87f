using System.Collections.Concurrent;
using KitchenDisplay.Core.Sight;

namespace KitchenDisplay.Web.Live;

/// <summary>The screens that are open at this node, as they last reported themselves.</summary>
public sealed class ScreenBook(TimeProvider clock)
{
    private readonly ConcurrentDictionary<Guid, Open> screens = [];
    private volatile bool isNew;

    /// <summary>Takes over what a screen says of itself.</summary>
    /// <param name="lacks">Tasks that its page does not hold at this moment: what it lacks for ten seconds counts.</param>
    public void Hear(Screen said, IReadOnlyCollection<Guid> lacks)
    {
        var now = clock.GetUtcNow();
        var open = screens.GetOrAdd(said.Id, _ => new Open(now));
        isNew |= open.Take(said, lacks, now);
    }

    /// <summary>Its page is closed or shows something else. Its row stays for the day.</summary>
    public void Close(Guid id) => screens.TryRemove(id, out _);

    /// <summary>All of them, to be written; empty when <paramref name="onlyNews"/> and everything is as it was the last time.</summary>
    public IReadOnlyList<Screen> Take(bool onlyNews)
    {
        if (onlyNews && !isNew) return [];
        isNew = false;
        return [.. screens.Values.Select(s => s.Now).OfType<Screen>()];
    }

    private sealed class Open(DateTimeOffset openedAt)
    {
        private readonly Lock door = new();
        private Dictionary<Guid, DateTimeOffset> lackedSince = [];
        private DateTimeOffset? seenAt;

        internal Screen? Now { get; private set; }

        /// <returns>Whether others should hear of it at once.</returns>
        internal bool Take(Screen said, IReadOnlyCollection<Guid> lacks, DateTimeOffset now)
        {
            lock (door)
            {
                lackedSince = lacks.ToDictionary(task => task, task => lackedSince.GetValueOrDefault(task, now));
                if (said.IsVisible) seenAt = now;
                var before = Now;
                Now = new Screen
                {
                    Id = said.Id,
                    DisplayId = said.DisplayId,
                    StationIds = said.StationIds,
                    OpenedAt = openedAt,
                    HeardAt = now,
                    SeenAt = seenAt,
                    IsVisible = said.IsVisible,
                    HasWakeLock = said.HasWakeLock,
                    Zoom = said.Zoom,
                    UsualZoom = said.UsualZoom,
                    IsAudible = said.IsAudible,
                    Lacks = [.. lackedSince.Where(l => now - l.Value >= MissingWatch.After).Select(l => l.Key).Order()],
                };
                return before is null || IsOther(before, Now);
            }
        }

        private static bool IsOther(Screen before, Screen now) =>
            (before.DisplayId, before.IsVisible, before.HasWakeLock, before.Zoom, before.IsAudible) != (now.DisplayId, now.IsVisible, now.HasWakeLock, now.Zoom, now.IsAudible)
            || !before.Lacks.SequenceEqual(now.Lacks) || !(before.StationIds ?? []).SequenceEqual(now.StationIds ?? []);
    }
}
