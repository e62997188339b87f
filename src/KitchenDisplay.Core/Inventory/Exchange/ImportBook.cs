using System.Runtime.CompilerServices;
using KitchenDisplay.Core.Data;
using Microsoft.EntityFrameworkCore;

namespace KitchenDisplay.Core.Inventory.Exchange;

/// <summary>An import as its page shows it.</summary>
/// <param name="Supplier">Whose prices they are.</param>
/// <param name="LastRow">The number of its last row.</param>
public sealed record ImportSheet(ItemImport Import, string? Supplier, string? Person, int LastRow)
{
    /// <summary>How much of what is at work is done, from 0 to 1.</summary>
    public double Progress => !Import.IsAtWork ? 1 : Import.Step == 0 ? 0 : Import.State == ImportState.Undoing ? 1 - ((double)Import.Step / LastRow) : (double)Import.Step / LastRow;
}

/// <summary>Reads what came in.</summary>
public sealed class ImportBook(IDbContextFactory<KitchenContext> contexts)
{
    private const int Most = 30;

    /// <summary>The last ones, the newest first.</summary>
    public async Task<IReadOnlyList<ItemImport>> LatestAsync(CancellationToken cancel = default)
    {
        await using var db = await contexts.CreateDbContextAsync(cancel);
        return await db.ItemImports.AsNoTracking().OrderByDescending(i => i.At).Take(Most).ToListAsync(cancel);
    }

    /// <summary>One; null when it was thrown away.</summary>
    public async Task<ImportSheet?> FindAsync(Guid id, CancellationToken cancel = default)
    {
        await using var db = await contexts.CreateDbContextAsync(cancel);
        return await (
            from i in db.ItemImports.AsNoTracking()
            where i.Id == id
            select new ImportSheet(i, db.Set<Purchasing.Supplier>().Where(s => s.Id == i.SupplierId).Select(s => s.Name).FirstOrDefault(), db.Set<Staff.Person>().Where(p => p.Id == i.PersonId).Select(p => p.Name).FirstOrDefault(),
                db.Set<ImportRow>().Where(r => r.ImportId == id).Max(r => (int?)r.Number) ?? 1)).SingleOrDefaultAsync(cancel);
    }

    /// <summary>The first rows, or the first ones of which that has become.</summary>
    public async Task<IReadOnlyList<ImportRow>> RowsAsync(Guid id, RowVerdict? verdict, int most, CancellationToken cancel = default)
    {
        await using var db = await contexts.CreateDbContextAsync(cancel);
        return await db.ImportRows.AsNoTracking().Where(r => r.ImportId == id && (verdict == null || r.Verdict == verdict)).OrderBy(r => r.Number).Take(most).ToListAsync(cancel);
    }

    /// <summary>All bad rows, as they come.</summary>
    public async IAsyncEnumerable<ImportRow> BadAsync(Guid id, [EnumeratorCancellation] CancellationToken cancel = default)
    {
        await using var db = await contexts.CreateDbContextAsync(cancel);
        await foreach (var row in db.ImportRows.AsNoTracking().Where(r => r.ImportId == id && r.Verdict == RowVerdict.Bad).OrderBy(r => r.Number).AsAsyncEnumerable().WithCancellation(cancel)) yield return row;
    }
}
