using KitchenDisplay.Core.Data;
using KitchenDisplay.Core.House;
using KitchenDisplay.Core.Ordering;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace KitchenDisplay.Core.Sight;

/// <summary>A browser that shows a display, as it last reported itself. Rows of screens that are gone stay for the day, so that a manager sees who fell silent.</summary>
public sealed class Screen
{
    /// <summary>Made by the browser's page when it is loaded.</summary>
    public Guid Id { get; init; }

    /// <summary>Null for a wall that is opened without choosing a display.</summary>
    public Guid? DisplayId { get; init; }

    /// <summary>The stations whose tickets it shows; null for all.</summary>
    public Guid[]? StationIds { get; set; }
    public DateTimeOffset OpenedAt { get; init; }
    public DateTimeOffset HeardAt { get; set; }

    /// <summary>When it was last heard while it was visible: until then a cook could see what its page holds.</summary>
    public DateTimeOffset? SeenAt { get; set; }

    /// <summary>Whether the document is visible: no other tab before it, the device awake.</summary>
    public bool IsVisible { get; set; }

    /// <summary>Whether the browser promised to keep the screen on; null where it cannot.</summary>
    public bool? HasWakeLock { get; set; }

    /// <summary>Device pixels for a CSS pixel.</summary>
    public decimal Zoom { get; set; }

    /// <summary>What that usually is on this device: another value now means that somebody zoomed.</summary>
    public decimal UsualZoom { get; set; }

    /// <summary>Whether it can be heard; null where it makes no sound.</summary>
    public bool? IsAudible { get; set; }

    /// <summary>Open tasks of its stations that its page has not held for ten seconds; normally none.</summary>
    public Guid[] Lacks { get; set; } = [];
}

/// <summary>That a line, in one version, was seen on a screen of a station: the whole row, uncovered, on a visible page. The first time counts.</summary>
public sealed class Sighting
{
    public Guid LineId { get; init; }
    public int Version { get; init; }
    public Guid StationId { get; init; }
    public Guid TicketId { get; init; }
    public Guid? DisplayId { get; init; }
    public DateTimeOffset At { get; init; }
}

/// <summary>That a task was NOT ON SCREEN: for ten seconds no live, visible display of its station held it.</summary>
public sealed class Missing
{
    public Guid Id { get; init; } = Guid.CreateVersion7();
    public Guid TaskId { get; init; }
    public Guid TicketId { get; init; }
    public Guid StationId { get; init; }

    /// <summary>When nobody could see it any more.</summary>
    public DateTimeOffset Since { get; init; }

    /// <summary>When a display of its station held it again, or it was done; null while it is still missing.</summary>
    public DateTimeOffset? Until { get; set; }
}

/// <summary>The sets of what is seen.</summary>
public static class SightSets
{
    extension(KitchenContext db)
    {
        public DbSet<Screen> Screens => db.Set<Screen>();
        public DbSet<Sighting> Sightings => db.Set<Sighting>();
        public DbSet<Missing> Missing => db.Set<Missing>();
    }
}

internal sealed class SightMap : IEntityTypeConfiguration<Screen>, IEntityTypeConfiguration<Sighting>, IEntityTypeConfiguration<Missing>
{
    public void Configure(EntityTypeBuilder<Screen> builder)
    {
        builder.ToTable("screens");
        builder.HasOne<Display>().WithMany().HasForeignKey(s => s.DisplayId);
        builder.HasIndex(s => s.HeardAt);
    }

    public void Configure(EntityTypeBuilder<Sighting> builder)
    {
        builder.ToTable("sightings");
        builder.HasKey(s => new { s.LineId, s.Version, s.StationId });
        builder.HasOne<Line>().WithMany().HasForeignKey(s => s.LineId);
        builder.HasOne<Ticket>().WithMany().HasForeignKey(s => s.TicketId);
    }

    public void Configure(EntityTypeBuilder<Missing> builder)
    {
        builder.ToTable("missing");
        builder.HasOne<PrepTask>().WithMany().HasForeignKey(m => m.TaskId);
        builder.HasOne<Ticket>().WithMany().HasForeignKey(m => m.TicketId);
        builder.HasIndex(m => m.TaskId, "missing_now").IsUnique().HasFilter("until is null");
        builder.HasIndex(m => m.Since);
    }
}
