using KitchenDisplay.Core.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace KitchenDisplay.Core.Inventory.Purchasing;

/// <summary>The sets of what is bought.</summary>
public static class PurchasingSets
{
    extension(KitchenContext db)
    {
        public DbSet<Supplier> Suppliers => db.Set<Supplier>();
        public DbSet<Offer> Offers => db.Set<Offer>();
        public DbSet<OfferPrice> OfferPrices => db.Set<OfferPrice>();
        public DbSet<Par> Pars => db.Set<Par>();
        public DbSet<PurchaseOrder> PurchaseOrders => db.Set<PurchaseOrder>();
        public DbSet<PurchaseLine> PurchaseLines => db.Set<PurchaseLine>();
    }
}

internal sealed class PurchasingMap :
    IEntityTypeConfiguration<Supplier>, IEntityTypeConfiguration<Offer>, IEntityTypeConfiguration<OfferPrice>, IEntityTypeConfiguration<Par>,
    IEntityTypeConfiguration<PurchaseOrder>, IEntityTypeConfiguration<PurchaseLine>
{
    public void Configure(EntityTypeBuilder<Supplier> builder)
    {
        builder.ToTable("suppliers", t => t.HasCheckConstraint("a_cut_off_comes_before_its_delivery", "days_before between 0 and 14"));
        builder.HasIndex(s => s.Name).IsUnique();
        builder.Property(s => s.DeliveryDays).AsJson<IReadOnlyList<DayOfWeek>, DayOfWeek[]>();
        builder.HasMany(s => s.Offers).WithOne().HasForeignKey(o => o.SupplierId).OnDelete(DeleteBehavior.Restrict);
    }

    public void Configure(EntityTypeBuilder<Offer> builder)
    {
        builder.ToTable("offers", t => t.HasCheckConstraint("an_offer_has_a_pack", "pack > 0 and pack_in_base > 0 and price >= 0 and least_packs > 0"));
        builder.Property(o => o.Pack).HasPrecision(14, 4);
        builder.Property(o => o.PackInBase).HasPrecision(14, 4);
        builder.Property(o => o.Rounding).HasConversion<string>();
        builder.Ignore(o => o.UnitPrice);
        builder.HasOne<Item>().WithMany().HasForeignKey(o => o.ItemId).OnDelete(DeleteBehavior.Restrict);
        builder.HasMany(o => o.Prices).WithOne().HasForeignKey(p => p.OfferId);
        builder.HasIndex(o => o.Code);
    }

    public void Configure(EntityTypeBuilder<OfferPrice> builder) => builder.ToTable("offer_prices");

    public void Configure(EntityTypeBuilder<Par> builder)
    {
        builder.ToTable("pars", t => t.HasCheckConstraint("a_reorder_point_is_not_above_its_par", "level > 0 and reorder_at between 0 and level"));
        builder.HasKey(p => new { p.ItemId, p.PlaceId });
        builder.Property(p => p.Level).HasPrecision(14, 4);
        builder.Property(p => p.ReorderAt).HasPrecision(14, 4);
        builder.HasOne<Item>().WithMany().HasForeignKey(p => p.ItemId);
        builder.HasOne<Place>().WithMany().HasForeignKey(p => p.PlaceId);
    }

    public void Configure(EntityTypeBuilder<PurchaseOrder> builder)
    {
        builder.ToTable("purchase_orders");
        builder.Property(o => o.Number).UseIdentityAlwaysColumn();
        builder.HasIndex(o => o.Number).IsUnique();
        builder.Property(o => o.State).HasConversion<string>();
        builder.Ignore(o => o.Total).Ignore(o => o.IsAwaited);
        builder.HasOne<Supplier>().WithMany().HasForeignKey(o => o.SupplierId).OnDelete(DeleteBehavior.Restrict);
        builder.HasMany(o => o.Lines).WithOne().HasForeignKey(l => l.OrderId);
        builder.HasIndex(o => o.State).HasFilter("state in ('Draft', 'Sent', 'PartlyReceived')");
    }

    public void Configure(EntityTypeBuilder<PurchaseLine> builder)
    {
        builder.ToTable("purchase_lines", t => t.HasCheckConstraint("a_line_orders_something", "packs > 0 and pack_in_base > 0 and received >= 0"));
        builder.Property(l => l.PackInBase).HasPrecision(14, 4);
        builder.Property(l => l.Received).HasPrecision(14, 4);
        builder.Ignore(l => l.Ordered).Ignore(l => l.Open).Ignore(l => l.Total);
        builder.HasOne<Item>().WithMany().HasForeignKey(l => l.ItemId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Offer>().WithMany().HasForeignKey(l => l.OfferId).OnDelete(DeleteBehavior.Restrict);
        builder.HasIndex(l => new { l.OrderId, l.ItemId }).IsUnique();
    }
}
