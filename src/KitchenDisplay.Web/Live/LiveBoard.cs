using System.Collections.Immutable;
using Microsoft.Extensions.Logging.Abstractions;

namespace KitchenDisplay.Web.Live;

/// <summary>What this node knows of the kitchen: one snapshot, many eyes. Only the bridge writes it; screens read it and cost the database nothing.</summary>
public sealed partial class LiveBoard(TimeProvider clock, ILogger<LiveBoard>? logger = null)
{
    private readonly ILogger logger = logger ?? NullLogger<LiveBoard>.Instance;
    private ImmutableHashSet<Eye> eyes = [];
    private ImmutableHashSet<Relay> relays = [];
    private long lastReadTicks;

    /// <summary>The newest snapshot.</summary>
    public BoardSnapshot Snapshot { get; private set; } = BoardSnapshot.Empty;

    /// <summary>When the database was last read with success, in its own time; null before the first read.</summary>
    public DateTimeOffset? LastRead => Interlocked.Read(ref lastReadTicks) is > 0 and var ticks ? new DateTimeOffset(ticks, TimeSpan.Zero) : null;

    /// <summary>Calls <paramref name="look"/> with the newest snapshot after each change, never on the bridge's thread and never twice at a time; what comes while it looks is remembered once.</summary>
    /// <remarks>Subscribe first and read <see cref="Snapshot"/> then: so no change falls in between.</remarks>
    public IDisposable Subscribe(Func<BoardSnapshot, Task> look)
    {
        var eye = new Eye(this, look);
        ImmutableInterlocked.Update(ref eyes, (all, one) => all.Add(one), eye);
        return eye;
    }

    /// <summary>Calls <paramref name="tell"/> with the ids of a kind that is not on the board, or with null when any of them may have changed; never twice at a time.</summary>
    public IDisposable SubscribeRelay(string kind, Func<IReadOnlySet<Guid>?, Task> tell)
    {
        var relay = new Relay(kind, tell, Failed, gone => ImmutableInterlocked.Update(ref relays, (all, one) => all.Remove(one), gone));
        ImmutableInterlocked.Update(ref relays, (all, one) => all.Add(one), relay);
        return relay;
    }

    /// <summary>Takes over one read of the database.</summary>
    public void Take(BoardRead read)
    {
        if (!read.IsEmpty) Publish(read);
        foreach (var relay in relays) relay.Take(read);
        Interlocked.Exchange(ref lastReadTicks, clock.GetUtcNow().UtcTicks);
    }

    private void Publish(BoardRead read)
    {
        var roots = read.IsFull ? ImmutableDictionary<Type, ImmutableDictionary<Guid, object>>.Empty : Snapshot.Roots;
        foreach (var (type, asked, found) in read.Kinds)
        {
            var kind = roots.GetValueOrDefault(type, ImmutableDictionary<Guid, object>.Empty);
            roots = roots.SetItem(type, kind.RemoveRange(asked ?? []).SetItems(found));
        }
        Snapshot = new BoardSnapshot(Snapshot.Version + 1, roots);
        foreach (var eye in eyes) eye.Wake();
    }

    private void Forget(Eye eye) => ImmutableInterlocked.Update(ref eyes, (all, one) => all.Remove(one), eye);

    private sealed class Eye(LiveBoard board, Func<BoardSnapshot, Task> look) : IThreadPoolWorkItem, IDisposable
    {
        private const int Idle = 0, Looking = 1, Again = 2;
        private int state;
        private volatile bool closed;

        internal void Wake()
        {
            if (Interlocked.Exchange(ref state, Again) == Idle) ThreadPool.UnsafeQueueUserWorkItem(this, preferLocal: false);
        }

        public async void Execute()
        {
            do
            {
                Volatile.Write(ref state, Looking);
                if (closed) return;
                try
                {
                    await look(board.Snapshot);
                }
                catch (Exception problem)
                {
                    // It must not end the process, and the eye stays open: a wall that failed once shows the next change, instead of being silently stale for ever.
                    if (!closed) board.Failed(problem);
                }
            }
            while (Interlocked.CompareExchange(ref state, Idle, Looking) != Looking);
        }

        public void Dispose()
        {
            closed = true;
            board.Forget(this);
        }
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "A screen could not show what the board holds. It is told of the next change all the same.")]
    private partial void Failed(Exception problem);
}
