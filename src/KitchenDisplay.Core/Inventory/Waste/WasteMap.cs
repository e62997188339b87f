using KitchenDisplay.Core.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace KitchenDisplay.Core.Inventory.Waste;

/// <summary>The sets of waste.</summary>
public static class WasteSets
{
    extension(KitchenContext db)
    {
        public DbSet<Wasted> Wastes => db.Set<Wasted>();
        public DbSet<WastePhoto> WastePhotos => db.Set<WastePhoto>();
    }
}

internal sealed class WasteMap : IEntityTypeConfiguration<Wasted>, IEntityTypeConfiguration<WastePhoto>
{
    public void Configure(EntityTypeBuilder<Wasted> builder)
    {
        builder.ToTable("wastes", t => t.HasCheckConstraint("item_or_dish", "(item_id is null) <> (dish_id is null)"));
        builder.Property(w => w.Reason).HasConversion<string>();
        builder.Property(w => w.Quantity).HasPrecision(14, 4);
        builder.Property(w => w.Worth).HasPrecision(18, 6);
        builder.HasIndex(w => w.At);
    }

    public void Configure(EntityTypeBuilder<WastePhoto> builder)
    {
        builder.ToTable("waste_photos", t => t.HasCheckConstraint("photo_is_a_picture", $"content_type in ('image/jpeg', 'image/png', 'image/webp') and octet_length(bytes) <= {Picture.Most}"));
        builder.HasKey(p => p.WasteId);
        builder.HasOne<Wasted>().WithOne().HasForeignKey<WastePhoto>(p => p.WasteId);
    }
}
