using System.Security.Cryptography;
using KitchenDisplay.Core.Commands;
using KitchenDisplay.Core.Data;
using KitchenDisplay.Core.Staff;
using Microsoft.EntityFrameworkCore;
using Npgsql;
using NpgsqlTypes;

namespace KitchenDisplay.Core.Inventory.Exchange;

/// <summary>Where files come in, and where somebody says what is to be done with them.</summary>
public sealed class ImportDesk(CommandBook book)
{
    private const int Remembered = 20, MaxName = 200;

    /// <summary>What a file is told from another by.</summary>
    public static async Task<string> DigestAsync(Stream file, CancellationToken cancel = default)
    {
        var digest = Convert.ToHexString(await SHA256.HashDataAsync(file, cancel));
        file.Position = 0;
        return digest;
    }

    /// <summary>Brings a file in.</summary>
    /// <param name="file">One that can be read again from its start.</param>
    /// <exception cref="Refusal">It cannot be read, and why; nothing of it is here then.</exception>
    public Task<ImportIs> StageAsync(StageImport command, Stream file, Actor actor, CancellationToken cancel = default) =>
        book.CarryOutAsync(command, actor, async (db, now, ct) =>
        {
            if (!Enum.IsDefined(command.Kind) || command.SupplierId is null == command.Kind is ImportKind.Prices) throw new Refusal("Say whose price list it is, or that it is a list of items.");
            if (command.SupplierId is { } supplier && !await db.Set<Purchasing.Supplier>().AnyAsync(s => s.Id == supplier, ct)) throw new Refusal("This supplier does not exist any more.");
            if (file.Length > ImportFile.MostBytes) throw new Refusal("The file is larger than {0} MB. Divide it into several files.", ImportFile.MostBytes / 1_000_000);
            file.Position = 0;
            var encoding = await ImportFile.EncodingAsync(file, ct);
            using var table = new ImportTable(file, encoding);
            var import = new ItemImport
            {
                Id = command.Id,
                Kind = command.Kind,
                SupplierId = command.SupplierId,
                FileName = string.Concat(Path.GetFileName(command.FileName).Where(c => !char.IsControl(c)).Take(MaxName)),
                At = now,
                PersonId = actor.PersonId,
                Encoding = encoding.WebName,
                Separator = table.Separator,
                Header = table.Header,
                Mapping = ImportTarget.Propose(command.Kind, table.Header, await RememberedAsync(db, command, ct)),
            };
            db.Add(import);
            await db.SaveChangesAsync(ct);
            import.Rows = await CopyAsync(db.Connection(), import.Id, table, ct);
            if (import.Rows == 0) throw new Refusal("Below the first row, which names the columns, there is nothing.");
            return new ImportIs(import.Id, import.State);
        }, cancel);

    /// <summary>Says what its columns are.</summary>
    public Task<ImportIs> MapAsync(MapImport command, Actor actor, CancellationToken cancel = default) => TurnAsync(command, command.ImportId, actor, import =>
    {
        if (import.State is not (ImportState.Mapping or ImportState.Checking or ImportState.Checked)) throw new Refusal("This file has been applied already. Bring it in again to read it otherwise.");
        if (command.Mapping.Count != import.Header.Length || command.Mapping.Any(m => !ImportTarget.IsKnown(import.Kind, m))) throw new Refusal("Say what each column is, or that it is nothing.");
        if (command.Mapping.Where(m => m.Length > 0).GroupBy(m => m).FirstOrDefault(g => g.Count() > 1) is { } twice) throw new Refusal("Two columns are {0}. Choose one of them.", twice.Key);
        var isNamed = command.Mapping.Any(m => m is ImportTarget.Name or ImportTarget.Code or ImportTarget.Barcodes or ImportTarget.SupplierCode);
        if (!isNamed) throw new Refusal("Say which column names the item: its name, its code or its barcode.");
        if (import.Kind == ImportKind.Prices && !command.Mapping.Contains(ImportTarget.Price)) throw new Refusal("Say which column is the price.");
        import.Mapping = [.. command.Mapping];
        import.Turn(ImportState.Checking);
    }, cancel);

