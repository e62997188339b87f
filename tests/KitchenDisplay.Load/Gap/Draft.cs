using System.Collections.Immutable;

namespace KitchenDisplay.Load.Gap;

/// <summary>An order of one writer with its tickets: every root of it that belongs on the board.</summary>
internal sealed record Party(Guid OrderId, ImmutableDictionary<Guid, Revision> Roots)
{
    public Guid[] Tickets => [.. Roots.Keys.Where(id => id != OrderId)];
}

/// <summary>What a writer knows: as committed, or as its open transaction has made it. Immutable, so that going back to a savepoint is an assignment.</summary>
/// <param name="Parties">The writer's own orders.</param>
/// <param name="Shared">What it has done to orders that others write, too.</param>
/// <param name="Statements">How many have changed something.</param>
internal sealed record Draft(ImmutableDictionary<Guid, Party> Parties, ImmutableList<CommittedRoot> Shared, int Statements)
{
    public static readonly Draft Nothing = new(ImmutableDictionary<Guid, Party>.Empty, [], 0);

    /// <summary>What a commit would do to the board.</summary>
    public CommittedRoot[] ChangedSince(Draft committed) =>
        [.. Parties.Values.SelectMany(party => Changed(party, committed.Parties.GetValueOrDefault(party.OrderId))), .. Shared];

    private static IEnumerable<CommittedRoot> Changed(Party party, Party? before)
    {
        var old = before?.Roots ?? ImmutableDictionary<Guid, Revision>.Empty;
        return party.Roots.Except(old).Select(root => new CommittedRoot(root.Key, root.Value))
            .Concat(old.Keys.Except(party.Roots.Keys).Select(id => new CommittedRoot(id, null)));
    }

    /// <summary>The start of the next transaction: parties that have left the board are forgotten.</summary>
    public Draft AfterCommit() => new(Parties.RemoveRange(Parties.Values.Where(party => party.Roots.IsEmpty).Select(party => party.OrderId)), [], 0);
}
