using System.Linq.Expressions;
using KitchenDisplay.Core.Data;
using KitchenDisplay.Core.House;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace KitchenDisplay.Core.Menu;

/// <summary>The menu's sets.</summary>
public static class MenuSets
{
    extension(KitchenContext db)
    {
        public DbSet<Category> Categories => db.Set<Category>();
        public DbSet<Dish> Dishes => db.Set<Dish>();
        public DbSet<ModifierGroup> ModifierGroups => db.Set<ModifierGroup>();
    }
}

internal sealed class MenuMap :
    IEntityTypeConfiguration<Category>, IEntityTypeConfiguration<Dish>, IEntityTypeConfiguration<DishStep>,
    IEntityTypeConfiguration<DishAllergen>, IEntityTypeConfiguration<ModifierGroup>, IEntityTypeConfiguration<Modifier>,
    IEntityTypeConfiguration<DishModifierGroup>, IEntityTypeConfiguration<Detour>
{
    public void Configure(EntityTypeBuilder<Category> builder) => builder.ToTable("categories");

    public void Configure(EntityTypeBuilder<Dish> builder)
    {
        builder.ToTable("dishes", t => t.HasCheckConstraint("dish_price_is_not_negative", "price >= 0"));
        // Restrict, here and wherever a row only names another: what has been sold stays, whatever leaves the house.
        builder.HasOne<Category>().WithMany().HasForeignKey(d => d.CategoryId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<TaxClass>().WithMany().HasForeignKey(d => d.TaxClassId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Course>().WithMany().HasForeignKey(d => d.Course).HasPrincipalKey(c => c.Number).OnDelete(DeleteBehavior.Restrict);
        builder.HasMany(d => d.Steps).WithOne().HasForeignKey(s => s.DishId);
        builder.HasMany(d => d.Groups).WithOne().HasForeignKey(g => g.DishId);
        builder.HasMany(d => d.Allergens).WithOne().HasForeignKey(a => a.DishId);
        builder.HasIndex(d => d.Name).IsUnique();
    }

    public void Configure(EntityTypeBuilder<DishStep> builder)
    {
        builder.ToTable("dish_steps", t => t.HasCheckConstraint("prep_seconds_are_positive", "prep_seconds > 0"));
        builder.HasKey(s => new { s.DishId, s.Step, s.StationId });
        // Restrict: a station cannot go while a dish still needs it.
        builder.HasOne<Station>().WithMany().HasForeignKey(s => s.StationId).OnDelete(DeleteBehavior.Restrict);
    }

    public void Configure(EntityTypeBuilder<DishAllergen> builder)
    {
        builder.ToTable("dish_allergens");
        builder.HasKey(a => new { a.DishId, a.Allergen });
        builder.Property(a => a.Allergen).HasConversion<string>();
        builder.Property(a => a.State).HasConversion<string>();
        builder.Property(a => a.Declared).HasConversion<string>();
    }

    public void Configure(EntityTypeBuilder<ModifierGroup> builder)
    {
        builder.ToTable("modifier_groups", t => t.HasCheckConstraint("group_bounds", "min >= 0 and max >= 1 and min <= max"));
        builder.HasMany(g => g.Modifiers).WithOne().HasForeignKey(m => m.GroupId);
    }

    public void Configure(EntityTypeBuilder<Modifier> builder)
    {
        builder.ToTable("modifiers");
        builder.Property(m => m.Kind).HasConversion<string>();
        foreach (var allergens in new Expression<Func<Modifier, IEnumerable<Allergen>>>[] { m => m.Clears, m => m.Contains, m => m.MayContain, m => m.NotDeclared })
            builder.PrimitiveCollection(allergens).HasDefaultValueSql("'{}'").ElementType().HasConversion<string>();
    }

    public void Configure(EntityTypeBuilder<DishModifierGroup> builder)
    {
        builder.ToTable("dish_modifier_groups");
        builder.HasKey(g => new { g.DishId, g.GroupId });
        // A dish does not quietly stop asking how the steak is to be cooked.
        builder.HasOne(g => g.Group).WithMany().HasForeignKey(g => g.GroupId).OnDelete(DeleteBehavior.Restrict);
    }

    // The house knows no menu, so what a detour says of a dish stands here.
    public void Configure(EntityTypeBuilder<Detour> builder) => builder.HasOne<Dish>().WithMany().HasForeignKey(d => d.DishId);
}
