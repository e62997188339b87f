using KitchenDisplay.Core.Data;
using KitchenDisplay.Core.Inventory;
using KitchenDisplay.Core.Menu;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace KitchenDisplay.Core.Recipes;

/// <summary>The recipes' sets.</summary>
public static class RecipeSets
{
    extension(KitchenContext db)
    {
        public DbSet<Recipe> Recipes => db.Set<Recipe>();
        public DbSet<ModifierItem> ModifierItems => db.Set<ModifierItem>();
        public DbSet<DishNeed> DishNeeds => db.Set<DishNeed>();
        public DbSet<ModifierNeed> ModifierNeeds => db.Set<ModifierNeed>();
    }
}

internal sealed class RecipeMap :
    IEntityTypeConfiguration<Recipe>, IEntityTypeConfiguration<RecipeLine>, IEntityTypeConfiguration<ModifierItem>,
    IEntityTypeConfiguration<DishNeed>, IEntityTypeConfiguration<ModifierNeed>, IEntityTypeConfiguration<Dish>
{
    public void Configure(EntityTypeBuilder<Recipe> builder)
    {
        builder.ToTable("recipes", t => t.HasCheckConstraint("yield_is_positive", "yield > 0"));
        builder.Property(r => r.Yield).HasPrecision(14, 4);
        builder.HasIndex(r => r.Name).IsUnique();
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
