using KitchenDisplay.Core.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace KitchenDisplay.Core.Inventory;

/// <summary>The inventory's sets.</summary>
public static class InventorySets
{
    extension(KitchenContext db)
    {
        public DbSet<Item> Items => db.Set<Item>();
        public DbSet<ItemBarcode> ItemBarcodes => db.Set<ItemBarcode>();
        public DbSet<Place> Places => db.Set<Place>();
        public DbSet<Lot> Lots => db.Set<Lot>();
        public DbSet<Stock> Stock => db.Set<Stock>();
        public DbSet<StockLot> StockLots => db.Set<StockLot>();
        public DbSet<CostLayer> CostLayers => db.Set<CostLayer>();
        public DbSet<Movement> Movements => db.Set<Movement>();
        public DbSet<StockDay> StockDays => db.Set<StockDay>();
    }
}

internal sealed class InventoryMap :
    IEntityTypeConfiguration<Item>, IEntityTypeConfiguration<ItemMeasure>, IEntityTypeConfiguration<ItemBarcode>, IEntityTypeConfiguration<Place>, IEntityTypeConfiguration<Lot>,
    IEntityTypeConfiguration<Stock>, IEntityTypeConfiguration<StockLot>, IEntityTypeConfiguration<CostLayer>, IEntityTypeConfiguration<Movement>,
    IEntityTypeConfiguration<StockDay>
{
    public void Configure(EntityTypeBuilder<Item> builder)
    {
        builder.ToTable("items");
        builder.Property(i => i.Unit).HasConversion<string>();
        builder.Property(i => i.Allergens).AsJson<IReadOnlyList<ItemAllergen>, ItemAllergen[]>();
        builder.Property(i => i.Attributes).HasColumnType("jsonb");
        builder.Property(i => i.NearlyOutAt).HasPrecision(14, 4);
        builder.HasIndex(i => i.Name).IsUnique();
        builder.Property(i => i.Version).HasDefaultValue(1);
        builder.HasIndex(i => i.Code).IsUnique();
        builder.HasIndex(i => i.Category);
        builder.HasMany(i => i.Measures).WithOne().HasForeignKey(m => m.ItemId);
        builder.HasMany(i => i.Barcodes).WithOne().HasForeignKey(b => b.ItemId);
    }

    public void Configure(EntityTypeBuilder<ItemBarcode> builder)
    {
        builder.ToTable("item_barcodes", t => t.HasCheckConstraint("barcode_quantity_is_positive", "quantity > 0"));
        builder.HasKey(b => b.Code);
        builder.Property(b => b.Quantity).HasPrecision(14, 4);
    }

    public void Configure(EntityTypeBuilder<ItemMeasure> builder)
    {
        builder.ToTable("item_measures", t => t.HasCheckConstraint("measures_are_positive", "quantity > 0 and of_quantity > 0"));
        builder.Property(m => m.Quantity).HasPrecision(14, 4);
        builder.Property(m => m.OfQuantity).HasPrecision(14, 4);
    }

    public void Configure(EntityTypeBuilder<Place> builder)
    {
        builder.ToTable("places");
        builder.HasOne<Place>().WithMany().HasForeignKey(p => p.ParentId).OnDelete(DeleteBehavior.Restrict);
    }

    public void Configure(EntityTypeBuilder<Lot> builder)
    {
        builder.ToTable("lots", t => t.HasCheckConstraint("cost_is_not_negative", "unit_cost >= 0"));
        builder.Property(l => l.State).HasConversion<string>();
        builder.Property(l => l.UnitCost).HasPrecision(18, 6);
        builder.Property(l => l.PackSize).HasPrecision(14, 4);
        builder.HasOne<Item>().WithMany().HasForeignKey(l => l.ItemId).OnDelete(DeleteBehavior.Restrict);
        builder.HasIndex(l => l.Code);
    }

    public void Configure(EntityTypeBuilder<Stock> builder)
    {
        builder.ToTable("stock", t => t.HasCheckConstraint("nothing_is_sold_twice", "allow_short or reserved between 0 and on_hand"));
        builder.HasKey(s => s.ItemId);
        builder.Property(s => s.OnHand).HasPrecision(14, 4);
        builder.Property(s => s.Reserved).HasPrecision(14, 4);
        builder.Ignore(s => s.Available);
        builder.HasOne<Item>().WithOne().HasForeignKey<Stock>(s => s.ItemId).OnDelete(DeleteBehavior.Restrict);
    }

    public void Configure(EntityTypeBuilder<StockLot> builder)
    {
        builder.ToTable("stock_lots", t => t.HasCheckConstraint("a_lot_is_not_negative", "on_hand >= 0"));
        builder.HasKey(s => new { s.ItemId, s.PlaceId, s.LotId });
        builder.Property(s => s.OnHand).HasPrecision(14, 4);
        builder.HasOne<Lot>().WithMany().HasForeignKey(s => s.LotId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Place>().WithMany().HasForeignKey(s => s.PlaceId).OnDelete(DeleteBehavior.Restrict);
    }

    public void Configure(EntityTypeBuilder<CostLayer> builder)
    {
        builder.ToTable("cost_layers", t => t.HasCheckConstraint("a_layer_is_not_negative", "remaining >= 0"));
        builder.HasKey(l => l.LotId);
        builder.Property(l => l.UnitCost).HasPrecision(18, 6);
        builder.Property(l => l.Remaining).HasPrecision(14, 4);
        builder.HasOne<Lot>().WithOne().HasForeignKey<CostLayer>(l => l.LotId).OnDelete(DeleteBehavior.Restrict);
        builder.HasIndex(l => l.ItemId);
    }

    public void Configure(EntityTypeBuilder<StockDay> builder)
    {
        builder.ToTable("stock_days");
        builder.HasKey(d => d.Day);
        builder.Property(d => d.Differences).AsJson<IReadOnlyList<Difference>?, Difference[]>();
    }

    // In months, which EF cannot declare: its table is written in SQL, in the migration.
    public void Configure(EntityTypeBuilder<Movement> builder)
    {
        builder.ToTable("movements", t => t.ExcludeFromMigrations());
        builder.HasKey(m => new { m.At, m.Id });
        builder.Property(m => m.Kind).HasConversion<string>();
        foreach (var quantity in new[] { nameof(Movement.OnHandDelta), nameof(Movement.ReservedDelta), nameof(Movement.LotDelta), nameof(Movement.LayerDelta) }) builder.Property<decimal>(quantity).HasPrecision(14, 4);
        builder.Property(m => m.UnitCost).HasPrecision(18, 6);
    }
}
