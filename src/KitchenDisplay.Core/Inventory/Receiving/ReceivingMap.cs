using KitchenDisplay.Core.Data;
using KitchenDisplay.Core.Inventory.Purchasing;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace KitchenDisplay.Core.Inventory.Receiving;

/// <summary>The sets of what comes in.</summary>
public static class ReceivingSets
{
    extension(KitchenContext db)
    {
        public DbSet<Delivery> Deliveries => db.Set<Delivery>();
        public DbSet<DeliveryLine> DeliveryLines => db.Set<DeliveryLine>();
        public DbSet<ArrivalLimit> ArrivalLimits => db.Set<ArrivalLimit>();
    }
}

internal sealed class ReceivingMap :
    IEntityTypeConfiguration<Delivery>, IEntityTypeConfiguration<DeliveryLine>, IEntityTypeConfiguration<DeliveryDifference>, IEntityTypeConfiguration<ArrivalLimit>
{
    public void Configure(EntityTypeBuilder<Delivery> builder)
    {
        builder.ToTable("deliveries");
        builder.HasOne<PurchaseOrder>().WithMany().HasForeignKey(d => d.OrderId).OnDelete(DeleteBehavior.Restrict);
        builder.HasMany(d => d.Lines).WithOne().HasForeignKey(l => l.DeliveryId);
        builder.HasMany(d => d.Differences).WithOne().HasForeignKey(d => d.DeliveryId);
        builder.HasIndex(d => d.At);
    }

    public void Configure(EntityTypeBuilder<DeliveryLine> builder)
    {
        builder.ToTable("delivery_lines");
        builder.Property(l => l.Quantity).HasPrecision(14, 4);
        builder.Property(l => l.Temperature).HasPrecision(5, 2);
        builder.Property(l => l.Decision).HasConversion<string>();
        builder.HasOne<Item>().WithMany().HasForeignKey(l => l.ItemId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Place>().WithMany().HasForeignKey(l => l.PlaceId).OnDelete(DeleteBehavior.Restrict);
    }

    public void Configure(EntityTypeBuilder<DeliveryDifference> builder)
    {
        builder.ToTable("delivery_differences");
        builder.Property(d => d.Ordered).HasPrecision(14, 4);
        builder.Property(d => d.Came).HasPrecision(14, 4);
        builder.HasOne<Item>().WithMany().HasForeignKey(d => d.ItemId).OnDelete(DeleteBehavior.Restrict);
    }

    public void Configure(EntityTypeBuilder<ArrivalLimit> builder)
    {
        builder.ToTable("arrival_limits", t => t.HasCheckConstraint("a_limit_is_of_an_item_or_a_place", "num_nonnulls(item_id, place_id) = 1 and num_nonnulls(\"from\", \"to\") > 0"));
        builder.Property(l => l.From).HasPrecision(5, 2);
        builder.Property(l => l.To).HasPrecision(5, 2);
        builder.HasOne<Item>().WithMany().HasForeignKey(l => l.ItemId);
        builder.HasOne<Place>().WithMany().HasForeignKey(l => l.PlaceId);
        builder.HasIndex(l => l.ItemId).IsUnique();
        builder.HasIndex(l => l.PlaceId).IsUnique();
    }
}
