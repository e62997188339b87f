using KitchenDisplay.Core.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace KitchenDisplay.Core.Commands;

/// <summary>How a command ended.</summary>
public enum CommandOutcome
{
    Done,
    Refused,
    Denied,

    /// <summary>A tombstone: whoever asked took it back before it was carried out, and it never will be.</summary>
    Cancelled,
}

/// <summary>That a command was carried out, refused or cancelled: at once the memory that makes it happen only once, and the audit. Written once, never changed.</summary>
public sealed class CommandRecord
{
    public required Guid Id { get; init; }
    public required string Kind { get; init; }
    public required Guid ActorId { get; init; }
    public Guid? DeviceId { get; init; }
    public required DateTimeOffset At { get; init; }

    /// <summary>SHA-256 of the parsed command with its format version; empty for a tombstone.</summary>
    public required byte[] Hash { get; init; }
    public required CommandOutcome Outcome { get; init; }

    /// <summary>The answer as JSON; for a refusal its reasons.</summary>
    public required string Result { get; init; }

    /// <summary>For a refusal: the command that was refused, whose own id stays free.</summary>
    public Guid? RefusedId { get; init; }
}

/// <summary>The commands' set.</summary>
public static class CommandSets
{
    extension(KitchenContext db)
    {
        public DbSet<CommandRecord> Commands => db.Set<CommandRecord>();
    }
}

internal sealed class CommandMap : IEntityTypeConfiguration<CommandRecord>
{
    public void Configure(EntityTypeBuilder<CommandRecord> builder)
    {
        builder.ToTable("commands");
        builder.Property(c => c.Outcome).HasConversion<string>();
        builder.Property(c => c.Result).HasColumnType("jsonb");
        builder.HasIndex(c => c.RefusedId).HasFilter("refused_id is not null");
    }
}
