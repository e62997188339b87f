using System.Diagnostics;
using KitchenDisplay.Core.Ordering;
using KitchenDisplay.Web.Live;
using Npgsql;

namespace KitchenDisplay.Load.Gap;

/// <summary>
/// Runs the bridge's reader while others write, and demands after each read: what was acknowledged before the read began is on the board.
/// A later change of the same root cannot hide a missed one, since the very next read is already held to it.
/// </summary>
internal sealed class BoardWitness : IAsyncDisposable
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(3);

    private readonly LiveBoard board = new(TimeProvider.System);
    private readonly NpgsqlConnection connection;
    private readonly ChangeReader reader;
    private readonly Written written;

    private BoardWitness(NpgsqlConnection connection, Written written)
    {
        (this.connection, this.written) = (connection, written);
        reader = new ChangeReader(connection, KitchenBridge.Kinds);
    }

    public int Reads { get; private set; }
    public int Missed { get; private set; }
    public TimeSpan LongestRead { get; private set; }

    /// <summary>Reads the board in full, as a bridge does when it starts.</summary>
    public static async Task<BoardWitness> OpenAsync(NpgsqlDataSource source, Written written, CancellationToken cancel)
    {
        var witness = new BoardWitness(await source.OpenConnectionAsync(cancel), written);
        witness.board.Take(witness.reader.Read());
        return witness;
    }

    /// <summary>Reads until the writers have ended, and then once more.</summary>
    public async Task RunAsync(Task writers, CancellationToken cancel)
    {
        bool last;
        do
        {
            last = writers.IsCompleted;
            Read();
            await Task.Delay(Pause, cancel);
        }
        while (!last);
    }

    private void Read()
    {
        var acknowledged = new List<CommittedRoot>();
        while (written.Acknowledged.TryDequeue(out var root))
            acknowledged.Add(root);
        var started = Stopwatch.GetTimestamp();
        board.Take(reader.Read());
        var took = Stopwatch.GetElapsedTime(started);
        LongestRead = took > LongestRead ? took : LongestRead;
        Missed += acknowledged.Count(root => !Shows(root));
        Reads++;
    }

    private bool Shows(CommittedRoot root) => RevisionOnBoard(root.Id) switch
    {
        null => root.Revision is null || written.Leaving.ContainsKey(root.Id),
        { } shown => root.Revision is { } committed && shown.IsAtLeast(committed),
    };

    private Revision? RevisionOnBoard(Guid id) =>
        ((object?)board.Snapshot.Find<OrderView>(id) ?? board.Snapshot.Find<TicketView>(id)) is { } root ? Revision.Of(root) : null;

    /// <summary>Compares the board with what the database says it must hold, now that nobody writes.</summary>
    /// <returns>Roots that are absent or older than in the database, and roots that it does not have.</returns>
    public async Task<(int Stale, int Ghosts)> CompareAsync(CancellationToken cancel)
    {
        var expected = new Dictionary<Guid, Revision>();
        await using var command = new NpgsqlCommand("select id, head, first, last, detail, task from gap_roots", connection);
        await using var rows = await command.ExecuteReaderAsync(cancel);
        while (await rows.ReadAsync(cancel))
            expected.Add(rows.GetGuid(0), Revision.Read(rows));
        var shown = board.Snapshot.Of<OrderView>().Keys.Concat(board.Snapshot.Of<TicketView>().Keys);
        return (expected.Count(root => RevisionOnBoard(root.Key) != root.Value), shown.Count(id => !expected.ContainsKey(id)));
    }

    public ValueTask DisposeAsync() => connection.DisposeAsync();
}
