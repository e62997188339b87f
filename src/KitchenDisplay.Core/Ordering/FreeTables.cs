using KitchenDisplay.Core.Commands;
using KitchenDisplay.Core.Data;
using KitchenDisplay.Core.House;
using Microsoft.EntityFrameworkCore;

namespace KitchenDisplay.Core.Ordering;

/// <summary>The tables that a party wants to sit at, locked so that two waiters at one table wait for each other.</summary>
internal static class FreeTables
{
    /// <param name="except">Tables that the party already has.</param>
    /// <exception cref="Refusal">One of them does not exist, or somebody else sits there.</exception>
    internal static async Task<List<DiningTable>> ReadAsync(KitchenContext db, IReadOnlyList<Guid> wanted, IReadOnlyList<Guid> except, CancellationToken cancel)
    {
        var ids = wanted.Distinct().ToArray();
        // The index one_party_at_a_table is the last word.
        var tables = await db.DiningTables.FromSql($"select * from dining_tables where id = any({ids}) order by id for no key update").AsNoTracking().ToListAsync(cancel);
        if (tables.Count < ids.Length) throw new Refusal("This table does not exist. Go back to the floor and choose another.");
        var taken = await db.OrderTables.Where(t => ids.Contains(t.TableId) && !except.Contains(t.TableId) && t.LeftAt == null).Select(t => t.TableId).ToListAsync(cancel);
        if (taken.Count > 0) throw new Refusal("Table {0} is already open. Choose it on the floor to see its order.", tables.First(t => taken.Contains(t.Id)).Name);
        return tables;
    }
}
