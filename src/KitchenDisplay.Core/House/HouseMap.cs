using KitchenDisplay.Core.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace KitchenDisplay.Core.House;

/// <summary>The house's sets.</summary>
public static class HouseSets
{
    extension(KitchenContext db)
    {
        public DbSet<Restaurant> Restaurants => db.Set<Restaurant>();
        public DbSet<Station> Stations => db.Set<Station>();
        public DbSet<Area> Areas => db.Set<Area>();
        public DbSet<DiningTable> DiningTables => db.Set<DiningTable>();
        public DbSet<Course> Courses => db.Set<Course>();
        public DbSet<TaxClass> TaxClasses => db.Set<TaxClass>();
        public DbSet<Service> Services => db.Set<Service>();
        public DbSet<Display> Displays => db.Set<Display>();
        public DbSet<TimerRule> TimerRules => db.Set<TimerRule>();
        public DbSet<Detour> Detours => db.Set<Detour>();
    }
}

internal sealed class HouseMap :
    IEntityTypeConfiguration<Restaurant>, IEntityTypeConfiguration<Station>, IEntityTypeConfiguration<Area>,
    IEntityTypeConfiguration<DiningTable>, IEntityTypeConfiguration<Course>, IEntityTypeConfiguration<TaxClass>,
    IEntityTypeConfiguration<Service>, IEntityTypeConfiguration<Display>, IEntityTypeConfiguration<DisplayStation>,
    IEntityTypeConfiguration<TimerRule>, IEntityTypeConfiguration<Detour>
{
    public void Configure(EntityTypeBuilder<Restaurant> builder) => builder.ToTable("restaurant");

    public void Configure(EntityTypeBuilder<Station> builder)
    {
        builder.ToTable("stations");
        builder.Property(s => s.Kind).HasConversion<string>();
        builder.HasIndex(s => s.Slug).IsUnique();
        // A display that goes leaves its stations to their own.
        builder.HasOne<Display>().WithMany().HasForeignKey(s => s.FallbackId).OnDelete(DeleteBehavior.SetNull);
        builder.HasOne<Display>().WithMany().HasForeignKey(s => s.TakenById).OnDelete(DeleteBehavior.SetNull);
    }

    public void Configure(EntityTypeBuilder<Display> builder)
    {
        builder.ToTable("displays");
        builder.Property(d => d.Name).HasMaxLength(60);
        builder.HasIndex(d => d.Slug).IsUnique();
        builder.HasMany(d => d.Stations).WithOne().HasForeignKey(s => s.DisplayId);
        builder.Property(d => d.Settings).AsJson<DisplaySettings, DisplaySettings>();
    }

    public void Configure(EntityTypeBuilder<DisplayStation> builder)
    {
        builder.ToTable("display_stations");
        builder.HasKey(s => new { s.DisplayId, s.StationId });
        builder.HasOne<Station>().WithMany().HasForeignKey(s => s.StationId);
    }

    public void Configure(EntityTypeBuilder<TimerRule> builder)
    {
        builder.ToTable("timer_rules", t => t.HasCheckConstraint("late_comes_after_due", "due_minutes > 0 and late_minutes >= due_minutes"));
        builder.HasOne<Station>().WithMany().HasForeignKey(r => r.StationId);
        builder.HasIndex(r => new { r.StationId, r.OrderKind }).IsUnique().AreNullsDistinct(false);
    }

    public void Configure(EntityTypeBuilder<Detour> builder)
    {
        builder.ToTable("detours", t =>
        {
            t.HasCheckConstraint("detour_leads_elsewhere", "from_station_id <> to_station_id");
            t.HasCheckConstraint("detour_has_both_times_or_none", "(from_time is null) = (to_time is null)");
        });
        // Restrict: a station cannot go while food is sent there.
        builder.HasOne<Station>().WithMany().HasForeignKey(d => d.FromStationId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Station>().WithMany().HasForeignKey(d => d.ToStationId).OnDelete(DeleteBehavior.Restrict);
    }

    public void Configure(EntityTypeBuilder<Area> builder)
    {
        builder.ToTable("areas");
        builder.HasMany(a => a.Tables).WithOne().HasForeignKey(t => t.AreaId).OnDelete(DeleteBehavior.Restrict);
    }

    public void Configure(EntityTypeBuilder<DiningTable> builder)
    {
        builder.ToTable("dining_tables");
        builder.HasIndex(t => t.Name).IsUnique();
    }

    public void Configure(EntityTypeBuilder<Course> builder)
    {
        builder.ToTable("courses");
        builder.HasAlternateKey(c => c.Number);
    }

    public void Configure(EntityTypeBuilder<TaxClass> builder)
    {
        builder.ToTable("tax_classes", t => t.HasCheckConstraint("tax_rate_is_a_fraction", "rate >= 0 and rate < 1"));
        builder.Property(t => t.Rate).HasPrecision(6, 5);
    }

    public void Configure(EntityTypeBuilder<Service> builder)
    {
        builder.ToTable("services");
        builder.Property(s => s.Weekday).HasConversion<string>();
    }
}
