using System.Globalization;
using KitchenDisplay.Core.Commands;
using KitchenDisplay.Core.Data;
using KitchenDisplay.Core.Inventory.Purchasing;
using Microsoft.EntityFrameworkCore;

namespace KitchenDisplay.Core.Inventory.Exchange;

/// <summary>Rows of a supplier's price list. What they sell is known by their own number, else by the item. What the house does not keep is no item by itself, and a row about it says so.</summary>
internal sealed class PriceRows(KitchenContext db, ItemImport import, DateTimeOffset now, RowsBefore before) : IRowWork
{
    private const decimal Most = 1_000_000;

    public async Task WorkAsync(IReadOnlyList<ImportRow> rows, bool isApplied, CancellationToken cancel)
    {
        var lines = rows.Where(r => r.Fault is null).ToDictionary(r => r, r => PriceLine.Read(r.Cells, import.Mapping));
        var known = await KnownItems.ReadAsync(db, lines.Values.Select(l => (l.Code, l.Name, (IReadOnlyList<string>)l.Barcodes)), isLocked: false, cancel);
        var offers = await OffersAsync(lines.Values, known, cancel);
        foreach (var row in rows)
        {
            var problems = row.Fault is { } fault ? [fault.Sentence] : Decide(row, lines[row], known, offers, isApplied);
            if (problems.Count > 0) (row.Verdict, row.Problems, row.Changes) = (RowVerdict.Bad, [.. problems.Select(RowProblem.Of)], null);
        }
    }

    public async Task<int> UndoAsync(IReadOnlyList<ImportRow> rows, CancellationToken cancel)
    {
        var ids = rows.Select(r => r.TargetId!.Value).ToArray();
        var offers = await db.Offers.FromSql($"select * from offers where id = any({ids}) order by id for update").ToDictionaryAsync(o => o.Id, cancel);
        var items = await ItemsAsync(offers.Values.Select(o => o.ItemId), cancel);
        var kept = 0;
        foreach (var row in rows)
        {
            if (offers.GetValueOrDefault(row.TargetId!.Value) is not { } offer || Pack(offer) != row.Applied!.Left) kept++;
            // What somebody may have ordered by then is not sold any more, and is not forgotten.
            else if (row.Applied.Offer is not { } was) offer.Active = false;
            else Put(offer, was, InventoryService.Base(items[offer.ItemId], was.Pack, was.Unit));
        }
        return kept;
    }

    private async Task<List<Offer>> OffersAsync(IEnumerable<PriceLine> lines, KnownItems known, CancellationToken cancel)
    {
        var codes = lines.Select(l => l.SupplierCode).OfType<string>().Distinct().ToArray();
        var items = lines.Select(l => known.Find(l.Code, l.Barcodes, l.Name)?.Id).OfType<Guid>().Distinct().ToArray();
        return await db.Offers.FromSql($"select * from offers where supplier_id = {import.SupplierId} and (code = any({codes}) or item_id = any({items})) order by id for update").ToListAsync(cancel);
    }

    private Task<Dictionary<Guid, Item>> ItemsAsync(IEnumerable<Guid> ids, CancellationToken cancel)
    {
        var wanted = ids.Distinct().ToArray();
        return db.Items.AsNoTracking().Include(i => i.Measures).Where(i => wanted.Contains(i.Id)).ToDictionaryAsync(i => i.Id, cancel);
    }

    private IReadOnlyList<Sentence> Decide(ImportRow row, PriceLine line, KnownItems known, List<Offer> offers, bool isApplied)
    {
        if (line.Problems.Count > 0) return line.Problems;
        var item = known.Find(line.Code, line.Barcodes, line.Name);
        var offer = offers.Find(o => line.SupplierCode is not null && o.Code == line.SupplierCode && (item is null || o.ItemId == item.Id)) ?? offers.Find(o => item is not null && o.ItemId == item.Id && (line.SupplierCode is null || o.Code is null || o.Code == line.SupplierCode));
        if (item is null && offer is null) return [new("Nothing here has this number, barcode or name. Add the item first, or say on its supplier's page which one it is.")];
        if (line.Price is not { } price) return [new("Say what a pack costs.")];
        if (price is < 0 or > Most) return [new("{0} is no price: from 0 to {1}.", price, Most)];
        var was = offer is null ? null : Pack(offer);
        var wanted = new OfferedPack(line.SupplierCode ?? was?.Code, line.Pack ?? was?.Pack ?? 1, line.PackUnit ?? was?.Unit ?? Units.Name(item!.Unit), Math.Round(price, 3), true);
        try
        {
            // The item of an offer that only its supplier's number has named is looked at when the row is applied; its pack stays as it was then.
            var inBase = item is not null ? InventoryService.Base(item, wanted.Pack, wanted.Unit) : wanted.Pack == was!.Pack && wanted.Unit == was.Unit ? offer!.PackInBase : throw new Refusal("To change the pack of {0}, name the item as well: its code, barcode or name.", line.SupplierCode!);
            if (before.Take(row.Number, [$"offer {offer?.Id.ToString() ?? item!.Id.ToString()}"]) is { } twice) return [twice];
            Change(row, offer, item, was, wanted, inBase, isApplied);
            return [];
        }
        catch (Refusal refusal)
        {
            return refusal.Reasons;
        }
    }

    private void Change(ImportRow row, Offer? offer, Item? item, OfferedPack? was, OfferedPack wanted, decimal inBase, bool isApplied)
    {
        row.TargetId = offer?.Id ?? row.TargetId ?? Guid.CreateVersion7();
        row.Problems = null;
        row.Changes = [.. new RowChange[]
        {
            new(ImportTarget.SupplierCode, was?.Code, wanted.Code), new(ImportTarget.Pack, was is null ? null : PackWords.Of(was.Pack, was.Unit), PackWords.Of(wanted.Pack, wanted.Unit)),
            new(ImportTarget.Price, was?.Price.ToString("0.###", CultureInfo.InvariantCulture), wanted.Price.ToString("0.###", CultureInfo.InvariantCulture)), new(ImportTarget.Bought, was is null ? null : was.Active ? "yes" : "no", "yes"),
        }.Where(c => c.Old != c.New)];
        row.Verdict = was is null ? RowVerdict.New : row.Changes.Count > 0 ? RowVerdict.Changed : RowVerdict.Same;
        if (!isApplied || row.Verdict == RowVerdict.Same) return;
        if (offer is null) db.Add(offer = new Offer { Id = row.TargetId.Value, SupplierId = import.SupplierId!.Value, ItemId = item!.Id, Unit = wanted.Unit });
        Put(offer, wanted, inBase);
        row.Applied = new(was is null, 0, [], null, was, wanted);
    }

    private void Put(Offer offer, OfferedPack pack, decimal inBase)
    {
        (offer.Code, offer.Pack, offer.Unit, offer.PackInBase, offer.Active) = (pack.Code, pack.Pack, pack.Unit, inBase, pack.Active);
        SupplierService.SetPrice(db, offer, pack.Price, db.Entry(offer).State == EntityState.Added ? null : offer.Price, now);
    }

    private static OfferedPack Pack(Offer offer) => new(offer.Code, offer.Pack, offer.Unit, offer.Price, offer.Active);
}