    /// <summary>Applies what was looked at.</summary>
    public Task<ImportIs> ApplyAsync(ApplyImport command, Actor actor, CancellationToken cancel = default) => TurnAsync(command, command.ImportId, actor, import =>
    {
        if (import.State is ImportState.Applying or ImportState.Done) return;
        if (import.State != ImportState.Checked) throw new Refusal("Look first at what would change.");
        if (import.New + import.Changed == 0) throw new Refusal("There is nothing in this file that would change anything.");
        import.Turn(ImportState.Applying);
    }, cancel);

    /// <summary>Takes it back.</summary>
    public Task<ImportIs> UndoAsync(UndoImport command, Actor actor, CancellationToken cancel = default) => TurnAsync(command, command.ImportId, actor, import =>
    {
        if (import.State is ImportState.Undoing or ImportState.Undone) return;
        if (import.State != ImportState.Done) throw new Refusal("Only what was applied can be taken back.");
        import.Turn(ImportState.Undoing);
    }, cancel);

    /// <summary>Forgets a file that was not applied; again does nothing.</summary>
    public Task<ImportIs> DropAsync(DropImport command, Actor actor, CancellationToken cancel = default) =>
        book.CarryOutAsync(command, actor, async (db, _, ct) =>
        {
            var import = await LockedAsync(db, command.ImportId, ct);
            if (import is not null && import.State is not (ImportState.Mapping or ImportState.Checking or ImportState.Checked)) throw new Refusal("What was applied is not forgotten. It can be taken back.");
            if (import is not null) await db.ItemImports.Where(i => i.Id == import.Id).ExecuteDeleteAsync(ct);
            if (import is not null) db.Entry(import).State = EntityState.Detached;
            return new ImportIs(command.ImportId, ImportState.Undone);
        }, cancel);

    private Task<ImportIs> TurnAsync(Command<ImportIs> command, Guid importId, Actor actor, Action<ItemImport> turn, CancellationToken cancel) =>
        book.CarryOutAsync(command, actor, async (db, _, ct) =>
        {
            var import = await LockedAsync(db, importId, ct) ?? throw new Refusal("This file has been thrown away. Bring it in again.");
            turn(import);
            return new ImportIs(import.Id, import.State);
        }, cancel);

    private static Task<ItemImport?> LockedAsync(KitchenContext db, Guid id, CancellationToken cancel) => db.ItemImports.FromSql($"select * from item_imports where id = {id} for update").SingleOrDefaultAsync(cancel);

    // What a column's name meant before, the last time counting.
    private static async Task<Dictionary<string, string>> RememberedAsync(KitchenContext db, StageImport command, CancellationToken cancel)
    {
        var last = await db.ItemImports.AsNoTracking().Where(i => i.Kind == command.Kind && i.SupplierId == command.SupplierId && i.State != ImportState.Mapping).OrderByDescending(i => i.At).Take(Remembered).Select(i => new { i.Header, i.Mapping }).ToListAsync(cancel);
        var meant = new Dictionary<string, string>();
        foreach (var import in last)
            foreach (var (column, target) in import.Header.Zip(import.Mapping)) meant.TryAdd(column, target);
        return meant;
    }

    private static async Task<int> CopyAsync(NpgsqlConnection connection, Guid import, ImportTable table, CancellationToken cancel)
    {
        var count = 0;
        await using var copy = await connection.BeginBinaryImportAsync("copy import_rows (import_id, number, cells, verdict, fault) from stdin (format binary)", cancel);
        foreach (var row in table.Rows())
        {
            await copy.StartRowAsync(cancel);
            await copy.WriteAsync(import, NpgsqlDbType.Uuid, cancel);
            await copy.WriteAsync(row.Number, NpgsqlDbType.Integer, cancel);
            await copy.WriteAsync(row.Cells.Select(c => c.Replace("\0", "", StringComparison.Ordinal)).ToArray(), NpgsqlDbType.Array | NpgsqlDbType.Text, cancel);
            await copy.WriteAsync((short)RowVerdict.Unknown, NpgsqlDbType.Smallint, cancel);
            if (row.Fault is { } fault) await copy.WriteAsync(RootLoader.Write(RowProblem.Of(fault)), NpgsqlDbType.Jsonb, cancel);
            else await copy.WriteNullAsync(cancel);
            count++;
        }
        await copy.CompleteAsync(cancel);
        return count;
    }
}
