using KitchenDisplay.Core.Data;
using KitchenDisplay.Core.Inventory.Purchasing;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace KitchenDisplay.Core.Inventory.Exchange;

/// <summary>The sets of what comes in as files.</summary>
public static class ExchangeSets
{
    extension(KitchenContext db)
    {
        public DbSet<ItemImport> ItemImports => db.Set<ItemImport>();
        public DbSet<ImportRow> ImportRows => db.Set<ImportRow>();
    }
}

internal sealed class ExchangeMap : IEntityTypeConfiguration<ItemImport>, IEntityTypeConfiguration<ImportRow>
{
    public void Configure(EntityTypeBuilder<ItemImport> builder)
    {
        builder.ToTable("item_imports");
        builder.Property(i => i.Kind).HasConversion<string>();
        builder.Property(i => i.State).HasConversion<string>();
        builder.Ignore(i => i.IsAtWork);
        builder.HasOne<Supplier>().WithMany().HasForeignKey(i => i.SupplierId);
        builder.HasIndex(i => i.At);
    }

    public void Configure(EntityTypeBuilder<ImportRow> builder)
    {
        builder.ToTable("import_rows");
        builder.HasKey(r => new { r.ImportId, r.Number });
        builder.Property(r => r.Verdict).HasConversion<short>();
        builder.Property(r => r.Fault).AsJson<RowProblem?, RowProblem>();
        builder.Property(r => r.Problems).AsJson<IReadOnlyList<RowProblem>?, RowProblem[]>();
        builder.Property(r => r.Changes).AsJson<IReadOnlyList<RowChange>?, RowChange[]>();
        builder.Property(r => r.Applied).AsJson<AppliedRow?, AppliedRow>();
        builder.HasOne<ItemImport>().WithMany().HasForeignKey(r => r.ImportId).OnDelete(DeleteBehavior.Cascade);
    }
}
