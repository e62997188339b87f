using KitchenDisplay.Core.Data;
using KitchenDisplay.Core.Doors.Devices;
using KitchenDisplay.Core.Doors.SignIn;
using KitchenDisplay.Core.Staff;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace KitchenDisplay.Core.Doors;

/// <summary>The sets of the doors.</summary>
public static class DoorSets
{
    extension(KitchenContext db)
    {
        public DbSet<Device> Devices => db.Set<Device>();
        public DbSet<Pairing> Pairings => db.Set<Pairing>();
        public DbSet<Session> Sessions => db.Set<Session>();
        public DbSet<Pin> Pins => db.Set<Pin>();
        public DbSet<PinGuess> PinGuesses => db.Set<PinGuess>();
    }
}

internal sealed class DeviceMap : IEntityTypeConfiguration<Device>
{
    public void Configure(EntityTypeBuilder<Device> builder)
    {
        builder.ToTable("devices");
        builder.Property(d => d.Name).HasMaxLength(60);
        builder.Property(d => d.Purpose).HasConversion<string>();
        builder.HasIndex(d => d.SecretHash).IsUnique();
        builder.HasOne<Person>().WithMany().HasForeignKey(d => d.PersonId);
    }
}

internal sealed class PairingMap : IEntityTypeConfiguration<Pairing>
{
    public void Configure(EntityTypeBuilder<Pairing> builder)
    {
        builder.ToTable("pairings");
        builder.HasIndex(p => p.CodeHash).IsUnique();
        builder.HasIndex(p => p.ClaimHash).IsUnique();
        builder.HasOne<Device>().WithMany().HasForeignKey(p => p.DeviceId).OnDelete(DeleteBehavior.Cascade);
    }
}

internal sealed class SessionMap : IEntityTypeConfiguration<Session>
{
    public void Configure(EntityTypeBuilder<Session> builder)
    {
        builder.ToTable("sessions");
        builder.Property(s => s.By).HasConversion<string>();
        builder.HasIndex(s => s.SecretHash).IsUnique();
        builder.HasIndex(s => s.PersonId).HasFilter("ended_at is null");
        builder.HasOne<Person>().WithMany().HasForeignKey(s => s.PersonId);
        builder.HasOne<Device>().WithMany().HasForeignKey(s => s.DeviceId);
    }
}

internal sealed class PinMap : IEntityTypeConfiguration<Pin>
{
    public void Configure(EntityTypeBuilder<Pin> builder)
    {
        builder.ToTable("pins");
        builder.HasKey(p => p.PersonId);
        builder.HasOne<Person>().WithOne().HasForeignKey<Pin>(p => p.PersonId);
    }
}

internal sealed class PinGuessMap : IEntityTypeConfiguration<PinGuess>
{
    public void Configure(EntityTypeBuilder<PinGuess> builder)
    {
        builder.ToTable("pin_guesses");
        builder.HasIndex(g => new { g.DeviceId, g.At });
        builder.HasOne<Device>().WithMany().HasForeignKey(g => g.DeviceId);
        builder.HasOne<Person>().WithMany().HasForeignKey(g => g.PersonId);
    }
}

/// <summary>Who signs in by passphrase: Identity's own user, under the person's id.</summary>
internal sealed class AccountMap : IEntityTypeConfiguration<IdentityUser<Guid>>
{
    public void Configure(EntityTypeBuilder<IdentityUser<Guid>> builder)
    {
        builder.ToTable("accounts");
        builder.HasOne<Person>().WithOne().HasForeignKey<IdentityUser<Guid>>(a => a.Id);
    }
}

internal sealed class AccountClaimMap : IEntityTypeConfiguration<IdentityUserClaim<Guid>>
{
    public void Configure(EntityTypeBuilder<IdentityUserClaim<Guid>> builder) => builder.ToTable("account_claims");
}

internal sealed class AccountLoginMap : IEntityTypeConfiguration<IdentityUserLogin<Guid>>
{
    public void Configure(EntityTypeBuilder<IdentityUserLogin<Guid>> builder) => builder.ToTable("account_logins");
}

internal sealed class AccountTokenMap : IEntityTypeConfiguration<IdentityUserToken<Guid>>
{
    public void Configure(EntityTypeBuilder<IdentityUserToken<Guid>> builder) => builder.ToTable("account_tokens");
}
