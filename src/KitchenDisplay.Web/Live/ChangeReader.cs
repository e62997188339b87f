using KitchenDisplay.Core.Data;
using Npgsql;

namespace KitchenDisplay.Web.Live;

/// <summary>Reads from the database what has changed since it last read, in one round trip. Misses nothing, whatever the order in which transactions commit.</summary>
/// <remarks>
/// A change is found by its transaction, not by a growing number: a number is drawn before the commit, so the reader passes the late ones by.
/// What the previous snapshot could not see is what began after it, or was still running when it was taken. Reading a root twice does no harm, since it is read whole.
/// </remarks>
public sealed class ChangeReader
{
    /// <summary>More roots than this in one read, and a full read is cheaper.</summary>
    public const int MostRoots = 1000;

    // A line that is dead must be noticed soon; but to read everything anew may take its time, or a long outage would never end.
    private const int Seconds = 2, SecondsForAll = 15;

    private readonly NpgsqlConnection connection;
    private readonly IReadOnlyList<RootLoader> loaders;
    private readonly HashSet<string> known;
    private readonly string sqlForBusy;
    private readonly string sqlForAll;
    private string? previous;

    /// <param name="connection">Open, and used for nothing else meanwhile.</param>
    /// <param name="loaders">The kinds to read. Of any other kind the ids are passed on, and nothing is read.</param>
    public ChangeReader(NpgsqlConnection connection, IReadOnlyList<RootLoader> loaders)
    {
        (this.connection, this.loaders, known) = (connection, loaders, [.. loaders.Select(l => l.Kind)]);
        // Every kind in a statement costs it time even when nothing of that kind has changed, so what seldom changes is asked for only when it has.
        sqlForBusy = ChangesSql(loaders.Where(IsBusy));
        sqlForAll = ChangesSql(loaders);
        // They find a few roots by their ids: to plan that for each snapshot takes longer than to carry it out. A plan for any snapshot cannot know
        // that only the newest changes are wanted, and would read through all of them. And what is forbidden counts as dear, which would wake the compiler.
        using var settings = new NpgsqlCommand("set plan_cache_mode = force_generic_plan; set enable_seqscan = off; set jit = off", connection) { CommandTimeout = Seconds };
        settings.ExecuteNonQuery();
    }

    /// <summary>Reads everything that is open the first time, and afterwards what has changed.</summary>
    /// <exception cref="NpgsqlException">The connection is lost; a new reader on a new connection begins with a full read.</exception>
    public BoardRead Read() => (previous is null ? null : ReadChanges(sqlForBusy, IsBusy) ?? ReadChanges(sqlForAll, _ => true)) ?? ReadAll();

    /// <summary>Makes the next read a full one.</summary>
    public void ReadAllNext() => previous = null;

    private static bool IsBusy(RootLoader loader) => loader.Open is not null;

    // A single statement has a single snapshot, and pg_current_snapshot() is the very one: so all roots fit together, and the next read follows on without a gap.
    private static string ChangesSql(IEnumerable<RootLoader> kinds) => $"""
        select now.snapshot, c.kind, c.root_id, case c.kind
            {string.Join("\n    ", kinds.Select(l => $"when '{l.Kind}' then (select v.view::text from ({l.Roots}) v where v.id = c.root_id)"))} end
        from (select pg_current_snapshot()::text as snapshot) now
        left join (
            select distinct kind, root_id from changes
            where xid >= pg_snapshot_xmax($1::pg_snapshot) or xid = any (array(select pg_snapshot_xip($1::pg_snapshot)))
            limit {MostRoots + 1}) c on true
        """;

    /// <returns>Null when the statement is not enough.</returns>
    private BoardRead? ReadChanges(string sql, Predicate<RootLoader> has)
    {
        using var command = new NpgsqlCommand(sql, connection) { CommandTimeout = Seconds, Parameters = { new() { Value = previous } } };
        using var rows = command.ExecuteReader();
        var changed = new List<(string Kind, Guid Root, string? View)>();
        string? snapshot = null;
        while (rows.Read())
        {
            snapshot = rows.GetString(0);
            if (rows.IsDBNull(1)) break;
            if (rows.IsDBNull(2)) return null;
            changed.Add((rows.GetString(1), rows.GetGuid(2), rows.IsDBNull(3) ? null : rows.GetString(3)));
        }
        var kinds = changed.GroupBy(c => c.Kind).Join(loaders, g => g.Key, l => l.Kind, (roots, loader) => (roots, loader)).ToList();
        if (changed.Count > MostRoots || !kinds.TrueForAll(k => has(k.loader))) return null;
        previous = snapshot;
        return new BoardRead(false, kinds.ConvertAll(k => new KindRead(k.loader.Type,
            [.. k.roots.Select(r => r.Root)], [.. k.roots.Where(r => r.View is not null).Select(r => KeyValuePair.Create(r.Root, k.loader.Read(r.View!)))])))
        {
            Relays = [.. changed.Where(c => !known.Contains(c.Kind)).GroupBy(c => c.Kind, c => c.Root).Select(g => new RelayRead(g.Key, [.. g]))],
        };
    }

    private BoardRead ReadAll()
    {
        using var batch = new NpgsqlBatch(connection)
        {
            Timeout = SecondsForAll,
            BatchCommands = { new("begin isolation level repeatable read read only"), new("select pg_current_snapshot()::text") },
        };
        foreach (var loader in loaders)
            batch.BatchCommands.Add(new($"select v.id, v.view::text from ({loader.Roots}) v{(loader.Open is null ? "" : $" where v.id = any (array({loader.Open}))")}"));
        batch.BatchCommands.Add(new("commit"));
        using var rows = batch.ExecuteReader();
        rows.Read();
        var snapshot = rows.GetString(0);
        var kinds = new List<KindRead>();
        foreach (var loader in loaders)
        {
            rows.NextResult();
            var found = new List<KeyValuePair<Guid, object>>();
            while (rows.Read()) found.Add(KeyValuePair.Create(rows.GetGuid(0), loader.Read(rows.GetString(1))));
            kinds.Add(new KindRead(loader.Type, null, found));
        }
        // An error of the commit, too, is an error of the read.
        while (rows.NextResult()) { }
        previous = snapshot;
        return new BoardRead(true, kinds);
    }
}

/// <summary>What one read of the database brought.</summary>
/// <param name="IsFull">True when it replaces the whole board.</param>
public sealed record BoardRead(bool IsFull, IReadOnlyList<KindRead> Kinds)
{
    /// <summary>Ids for those who look at them. Empty in a full read, after which everything may be different.</summary>
    public IReadOnlyList<RelayRead> Relays { get; init; } = [];

    /// <summary>Nothing on the board has changed.</summary>
    public bool IsEmpty => !IsFull && Kinds.Count == 0;
}

/// <summary>What a read brought of one kind.</summary>
/// <param name="Type">What its roots are on the board.</param>
/// <param name="Asked">The roots that were asked for; null for all.</param>
/// <param name="Found">Those of them that belong on the board.</param>
public sealed record KindRead(Type Type, IReadOnlyList<Guid>? Asked, IReadOnlyList<KeyValuePair<Guid, object>> Found);

/// <summary>Roots that have changed and do not stand on the board.</summary>
public sealed record RelayRead(string Kind, IReadOnlyList<Guid> Roots);
