namespace KitchenDisplay.Web.Live;

/// <summary>Passes the ids of one kind on to one who looks at them. What comes while he works is told together afterwards.</summary>
internal sealed class Relay(string kind, Func<IReadOnlySet<Guid>?, Task> tell, Action<Exception> failed, Action<Relay> forget) : IThreadPoolWorkItem, IDisposable
{
    private readonly Lock door = new();
    private HashSet<Guid> waiting = [];
    private bool isAll;
    private bool isBusy;
    private volatile bool closed;

    internal void Take(BoardRead read)
    {
        lock (door)
        {
            isAll |= read.IsFull;
            foreach (var relayed in read.Relays) if (relayed.Kind == kind) waiting.UnionWith(relayed.Roots);
            if (isBusy || !isAll && waiting.Count == 0) return;
            isBusy = true;
        }
        ThreadPool.UnsafeQueueUserWorkItem(this, preferLocal: false);
    }

    public async void Execute()
    {
        while (Next(out var roots))
        {
            try
            {
                await tell(roots);
            }
            catch (Exception problem)
            {
                // As with the eyes of the board: it must not end the process, and the next ids are told all the same.
                if (!closed) failed(problem);
            }
        }
    }

    private bool Next(out IReadOnlySet<Guid>? roots)
    {
        lock (door)
        {
            roots = isAll ? null : waiting;
            isBusy = !closed && (isAll || waiting.Count > 0);
            (waiting, isAll) = ([], false);
            return isBusy;
        }
    }

    public void Dispose()
    {
        closed = true;
        forget(this);
    }
}
