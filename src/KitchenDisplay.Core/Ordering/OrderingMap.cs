using System.Text.Json;
using KitchenDisplay.Core.Data;
using KitchenDisplay.Core.House;
using KitchenDisplay.Core.Menu;
using KitchenDisplay.Core.Staff;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace KitchenDisplay.Core.Ordering;

/// <summary>The orders' sets.</summary>
public static class OrderingSets
{
    extension(KitchenContext db)
    {
        public DbSet<Order> Orders => db.Set<Order>();
        public DbSet<OrderTable> OrderTables => db.Set<OrderTable>();
        public DbSet<Guest> Guests => db.Set<Guest>();
        public DbSet<Check> Checks => db.Set<Check>();
        public DbSet<CheckShare> CheckShares => db.Set<CheckShare>();
        public DbSet<Ticket> Tickets => db.Set<Ticket>();
        public DbSet<Line> Lines => db.Set<Line>();
        public DbSet<LineChange> LineChanges => db.Set<LineChange>();
        public DbSet<PrepTask> PrepTasks => db.Set<PrepTask>();
    }
}

internal sealed class OrderingMap :
    IEntityTypeConfiguration<Order>, IEntityTypeConfiguration<OrderTable>, IEntityTypeConfiguration<Guest>,
    IEntityTypeConfiguration<Check>, IEntityTypeConfiguration<CheckShare>, IEntityTypeConfiguration<Ticket>,
    IEntityTypeConfiguration<Line>, IEntityTypeConfiguration<LineChange>, IEntityTypeConfiguration<PrepTask>
{
    public void Configure(EntityTypeBuilder<Order> builder)
    {
        builder.ToTable("orders", t =>
        {
            t.HasCheckConstraint("order_has_covers", "covers between 1 and 500");
            t.HasCheckConstraint("order_has_its_name", "kind = 'Table' or name is not null");
            t.HasCheckConstraint("take_away_is_promised", "kind <> 'TakeAway' or promised_at is not null");
        });
        builder.Property(o => o.Kind).HasConversion<string>();
        builder.Property(o => o.Name).HasMaxLength(60);
        builder.HasOne<Person>().WithMany().HasForeignKey(o => o.WaiterId).OnDelete(DeleteBehavior.Restrict);
        builder.HasMany(o => o.Tables).WithOne().HasForeignKey(t => t.OrderId);
        builder.HasMany(o => o.Guests).WithOne().HasForeignKey(g => g.OrderId);
        builder.HasMany(o => o.Checks).WithOne().HasForeignKey(c => c.OrderId);
        builder.HasIndex(o => o.BusinessDay);
        builder.HasIndex(o => o.OpenedAt, "orders_open").HasFilter("closed_at is null");
    }

    public void Configure(EntityTypeBuilder<OrderTable> builder)
    {
        builder.ToTable("order_tables");
        builder.HasOne<DiningTable>().WithMany().HasForeignKey(t => t.TableId).OnDelete(DeleteBehavior.Restrict);
        builder.HasIndex(t => t.TableId, "one_party_at_a_table").IsUnique().HasFilter("left_at is null");
    }

    public void Configure(EntityTypeBuilder<Guest> builder)
    {
        builder.ToTable("guests", t => t.HasCheckConstraint("guest_has_a_seat", "seat >= 1"));
        builder.HasKey(g => new { g.OrderId, g.Seat });
        builder.PrimitiveCollection(g => g.Allergies).ElementType().HasConversion<string>();
    }

    public void Configure(EntityTypeBuilder<Check> builder)
    {
        builder.ToTable("checks");
        builder.HasIndex(c => new { c.OrderId, c.Number }).IsUnique();
    }

    public void Configure(EntityTypeBuilder<CheckShare> builder)
    {
        builder.ToTable("check_shares", t => t.HasCheckConstraint("share_is_a_part", "fraction > 0 and fraction <= 1"));
        builder.HasKey(s => new { s.LineId, s.CheckId });
        builder.Property(s => s.Fraction).HasPrecision(9, 8);
        builder.HasOne<Line>().WithMany().HasForeignKey(s => s.LineId);
        builder.HasOne<Check>().WithMany().HasForeignKey(s => s.CheckId);
    }

    public void Configure(EntityTypeBuilder<Ticket> builder)
    {
        builder.ToTable("tickets");
        builder.HasOne<Order>().WithMany().HasForeignKey(t => t.OrderId);
        builder.HasOne<Person>().WithMany().HasForeignKey(t => t.SentBy).OnDelete(DeleteBehavior.Restrict);
        builder.HasMany(t => t.Lines).WithOne().HasForeignKey(l => l.TicketId);
        builder.HasIndex(t => t.Number).IsUnique();
    }

    public void Configure(EntityTypeBuilder<Line> builder)
    {
        builder.ToTable("lines", t =>
        {
            t.HasCheckConstraint("line_price_is_not_negative", "price >= 0");
            t.HasCheckConstraint("void_line_has_its_time", "(state = 'Void') = (voided_at is not null)");
        });
        builder.Property(l => l.VoidReason).HasMaxLength(200);
        builder.HasIndex(l => l.OrderId);
        builder.HasOne<Order>().WithMany().HasForeignKey(l => l.OrderId);
        builder.HasOne<Dish>().WithMany().HasForeignKey(l => l.DishId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<TaxClass>().WithMany().HasForeignKey(l => l.TaxClassId).OnDelete(DeleteBehavior.Restrict);
        builder.HasMany(l => l.Tasks).WithOne().HasForeignKey(t => t.LineId);
        builder.Property(l => l.State).HasConversion<string>();
        builder.Property(l => l.TaxRate).HasPrecision(6, 5);
        builder.Property(l => l.Modifiers).HasColumnType("jsonb").HasConversion(
            modifiers => JsonSerializer.Serialize(modifiers, JsonSerializerOptions.Web),
            json => JsonSerializer.Deserialize<LineModifier[]>(json, JsonSerializerOptions.Web)!,
            new ValueComparer<IReadOnlyList<LineModifier>>((a, b) => a!.SequenceEqual(b!), m => m.Count, m => m));
    }

    public void Configure(EntityTypeBuilder<LineChange> builder)
    {
        builder.ToTable("line_changes");
        builder.HasOne<Line>().WithMany().HasForeignKey(c => c.LineId);
        builder.HasOne<Ticket>().WithMany().HasForeignKey(c => c.TicketId);
        builder.HasOne<Person>().WithMany().HasForeignKey(c => c.ChangedBy).OnDelete(DeleteBehavior.Restrict);
        builder.HasIndex(c => new { c.LineId, c.Version }).IsUnique();
        builder.Property(c => c.Was).HasColumnType("jsonb").HasConversion(
            was => RootLoader.Write(was), json => (LineContent)RootLoader.Read(typeof(LineContent), json));
    }

    public void Configure(EntityTypeBuilder<PrepTask> builder)
    {
        builder.ToTable("prep_tasks", t =>
        {
            t.HasCheckConstraint("fired_task_has_its_times", "state = 'Held' or (fired_at is not null and due_at is not null)");
            t.HasCheckConstraint("bumped_task_has_its_time", "(state = 'Bumped') = (bumped_at is not null)");
        });
        builder.Property(t => t.State).HasConversion<string>();
        // For writers that are not the app, which know nothing of changes and allergies.
        builder.Property(t => t.SeenVersion).HasDefaultValue(1).HasSentinel(-1);
        builder.PrimitiveCollection(t => t.AllergiesSeen).HasDefaultValueSql("'{}'").ElementType().HasConversion<string>();
        builder.HasOne<Ticket>().WithMany().HasForeignKey(t => t.TicketId);
        builder.HasOne<Station>().WithMany().HasForeignKey(t => t.StationId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Station>().WithMany().HasForeignKey(t => t.HomeStationId).OnDelete(DeleteBehavior.Restrict);
        builder.HasIndex(t => t.TicketId, "prep_tasks_open").HasFilter("state <> 'Bumped'");
        builder.HasIndex(t => new { t.StationId, t.BumpedAt }, "prep_tasks_bumped").HasFilter("bumped_at is not null");
    }
}
