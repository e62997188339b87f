using KitchenDisplay.Core.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace KitchenDisplay.Core.Inventory.Counting;

/// <summary>The sets of counting.</summary>
public static class CountingSets
{
    extension(KitchenContext db)
    {
        public DbSet<CountSheet> CountSheets => db.Set<CountSheet>();
        public DbSet<CountLine> CountLines => db.Set<CountLine>();
        public DbSet<Tally> Tallies => db.Set<Tally>();
        public DbSet<ShelfSpot> ShelfSpots => db.Set<ShelfSpot>();
    }
}

internal sealed class CountingMap : IEntityTypeConfiguration<CountSheet>, IEntityTypeConfiguration<CountLine>, IEntityTypeConfiguration<Tally>, IEntityTypeConfiguration<ShelfSpot>
{
    public void Configure(EntityTypeBuilder<CountSheet> builder)
    {
        builder.ToTable("count_sheets");
        builder.Property(s => s.State).HasConversion<string>();
        builder.HasMany(s => s.Lines).WithOne().HasForeignKey(l => l.SheetId);
        builder.HasIndex(s => s.OpenedAt);
    }

    public void Configure(EntityTypeBuilder<CountLine> builder)
    {
        builder.ToTable("count_lines");
        builder.HasIndex(l => new { l.SheetId, l.PlaceId, l.ItemId }).IsUnique();
        builder.HasIndex(l => l.ItemId);
        builder.Property(l => l.Booked).HasPrecision(14, 4);
        builder.Property(l => l.Worth).HasPrecision(18, 6);
        builder.HasOne<Place>().WithMany().HasForeignKey(l => l.PlaceId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Item>().WithMany().HasForeignKey(l => l.ItemId).OnDelete(DeleteBehavior.Restrict);
    }

    public void Configure(EntityTypeBuilder<Tally> builder)
    {
        builder.ToTable("tallies", t => t.HasCheckConstraint("tally_is_not_negative", "quantity >= 0"));
        builder.Property(t => t.Quantity).HasPrecision(14, 4);
        builder.Property(t => t.Expected).HasPrecision(14, 4);
        builder.HasOne<CountLine>().WithMany().HasForeignKey(t => t.LineId);
    }

    public void Configure(EntityTypeBuilder<ShelfSpot> builder)
    {
        builder.ToTable("shelf_spots");
        builder.HasKey(s => new { s.PlaceId, s.ItemId });
        builder.HasOne<Place>().WithMany().HasForeignKey(s => s.PlaceId);
        builder.HasOne<Item>().WithMany().HasForeignKey(s => s.ItemId);
    }
}
