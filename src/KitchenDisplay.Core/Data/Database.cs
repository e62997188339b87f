using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.Logging;
using Npgsql;

namespace KitchenDisplay.Core.Data;

/// <summary>Brings a database to this app's version.</summary>
public static partial class Database
{
    /// <summary>The app's connections. A statement that comes again is planned once per connection and not each time: that is a third of what an order costs the server.</summary>
    public static NpgsqlDataSource Source(KitchenConnections connections) =>
        NpgsqlDataSource.Create(new NpgsqlConnectionStringBuilder(connections.Kitchen) { MaxAutoPrepare = 100, AutoPrepareMinUsages = 2 });

    /// <summary>How every context speaks to PostgreSQL.</summary>
    public static void Configure(DbContextOptionsBuilder options, NpgsqlDataSource source) => options.UseNpgsql(source)
        // At its default level every statement of a service night would fill the log.
        .ConfigureWarnings(w => w.Log((RelationalEventId.CommandExecuted, LogLevel.Debug)));

    /// <summary>Applies what is missing, as the owner, and lets the app's role use it. Several nodes may start at once: one does it, the others wait.</summary>
    /// <exception cref="DatabaseTooNewException">A newer app has been here.</exception>
    public static async Task MigrateAsync(KitchenConnections connections, ILogger logger, CancellationToken cancel = default)
    {
        await using var source = NpgsqlDataSource.Create(connections.KitchenOwner);
        // A session's lock on a connection of its own: EF's migrator opens and closes others as it likes.
        await using var guard = await source.OpenConnectionAsync(cancel);
        await using var take = new NpgsqlCommand("select pg_advisory_lock(hashtext('kitchendisplay.migrations'))", guard) { CommandTimeout = 0 };
        await take.ExecuteNonQueryAsync(cancel);

        var options = new DbContextOptionsBuilder<KitchenContext>();
        Configure(options, source);
        await using var db = new KitchenContext(options.Options);
        var newer = (await db.Database.GetAppliedMigrationsAsync(cancel)).Except(db.Database.GetMigrations()).ToList();
        if (newer.Count > 0) throw new DatabaseTooNewException(newer[^1]);
        foreach (var migration in await db.Database.GetPendingMigrationsAsync(cancel)) Applying(logger, migration);
        await db.Database.MigrateAsync(cancel);
        await LetAppInAsync(guard, new NpgsqlConnectionStringBuilder(connections.Kitchen).Username!, cancel);
    }

    // What was asked for, what became of it, and what was moved is written once; and the schema is the owner's.
    private static async Task LetAppInAsync(NpgsqlConnection connection, string role, CancellationToken cancel)
    {
        var name = new NpgsqlCommandBuilder().QuoteIdentifier(role);
        await using var grant = new NpgsqlCommand($"""
            grant usage on schema public to {name};
            grant select, insert, update, delete on all tables in schema public to {name};
            grant usage, select on all sequences in schema public to {name};
            revoke update, delete on commands, seals, movements, tallies, wastes, waste_photos, temperature_readings from {name};
            revoke insert, update, delete on "__EFMigrationsHistory" from {name};
            """, connection);
        await grant.ExecuteNonQueryAsync(cancel);
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "Bringing the database up to date: {Migration}")]
    private static partial void Applying(ILogger logger, string migration);
}

/// <summary>The database was made by a newer app; using it could lose what that app wrote.</summary>
public sealed class DatabaseTooNewException(string migration)
    : Exception($"The database is newer than this app (it has {migration}). Start the newer version of the app, or restore a backup made before the update.");
