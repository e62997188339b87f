using System.Collections.Immutable;
using Npgsql;

namespace KitchenDisplay.Load.Gap;

/// <summary>Inserts, updates and deletes in transactions of random length. Some dawdle before the commit, some go back to a savepoint, some are rolled back.</summary>
internal sealed class Writer(NpgsqlDataSource source, Written written, Guid[] sharedOrders, int seed)
{
    private const int MostStatements = 8, MostParties = 3, LongestSleep = 200;
    private const double Sleeps = 0.10, TakesSavepoint = 0.25, GoesBack = 0.5, RollsBack = 0.05, TouchesShared = 0.05, OpensParty = 0.2;

    private readonly Random random = new(seed);
    private Draft committed = Draft.Nothing;
    private Draft draft = Draft.Nothing;

    public async Task RunAsync(CancellationToken cancel)
    {
        await using var connection = await source.OpenConnectionAsync(cancel);
        while (!written.IsEnough)
        {
            await using var transaction = await connection.BeginTransactionAsync(cancel);
            draft = committed;
            await WriteAsync(connection, transaction, cancel);
            await EndAsync(transaction, cancel);
        }
    }

    private async Task WriteAsync(NpgsqlConnection connection, NpgsqlTransaction transaction, CancellationToken cancel)
    {
        for (var statements = random.Next(1, MostStatements + 1); statements > 0; statements--)
            await ActAsync(connection, cancel);
        if (random.NextDouble() < TakesSavepoint)
        {
            var before = draft;
            await transaction.SaveAsync("halfway", cancel);
            await ActAsync(connection, cancel);
            if (random.NextDouble() < GoesBack)
            {
                await transaction.RollbackAsync("halfway", cancel);
                draft = before;
            }
        }
        if (random.NextDouble() < TouchesShared)
            await RenameSharedAsync(connection, cancel);
        if (random.NextDouble() < Sleeps)
            await Task.Delay(random.Next(LongestSleep), cancel);
    }

    private async Task ActAsync(NpgsqlConnection connection, CancellationToken cancel)
    {
        var known = draft.Parties.Values.Where(party => !party.Roots.IsEmpty).ToArray();
        if (known.Length == 0 || (known.Length < MostParties && random.NextDouble() < OpensParty))
        {
            await RunAsync(connection, Act.Open, Guid.CreateVersion7(), Guid.Empty, cancel);
            return;
        }
        var party = known[random.Next(known.Length)];
        var act = Act.Choose(random, party.Tickets.Length > 0);
        var ticket = act.NeedsTicket ? party.Tickets[random.Next(party.Tickets.Length)] : Guid.CreateVersion7();
        await RunAsync(connection, act, party.OrderId, ticket, cancel);
    }

    private async Task RunAsync(NpgsqlConnection connection, Act act, Guid order, Guid ticket, CancellationToken cancel)
    {
        var (changed, roots) = await ExecuteAsync(connection, act, order, ticket, cancel);
        draft = draft with { Parties = draft.Parties.SetItem(order, new Party(order, roots)), Statements = draft.Statements + changed };
    }

    // Last in its transaction, and one only: writers that wait for each other in a circle would be another experiment.
    private async Task RenameSharedAsync(NpgsqlConnection connection, CancellationToken cancel)
    {
        var order = sharedOrders[random.Next(sharedOrders.Length)];
        var (changed, roots) = await ExecuteAsync(connection, Act.RenameShared, order, Guid.Empty, cancel);
        draft = draft with { Shared = draft.Shared.Add(new(order, roots[order])), Statements = draft.Statements + changed };
    }

    /// <summary>Runs the statement, notes it for the control, and asks the database what of this order the board must show once it is committed.</summary>
    private static async Task<(int Changed, ImmutableDictionary<Guid, Revision> Roots)> ExecuteAsync(
        NpgsqlConnection connection, Act act, Guid order, Guid ticket, CancellationToken cancel)
    {
        var change = new NpgsqlBatchCommand(act.Sql) { Parameters = { new() { Value = order }, new() { Value = ticket } } };
        var control = new NpgsqlBatchCommand("insert into gap_control default values");
        var look = new NpgsqlBatchCommand("select id, head, first, last, detail, task from gap_roots where order_id = $1") { Parameters = { new() { Value = order } } };
        await using var batch = new NpgsqlBatch(connection) { BatchCommands = { change, control, look } };
        var roots = ImmutableDictionary.CreateBuilder<Guid, Revision>();
        await using (var rows = await batch.ExecuteReaderAsync(cancel))
        {
            while (await rows.ReadAsync(cancel))
                roots.Add(rows.GetGuid(0), Revision.Read(rows));
        }
        return (change.RecordsAffected > 0 ? 1 : 0, roots.ToImmutable());
    }

    private async Task EndAsync(NpgsqlTransaction transaction, CancellationToken cancel)
    {
        if (random.NextDouble() < RollsBack)
        {
            await transaction.RollbackAsync(cancel);
            written.RolledBack();
            return;
        }
        var changed = draft.ChangedSince(committed);
        foreach (var root in changed.Where(root => root.Revision is null))
            written.Leaving[root.Id] = true;
        await transaction.CommitAsync(cancel);
        written.Committed(draft.Statements, changed);
        committed = draft.AfterCommit();
    }
}
