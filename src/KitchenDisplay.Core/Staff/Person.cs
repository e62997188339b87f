using KitchenDisplay.Core.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace KitchenDisplay.Core.Staff;

/// <summary>Somebody who works here; also a screen of the wall, which acts under its own name.</summary>
public sealed class Person
{
    public Guid Id { get; init; } = Guid.CreateVersion7();
    public required string Name { get; set; }
    public required IList<Role> Roles { get; set; }
    public bool Active { get; set; } = true;

    /// <summary>No person but a paired screen.</summary>
    public bool IsScreen { get; init; }

    /// <summary>This person as the one who acts.</summary>
    public Actor Acting(Guid? deviceId = null, Guid? sessionId = null) => new(Id, Name, [.. Roles], deviceId, sessionId);
}

/// <summary>The staff's sets.</summary>
public static class StaffSets
{
    extension(KitchenContext db)
    {
        public DbSet<Person> People => db.Set<Person>();
    }
}

internal sealed class PersonMap : IEntityTypeConfiguration<Person>
{
    public void Configure(EntityTypeBuilder<Person> builder)
    {
        builder.ToTable("people");
        builder.Property(p => p.Name).HasMaxLength(60);
        builder.PrimitiveCollection(p => p.Roles).ElementType().HasConversion<string>();
    }
}
