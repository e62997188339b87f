using System.Collections.Concurrent;

namespace KitchenDisplay.Load.Gap;

/// <summary>A root as one commit has left it; without a revision it must not be on the board any more.</summary>
internal readonly record struct CommittedRoot(Guid Id, Revision? Revision);

/// <summary>What all writers have done together.</summary>
internal sealed class Written(int wanted)
{
    private int changes;
    private int transactions;
    private int rollbacks;

    /// <summary>Commits that the server has acknowledged and that nobody has looked for on the board yet.</summary>
    public ConcurrentQueue<CommittedRoot> Acknowledged { get; } = new();

    /// <summary>Roots that a transaction takes off the board: from the moment of its commit, before its acknowledgement, they are missing there.</summary>
    public ConcurrentDictionary<Guid, bool> Leaving { get; } = new();

    public int Changes => changes;
    public int Transactions => transactions;
    public int Rollbacks => rollbacks;
    public bool IsEnough => changes >= wanted;

    public void Committed(int statements, IEnumerable<CommittedRoot> roots)
    {
        foreach (var root in roots)
            Acknowledged.Enqueue(root);
        Interlocked.Add(ref changes, statements);
        Interlocked.Increment(ref transactions);
    }

    public void RolledBack() => Interlocked.Increment(ref rollbacks);
}
