using KitchenDisplay.Core.Data;
using KitchenDisplay.Core.Inventory;
using KitchenDisplay.Core.Menu;
using KitchenDisplay.Core.Recipes.Search;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace KitchenDisplay.Core.Recipes;

/// <summary>The recipes' sets.</summary>
public static class RecipeSets
{
    extension(KitchenContext db)
    {
        public DbSet<Recipe> Recipes => db.Set<Recipe>();
        public DbSet<RecipeVersion> RecipeVersions => db.Set<RecipeVersion>();
        public DbSet<RecipeWord> RecipeWords => db.Set<RecipeWord>();
        public DbSet<Synonym> Synonyms => db.Set<Synonym>();
        public DbSet<SharedEquipment> SharedEquipment => db.Set<SharedEquipment>();
        public DbSet<ModifierItem> ModifierItems => db.Set<ModifierItem>();
        public DbSet<DishNeed> DishNeeds => db.Set<DishNeed>();
        public DbSet<RecipeNeed> RecipeNeeds => db.Set<RecipeNeed>();
        public DbSet<ModifierNeed> ModifierNeeds => db.Set<ModifierNeed>();
    }
}

internal sealed class RecipeMap :
    IEntityTypeConfiguration<Recipe>, IEntityTypeConfiguration<RecipeLine>, IEntityTypeConfiguration<RecipeVersion>, IEntityTypeConfiguration<RecipeWord>, IEntityTypeConfiguration<Synonym>, IEntityTypeConfiguration<SharedEquipment>, IEntityTypeConfiguration<ModifierItem>,
    IEntityTypeConfiguration<DishNeed>, IEntityTypeConfiguration<RecipeNeed>, IEntityTypeConfiguration<ModifierNeed>, IEntityTypeConfiguration<Dish>
{
    public void Configure(EntityTypeBuilder<Recipe> builder)
    {
        builder.ToTable("recipes", t => t.HasCheckConstraint("yield_is_positive", "yield > 0"));
        builder.Property(r => r.Yield).HasPrecision(14, 4);
        builder.HasIndex(r => r.Name);
        builder.Property(r => r.Text).AsJson<RecipeText, RecipeText>();
        builder.Property(r => r.Source).HasColumnType("jsonb");
        builder.ComplexProperty(r => r.Facts, facts =>
        {
            facts.Property(f => f.Language).HasColumnName("language").HasDefaultValue("en");
            facts.Property(f => f.IngredientWords).HasColumnName("ingredient_words").HasDefaultValue("");
            facts.Property(f => f.TagWords).HasColumnName("tag_words").HasDefaultValue("");
            facts.Property(f => f.MethodWords).HasColumnName("method_words").HasDefaultValue("");
            facts.Property(f => f.Tags).HasColumnName("tags").HasDefaultValueSql("'{}'");
            facts.Property(f => f.Equipment).HasColumnName("equipment").HasDefaultValueSql("'{}'");
            facts.Property(f => f.Cuisine).HasColumnName("cuisine");
            facts.Property(f => f.Course).HasColumnName("course");
            facts.Property(f => f.Minutes).HasColumnName("minutes");
            facts.PrimitiveCollection(f => f.FreeOf).HasColumnName("free_of").HasDefaultValueSql("'{}'").ElementType().HasConversion<string>();
            facts.PrimitiveCollection(f => f.Holds).HasColumnName("holds").HasDefaultValueSql("'{}'").ElementType().HasConversion<string>();
            facts.Property(f => f.IsLinked).HasColumnName("is_linked");
        });
        builder.HasMany(r => r.Lines).WithOne().HasForeignKey(l => l.RecipeId);
    }

    public void Configure(EntityTypeBuilder<RecipeLine> builder)
    {
        builder.ToTable("recipe_lines", t =>
        {
            t.HasCheckConstraint("item_or_recipe", "(item_id is null) <> (sub_recipe_id is null)");
            t.HasCheckConstraint("recipe_quantity_is_positive", "quantity > 0 and usable > 0 and usable <= 1");
        });
        builder.HasKey(l => new { l.RecipeId, l.Position });
        builder.Property(l => l.Quantity).HasPrecision(14, 4);
        builder.Property(l => l.Usable).HasPrecision(5, 4);
        builder.HasOne<Item>().WithMany().HasForeignKey(l => l.ItemId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Recipe>().WithMany().HasForeignKey(l => l.SubRecipeId).OnDelete(DeleteBehavior.Restrict);
    }

    public void Configure(EntityTypeBuilder<RecipeVersion> builder)
    {
        builder.ToTable("recipe_versions");
        builder.HasKey(v => new { v.RecipeId, v.Version });
        builder.Property(v => v.Text).AsJson<RecipeText, RecipeText>();
        builder.Property(v => v.Lines).AsJson<IReadOnlyList<SavedRecipeLine>, SavedRecipeLine[]>();
        builder.HasOne<Recipe>().WithMany().HasForeignKey(v => v.RecipeId);
    }

    public void Configure(EntityTypeBuilder<RecipeWord> builder)
    {
        builder.ToTable("recipe_words");
        builder.HasKey(w => w.Word);
    }

    public void Configure(EntityTypeBuilder<Synonym> builder) => builder.ToTable("synonyms");

    public void Configure(EntityTypeBuilder<SharedEquipment> builder)
    {
        builder.ToTable("shared_equipment");
        builder.HasKey(e => e.Name);
    }

    public void Configure(EntityTypeBuilder<ModifierItem> builder)
    {
        builder.ToTable("modifier_items");
        builder.HasKey(m => new { m.ModifierId, m.ItemId });
        builder.Property(m => m.Quantity).HasPrecision(14, 4);
        builder.HasOne<Modifier>().WithMany().HasForeignKey(m => m.ModifierId);
        builder.HasOne<Item>().WithMany().HasForeignKey(m => m.ItemId).OnDelete(DeleteBehavior.Restrict);
    }

    public void Configure(EntityTypeBuilder<DishNeed> builder)
    {
        builder.ToTable("dish_needs");
        builder.HasKey(n => new { n.DishId, n.ItemId });
        builder.Property(n => n.Quantity).HasPrecision(14, 4);
        builder.HasOne<Dish>().WithMany().HasForeignKey(n => n.DishId);
        builder.HasOne<Item>().WithMany().HasForeignKey(n => n.ItemId).OnDelete(DeleteBehavior.Restrict);
    }

    public void Configure(EntityTypeBuilder<RecipeNeed> builder)
    {
        builder.ToTable("recipe_needs");
        builder.HasKey(n => new { n.RecipeId, n.ItemId });
        builder.Property(n => n.Quantity).HasPrecision(18, 8);
        builder.HasOne<Recipe>().WithMany().HasForeignKey(n => n.RecipeId);
        builder.HasOne<Item>().WithMany().HasForeignKey(n => n.ItemId).OnDelete(DeleteBehavior.Restrict);
    }

    public void Configure(EntityTypeBuilder<ModifierNeed> builder)
    {
        builder.ToTable("modifier_needs");
        builder.HasKey(n => new { n.ModifierId, n.ItemId });
        builder.Property(n => n.Quantity).HasPrecision(14, 4);
        builder.HasOne<Modifier>().WithMany().HasForeignKey(n => n.ModifierId);
        builder.HasOne<Item>().WithMany().HasForeignKey(n => n.ItemId).OnDelete(DeleteBehavior.Restrict);
    }

    // The menu knows no recipe, so what a dish says of one stands here.
    public void Configure(EntityTypeBuilder<Dish> builder)
    {
        builder.HasOne<Recipe>().WithMany().HasForeignKey(d => d.RecipeId).OnDelete(DeleteBehavior.Restrict);
        builder.Property(d => d.Portion).HasPrecision(14, 4);
    }
}
