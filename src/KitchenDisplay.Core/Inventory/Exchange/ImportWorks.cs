using System.Numerics;
using KitchenDisplay.Core.Commands;
using KitchenDisplay.Core.Data;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace KitchenDisplay.Core.Inventory.Exchange;

/// <summary>Checks, applies and takes back what came in, batch by batch while the kitchen goes on. Each batch is one transaction with its place in the file: whoever comes after a killed process goes on behind it.</summary>
public sealed class ImportWorks(IDbContextFactory<KitchenContext> contexts, TimeProvider clock)
{
    /// <summary>So many rows are one batch.</summary>
    public const int Batch = 500;

    // So much of its time nothing is written: whoever orders meanwhile has the machine for themselves then.
    private const double Rest = 0.4;

    private static readonly Sentence refused = new("The database refuses this row: somebody else may have changed the same at this moment. Bring it in again.");

    /// <summary>Does what is to be done with the file that waits the longest, to its end.</summary>
    /// <returns>Whether there was one.</returns>
    public async Task<bool> WorkAsync(CancellationToken cancel)
    {
        await using var db = await contexts.CreateDbContextAsync(cancel);
        var next = await db.ItemImports.Where(i => i.State == ImportState.Checking || i.State == ImportState.Applying || i.State == ImportState.Undoing).OrderBy(i => i.At).Select(i => (Guid?)i.Id).FirstOrDefaultAsync(cancel);
        if (next is not { } import) return false;
        var before = new RowsBefore();
        var batches = 0;
        for (var began = clock.GetTimestamp(); await TryBatchAsync(import, before, batches == 0, cancel); began = clock.GetTimestamp())
        {
            // Plans that orders keep were made for the store as it was: each time it may have doubled, it is looked at anew.
            if (BitOperations.IsPow2(++batches)) await db.Database.ExecuteSqlAsync($"select analyze_items()", cancel);
            await Task.Delay(clock.GetElapsedTime(began) * Rest, cancel);
        }
        return batches > 0;
    }

    private async Task<bool> TryBatchAsync(Guid import, RowsBefore before, bool isFirst, CancellationToken cancel)
    {
        try
        {
            return await BatchAsync(import, before, isFirst, Batch, isRefused: false, cancel);
        }
        catch (Exception e) when (IsOfARow(e))
        {
            // One of its rows, and nobody knows which: they go one by one, and the others get through.
            for (var n = 0; n < Batch; n++)
                if (!await OneAsync(import, before, cancel)) return false;
            return true;
        }
    }

    private async Task<bool> OneAsync(Guid import, RowsBefore before, CancellationToken cancel)
    {
        try
        {
            return await BatchAsync(import, before, isFirst: false, 1, isRefused: false, cancel);
        }
        catch (Exception e) when (IsOfARow(e))
        {
            return await BatchAsync(import, before, isFirst: false, 1, isRefused: true, cancel);
        }
    }

    /// <summary>One batch of whatever is to be done.</summary>
    /// <param name="isFirst">Whether nobody has looked at this file in this process: what earlier rows are about is not known then, so a check begins anew.</param>
    /// <param name="isRefused">Whether its rows have been tried, and cannot be written.</param>
    /// <returns>Whether there may be more.</returns>
    private async Task<bool> BatchAsync(Guid id, RowsBefore before, bool isFirst, int size, bool isRefused, CancellationToken cancel)
    {
        await using var db = await contexts.CreateDbContextAsync(cancel);
        await using var transaction = await db.Database.BeginTransactionAsync(cancel);
        // Another node may be at it.
        var import = await db.ItemImports.FromSql($"select * from item_imports where id = {id} for update skip locked").SingleOrDefaultAsync(cancel);
        if (import is not { IsAtWork: true }) return false;
        if (import.State == ImportState.Checking && (isFirst || import.Step == 0))
        {
            before.Clear();
            (import.Step, import.New, import.Changed, import.Same, import.Bad, import.Kept) = (0, 0, 0, 0, 0, 0);
        }
        var rows = await NextAsync(db, import, size, cancel);
        if (rows.Count == 0) import.Turn(import.State switch { ImportState.Checking => ImportState.Checked, ImportState.Applying => ImportState.Done, _ => ImportState.Undone });
        else await WorkAsync(db, import, rows, before, isRefused, cancel);
        await db.SaveChangesAsync(cancel);
        if (rows.Count > 0) await RowBatch.WriteAsync(db, id, rows, cancel);
        await transaction.CommitAsync(cancel);
        return rows.Count > 0;
    }

    private async Task WorkAsync(KitchenContext db, ItemImport import, List<ImportRow> rows, RowsBefore before, bool isRefused, CancellationToken cancel)
    {
        IRowWork work = import.Kind == ImportKind.Items ? new ItemRows(db, import, before) : new PriceRows(db, import, clock.GetUtcNow(), before);
        var was = rows.Select(r => r.Verdict).ToList();
        if (import.State == ImportState.Undoing) import.Kept += isRefused ? rows.Count : await work.UndoAsync(rows, cancel);
        else if (isRefused) foreach (var row in rows) (row.Verdict, row.Problems) = (RowVerdict.Bad, [RowProblem.Of(refused)]);
        else await work.WorkAsync(rows, import.State == ImportState.Applying, cancel);
        if (import.State == ImportState.Checking) foreach (var row in rows) Count(import, row.Verdict, 1);
        if (import.State == ImportState.Applying)
            foreach (var (row, old) in rows.Zip(was))
            {
                Count(import, old, -1);
                Count(import, row.Verdict, 1);
            }
        import.Step = rows[^1].Number;
    }

    private static Task<List<ImportRow>> NextAsync(KitchenContext db, ItemImport import, int size, CancellationToken cancel)
    {
        var rows = db.ImportRows.Where(r => r.ImportId == import.Id);
        var step = import.Step;
        return (import.State switch
        {
            ImportState.Checking => rows.Where(r => r.Number > step).OrderBy(r => r.Number),
            ImportState.Applying => rows.Where(r => r.Number > step && (r.Verdict == RowVerdict.New || r.Verdict == RowVerdict.Changed)).OrderBy(r => r.Number),
            // Backwards: what a later row has changed of an earlier one's is taken back first.
            _ => rows.Where(r => r.Applied != null && (step == 0 || r.Number < step)).OrderByDescending(r => r.Number),
        }).Take(size).AsNoTracking().ToListAsync(cancel);
    }

    // Something that a row says cannot stand beside what is here.
    private static bool IsOfARow(Exception e) => e is PostgresException { SqlState: var state } && state.StartsWith("23", StringComparison.Ordinal) || e is DbUpdateException { InnerException: PostgresException };

    private static void Count(ItemImport import, RowVerdict verdict, int more)
    {
        switch (verdict)
        {
            case RowVerdict.New: import.New += more; break;
            case RowVerdict.Changed: import.Changed += more; break;
            case RowVerdict.Same: import.Same += more; break;
            case RowVerdict.Bad: import.Bad += more; break;
        }
    }
}
