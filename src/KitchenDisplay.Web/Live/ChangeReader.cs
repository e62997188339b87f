using KitchenDisplay.Core.Data;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace KitchenDisplay.Web.Live;

/// <summary>Reads from the database what has changed since it last read. Misses nothing, whatever the order in which transactions commit.</summary>
/// <remarks>
/// A change is found by its transaction, not by a growing number: a number is drawn before the commit, so the reader passes the late ones by.
/// What the previous snapshot could not see is what began after it, or was still running when it was taken. Reading a root twice does no harm, since it is read whole.
/// </remarks>
public sealed class ChangeReader : IDisposable
{
    /// <summary>More roots than this in one read, and a full read is cheaper.</summary>
    public const int MostRoots = 1000;

    private readonly NpgsqlConnection connection;
    private readonly IReadOnlyList<RootLoader> loaders;
    private readonly KitchenContext db;
    private string? previous;

    /// <param name="connection">Open, and used for nothing else meanwhile.</param>
    /// <param name="loaders">The kinds to read.</param>
    public ChangeReader(NpgsqlConnection connection, IReadOnlyList<RootLoader> loaders)
    {
        (this.connection, this.loaders) = (connection, loaders);
        db = new KitchenContext(new DbContextOptionsBuilder<KitchenContext>().UseNpgsql(connection, o => o.CommandTimeout(2)).Options);
        // Its statements ask for a few roots by their ids: to plan them for each list of ids takes longer than to carry them out.
        using var settings = new NpgsqlCommand("set plan_cache_mode = force_generic_plan", connection) { CommandTimeout = 2 };
        settings.ExecuteNonQuery();
    }

    /// <summary>Reads everything that is open the first time, and afterwards what has changed.</summary>
    /// <exception cref="NpgsqlException">The connection is lost; a new reader on a new connection begins with a full read.</exception>
    public BoardRead Read()
    {
        // One transaction, so that roots of different kinds fit together.
        var (snapshot, changed) = Begin();
        var read = Load(changed);
        using var commit = new NpgsqlCommand("commit", connection) { CommandTimeout = 2 };
        commit.ExecuteNonQuery();
        previous = snapshot;
        return read;
    }

    /// <summary>Makes the next read a full one.</summary>
    public void ReadAllNext() => previous = null;

    private (string Snapshot, List<(string Kind, Guid? Root)> Changed) Begin()
    {
        using var begin = new NpgsqlBatch(connection)
        {
            Timeout = 2,
            BatchCommands = { new("begin isolation level repeatable read read only"), new("select pg_current_snapshot()::text") },
        };
        if (previous is not null)
        {
            begin.BatchCommands.Add(new("""
                select distinct kind, root_id from changes
                where xid >= pg_snapshot_xmax($1::pg_snapshot) or xid = any (array(select pg_snapshot_xip($1::pg_snapshot)))
                """) { Parameters = { new() { Value = previous } } });
        }
        using var reader = begin.ExecuteReader();
        reader.Read();
        var snapshot = reader.GetString(0);
        var changed = new List<(string Kind, Guid? Root)>();
        reader.NextResult();
        while (reader.Read()) changed.Add((reader.GetString(0), reader.IsDBNull(1) ? null : reader.GetGuid(1)));
        return (snapshot, changed);
    }

    private BoardRead Load(List<(string Kind, Guid? Root)> changed)
    {
        var byKind = changed.Where(c => c.Root is not null).GroupBy(c => c.Kind, c => c.Root!.Value).ToDictionary(g => g.Key, g => g.ToArray());
        var isFull = previous is null || changed.Exists(c => c.Root is null) || byKind.Values.Sum(ids => ids.Length) > MostRoots;
        var kinds = new List<(RootLoader, Guid[]?, IReadOnlyList<KeyValuePair<Guid, object>>)>();
        foreach (var loader in loaders)
        {
            var asked = isFull ? null : byKind.GetValueOrDefault(loader.Kind);
            if (isFull || asked is not null) kinds.Add((loader, asked, loader.Load(db, asked)));
        }
        return new BoardRead(isFull, kinds);
    }

    public void Dispose() => db.Dispose();
}
