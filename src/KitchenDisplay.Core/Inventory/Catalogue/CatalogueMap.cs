using KitchenDisplay.Core.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace KitchenDisplay.Core.Inventory.Catalogue;

/// <summary>The catalogue's sets.</summary>
public static class CatalogueSets
{
    extension(KitchenContext db)
    {
        public DbSet<Promotion> Promotions => db.Set<Promotion>();
        public DbSet<ItemEdit> ItemEdits => db.Set<ItemEdit>();
        public DbSet<ItemView> ItemViews => db.Set<ItemView>();
        public DbSet<CategoryTemplate> CategoryTemplates => db.Set<CategoryTemplate>();
    }
}

internal sealed class CatalogueMap :
    IEntityTypeConfiguration<Promotion>, IEntityTypeConfiguration<ItemEdit>, IEntityTypeConfiguration<EditedItem>, IEntityTypeConfiguration<ItemView>, IEntityTypeConfiguration<CategoryTemplate>
{
    public void Configure(EntityTypeBuilder<Promotion> builder)
    {
        builder.ToTable("promotions");
        builder.Property(p => p.Kind).HasConversion<string>();
        builder.Property(p => p.State).HasConversion<string>();
        builder.Ignore(p => p.Name);
        builder.HasIndex(p => p.Path).IsUnique();
    }

    public void Configure(EntityTypeBuilder<ItemEdit> builder)
    {
        builder.ToTable("item_edits");
        builder.Property(e => e.Patch).AsJson<ItemPatch, ItemPatch>();
        builder.HasMany(e => e.Edited).WithOne().HasForeignKey(e => e.EditId);
    }

    public void Configure(EntityTypeBuilder<EditedItem> builder)
    {
        builder.ToTable("edited_items");
        builder.HasKey(e => new { e.EditId, e.ItemId });
        builder.Property(e => e.Before).AsJson<ItemPatch, ItemPatch>();
        builder.HasOne<Item>().WithMany().HasForeignKey(e => e.ItemId);
    }

    public void Configure(EntityTypeBuilder<ItemView> builder)
    {
        builder.ToTable("item_views");
        builder.HasIndex(v => v.Name).IsUnique();
    }

    public void Configure(EntityTypeBuilder<CategoryTemplate> builder)
    {
        builder.ToTable("category_templates");
        builder.HasKey(t => t.Category);
        builder.Property(t => t.Fields).AsJson<IReadOnlyList<TemplateField>, TemplateField[]>();
    }
}
