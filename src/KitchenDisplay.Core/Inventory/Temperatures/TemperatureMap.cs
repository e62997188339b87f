using KitchenDisplay.Core.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace KitchenDisplay.Core.Inventory.Temperatures;

/// <summary>The sets of temperatures.</summary>
public static class TemperatureSets
{
    extension(KitchenContext db)
    {
        public DbSet<TemperaturePoint> TemperaturePoints => db.Set<TemperaturePoint>();
        public DbSet<TemperaturePlan> TemperaturePlans => db.Set<TemperaturePlan>();
        public DbSet<TemperatureReading> TemperatureReadings => db.Set<TemperatureReading>();
    }
}

internal sealed class TemperatureMap : IEntityTypeConfiguration<TemperaturePoint>, IEntityTypeConfiguration<TemperaturePlan>, IEntityTypeConfiguration<TemperatureReading>
{
    public void Configure(EntityTypeBuilder<TemperaturePoint> builder)
    {
        builder.ToTable("temperature_points");
        builder.HasOne<Place>().WithMany().HasForeignKey(p => p.PlaceId).OnDelete(DeleteBehavior.Restrict);
        builder.HasMany(p => p.Plans).WithOne().HasForeignKey(p => p.PointId);
    }

    public void Configure(EntityTypeBuilder<TemperaturePlan> builder)
    {
        builder.ToTable("temperature_plans", t => t.HasCheckConstraint("a_limit_is_set", "(min is not null or max is not null) and coalesce(min <= max, true)"));
        builder.HasKey(p => new { p.PointId, p.Since });
        builder.Property(p => p.Min).HasPrecision(4, 1);
        builder.Property(p => p.Max).HasPrecision(4, 1);
    }

    public void Configure(EntityTypeBuilder<TemperatureReading> builder)
    {
        builder.ToTable("temperature_readings", t => t.HasCheckConstraint("a_failure_has_an_action", "action is not null or not coalesce(celsius < min, false) and not coalesce(celsius > max, false)"));
        builder.Property(r => r.Celsius).HasPrecision(4, 1);
        builder.Property(r => r.Min).HasPrecision(4, 1);
        builder.Property(r => r.Max).HasPrecision(4, 1);
        builder.Ignore(r => r.Failed);
        builder.HasOne<TemperaturePoint>().WithMany().HasForeignKey(r => r.PointId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<TemperatureReading>().WithMany().HasForeignKey(r => r.SupersedesId).OnDelete(DeleteBehavior.Restrict);
        builder.HasIndex(r => r.SupersedesId).IsUnique();
        builder.HasIndex(r => r.At);
    }
}
