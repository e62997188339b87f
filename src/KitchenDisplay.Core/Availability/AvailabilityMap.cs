using KitchenDisplay.Core.Data;
using KitchenDisplay.Core.House;
using KitchenDisplay.Core.Inventory;
using KitchenDisplay.Core.Menu;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace KitchenDisplay.Core.Availability;

/// <summary>The sets of what is left and what is out.</summary>
public static class AvailabilitySets
{
    extension(KitchenContext db)
    {
        public DbSet<EightySix> EightySixes => db.Set<EightySix>();
        public DbSet<DishCount> DishCounts => db.Set<DishCount>();
    }
}

internal sealed class AvailabilityMap : IEntityTypeConfiguration<EightySix>, IEntityTypeConfiguration<DishCount>
{
    public void Configure(EntityTypeBuilder<EightySix> builder)
    {
        builder.ToTable("eighty_sixes", t => t.HasCheckConstraint("one_thing_is_out", "num_nonnulls(dish_id, item_id, station_id) = 1"));
        builder.HasOne<Dish>().WithMany().HasForeignKey(e => e.DishId);
        builder.HasOne<Item>().WithMany().HasForeignKey(e => e.ItemId);
        builder.HasOne<Station>().WithMany().HasForeignKey(e => e.StationId);
        builder.HasIndex(e => e.RestoredAt).HasFilter("restored_at is null").HasDatabaseName("eighty_sixes_out");
    }

    public void Configure(EntityTypeBuilder<DishCount> builder)
    {
        builder.ToTable("dish_counts", t => t.HasCheckConstraint("no_portion_is_sold_twice", "\"left\" >= 0"));
        builder.HasKey(c => c.DishId);
        builder.HasOne<Dish>().WithOne().HasForeignKey<DishCount>(c => c.DishId);
    }
}
