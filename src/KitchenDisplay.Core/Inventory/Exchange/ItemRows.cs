using System.Text.Json.Nodes;
using KitchenDisplay.Core.Commands;
using KitchenDisplay.Core.Data;
using KitchenDisplay.Core.Inventory.Catalogue;
using Microsoft.EntityFrameworkCore;

namespace KitchenDisplay.Core.Inventory.Exchange;

/// <summary>Rows about items. An item is known by its code, else by a barcode, else by its whole name; what is not known is new.</summary>
internal sealed class ItemRows(KitchenContext db, ItemImport import, RowsBefore before) : IRowWork
{
    public async Task WorkAsync(IReadOnlyList<ImportRow> rows, bool isApplied, CancellationToken cancel)
    {
        var lines = rows.Where(r => r.Fault is null).ToDictionary(r => r, r => ItemLine.Read(r.Cells, import.Mapping));
        var known = await KnownItems.ReadAsync(db, lines.Values.Select(l => (l.Code, l.Name, (IReadOnlyList<string>)l.Barcodes)), isApplied, cancel);
        var batch = new ItemBatch();
        foreach (var row in rows)
        {
            if (row.Fault is { } fault) Refuse(row, [fault.Sentence]);
            else Decide(row, lines[row], known, batch);
        }
        if (isApplied) await batch.WriteAsync(db, cancel);
        else foreach (var row in rows) row.Applied = null;
    }

    public async Task<int> UndoAsync(IReadOnlyList<ImportRow> rows, CancellationToken cancel)
    {
        var ids = rows.Select(r => r.TargetId!.Value).ToArray();
        var items = await db.Items.FromSql($"select * from items where id = any({ids}) order by id for no key update").AsNoTracking().ToDictionaryAsync(i => i.Id, cancel);
        var (made, batch, kept) = (new List<Item>(), new ItemBatch(), 0);
        foreach (var row in rows)
        {
            if (items.GetValueOrDefault(row.TargetId!.Value) is not { } item || item.Version != row.Applied!.Version) kept++;
            else if (row.Applied.IsNew) made.Add(item);
            else
            {
                ItemFields.Put(item, row.Applied.Item!);
                (item.Version, item.ChangedBy) = (item.Version + 1, import.PersonId);
                batch.Changed.Add(item);
                batch.Forgotten.AddRange(row.Applied.Barcodes.Select(code => (code, item.Id)));
            }
        }
        await batch.WriteAsync(db, cancel);
        return kept + made.Count - await ForgottenItems.ForgetAsync(db, [.. made.Select(i => i.Id)], cancel);
    }

    private void Decide(ImportRow row, ItemLine line, KnownItems known, ItemBatch batch)
    {
        var problems = line.Problems.ToList();
        var item = known.Find(line.Code, line.Barcodes, line.Name);
        var isNew = item is null;
        if (item is null && line.Name is null) problems.Add(new("Say what it is called, or name a code or barcode that is known here."));
        if (item is null && line.Unit is null && problems.Count == 0) problems.Add(new("{0} is new: say whether it is weighed (g), poured (ml) or counted (pc).", line.Name!));
        if (item is not null && line.Unit is { } unit && unit != item.Unit) problems.Add(new("{0} is kept in {1}. Its unit cannot be changed by a file.", item.Name, Units.Name(item.Unit)));
        problems.AddRange(known.Others(item, line.Code, line.Barcodes, line.Name));
        if (problems.Count > 0)
        {
            Refuse(row, problems);
            return;
        }
        item ??= new Item { Id = row.TargetId ?? Guid.CreateVersion7(), Name = line.Name!, Unit = line.Unit!.Value };
        try
        {
            if (before.Take(row.Number, [$"item {item.Id}", .. Keys(line)]) is { } twice) Refuse(row, [twice]);
            else Change(row, line, item, isNew, known, batch);
        }
        catch (Refusal refusal)
        {
            Refuse(row, refusal.Reasons);
        }
    }

    private void Change(ImportRow row, ItemLine line, Item item, bool isNew, KnownItems known, ItemBatch batch)
    {
        var patch = Patch(line, item, isNew);
        List<string> barcodes = [.. line.Barcodes.Where(code => !known.Has(item, code))];
        var was = ItemFields.Put(item, patch);
        row.TargetId = item.Id;
        row.Problems = null;
        // Of a new one its cells say it all.
        row.Changes = isNew ? null : [.. patch.Fields.Select(f => new RowChange(f.Key, was.Fields[f.Key], f.Value)), .. patch.Attributes.Select(a => new RowChange(a.Key, was.Attributes[a.Key], a.Value)), .. barcodes.Select(code => new RowChange(ImportTarget.Barcodes, null, code))];
        row.Verdict = isNew ? RowVerdict.New : row.Changes!.Count > 0 ? RowVerdict.Changed : RowVerdict.Same;
        if (row.Verdict == RowVerdict.Same) return;
        (item.Version, item.ChangedBy) = (isNew ? 1 : item.Version + 1, import.PersonId);
        (isNew ? batch.Made : batch.Changed).Add(item);
        batch.Learned.AddRange(barcodes.Select(code => (code, item.Id)));
        row.Applied = new(isNew, item.Version, barcodes, isNew ? null : was);
    }

    private static ItemPatch Patch(ItemLine line, Item item, bool isNew)
    {
        var fields = line.Fields.Where(f => isNew || Tidy(f) != ItemFields.Of(item, f.Key)).ToDictionary(f => f.Key, f => (string?)f.Value);
        var attributes = line.Json.Select(a => (Path: a.Key, Json: (string?)a.Value)).Concat(line.Typed.Select(a => (Path: a.Key, Json: new Fact(a.Key, null, ItemFields.Attribute(item, a.Key)).Typed(a.Value))))
            .Where(a => !JsonNode.DeepEquals(Node(ItemFields.Attribute(item, a.Path)), Node(a.Json)));
        return new(fields, attributes.ToDictionary(a => a.Path, a => a.Json));
    }

    // As the item would write it: 2,50 is 2.5, and no is false.
    private static string? Tidy(KeyValuePair<string, string> field)
    {
        var probe = new Item { Name = "" };
        ItemFields.Put(probe, ItemPatch.Field(field.Key, field.Value));
        return ItemFields.Of(probe, field.Key);
    }

    private static JsonNode? Node(string? json) => json is null ? null : JsonNode.Parse(json);

    private static IEnumerable<string> Keys(ItemLine line) => new[] { line.Name is { } name ? $"name {name}" : null, line.Code is { } code ? $"code {code}" : null }.OfType<string>().Concat(line.Barcodes.Select(b => $"barcode {b}"));

    private static void Refuse(ImportRow row, IEnumerable<Sentence> problems) => (row.Verdict, row.Problems, row.Changes) = (RowVerdict.Bad, [.. problems.Select(RowProblem.Of)], null);
}
