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
    }
}

internal sealed class HouseMap :
    IEntityTypeConfiguration<Restaurant>, IEntityTypeConfiguration<Station>, IEntityTypeConfiguration<Area>,
    IEntityTypeConfiguration<DiningTable>, IEntityTypeConfiguration<Course>, IEntityTypeConfiguration<TaxClass>,
    IEntityTypeConfiguration<Service>
{
    public void Configure(EntityTypeBuilder<Restaurant> builder) => builder.ToTable("restaurant");

    public void Configure(EntityTypeBuilder<Station> builder)
    {
        builder.ToTable("stations");
        builder.Property(s => s.Kind).HasConversion<string>();
        builder.HasIndex(s => s.Slug).IsUnique();
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
