using System.Text.Json;
using KitchenDisplay.Core.Commands;
using KitchenDisplay.Core.Inventory;
using KitchenDisplay.Core.Inventory.Receiving;
using KitchenDisplay.Web.Features.Inventory.Receiving;

namespace KitchenDisplay.Tests.Web.Features.Inventory.Receiving;

public sealed class DeliveryDraftTests
{
    private static readonly DateOnly today = new(2026, 7, 14);
    private static readonly Item meat = new() { Name = "Ribeye", Unit = BaseUnit.Gram };
    private static readonly ItemBarcode pack = new() { Code = "09506000134352", ItemId = meat.Id, Quantity = 4, Unit = "kg" };
    private static readonly Dictionary<Guid, Item> items = new() { [meat.Id] = meat };

    [Fact]
    public void The_same_lot_scanned_again_is_added_to_its_line_and_another_one_gets_its_own()
    {
        var draft = new DeliveryDraft();
        draft.Add(Scanned("(01)09506000134352(10)L1"));
        draft.Add(Scanned("(01)09506000134352(10)L2"));
        draft.Add(Scanned("(01)09506000134352(10)L1"));
        Assert.Equal([("L1", 8m, 2), ("L2", 4m, 1)], draft.Lines.Select(l => (l.LotCode, l.Quantity!.Value, l.Scans)));
        Assert.Equal(4, draft.Lines[0].Pack);
        Assert.Equal(12_000, draft.Came(items)[meat.Id]);
    }

    [Fact]
    public void Weighed_packs_of_one_lot_are_summed_with_their_prices()
    {
        var draft = new DeliveryDraft();
        draft.Add(Scanned("(01)99506000134355(3103)004125(10)L1(3922)1000"));
        draft.Add(Scanned("(01)99506000134355(3103)003875(10)L1(3922)0900"));
        var line = Assert.Single(draft.Lines);
        Assert.Equal((8m, "kg", 19m), (line.Quantity!.Value, line.Unit, line.Price!.Value));
        Assert.Null(line.Pack);
    }

    [Fact]
    public void A_pack_of_which_there_is_only_one_is_not_taken_in_twice_and_a_scan_is_heard_once()
    {
        var draft = new DeliveryDraft();
        draft.Add(Scanned("(01)09506000134352(21)A1"));
        draft.Add(Scanned("(01)09506000134352(21)A2"));
        Assert.Contains("very pack", Assert.Throws<Refusal>(() => draft.Add(Scanned("(01)09506000134352(21)A1"))).Message, StringComparison.Ordinal);
        Assert.Equal(2, Assert.Single(draft.Lines).Scans);
        Assert.True(draft.Hears("x"));
        Assert.False(draft.Hears("x"));
    }

    [Fact]
    public void What_was_scanned_before_anybody_knew_it_is_put_together_when_it_is_learned()
    {
        var draft = new DeliveryDraft();
        for (var i = 0; i < 3; i++) draft.Add(DraftLine.Of(BarcodeReader.Read("(01)09506000134352(10)L1", today)));
        Assert.Equal(3, draft.Lines.Count);
        foreach (var line in draft.TakeOut("09506000134352"))
        {
            line.Is(meat, ScannedQuantity.Of(line.Code!, pack), Guid.Empty);
            draft.Add(line);
        }
        Assert.Equal((12m, 3), (Assert.Single(draft.Lines).Quantity!.Value, draft.Lines[0].Scans));
    }

    [Fact]
    public void What_the_browser_has_kept_is_the_same_delivery()
    {
        var draft = new DeliveryDraft { Note = "DN 1" };
        draft.Add(Scanned("(01)09506000134352(10)L1(17)260731"));
        draft.Lines[0].Temperature = 3.5m;
        draft.Differences[meat.Id] = new() { Reason = "short", IsStillToCome = true };
        draft.Hears("x");
        var kept = JsonSerializer.Deserialize<DeliveryDraft>(JsonSerializer.Serialize(draft))!;
        Assert.Equal(JsonSerializer.Serialize(draft.Receive(null, null, items)), JsonSerializer.Serialize(kept.Receive(null, null, items)));
        Assert.False(kept.Hears("x"));
    }

    [Fact]
    public void What_is_not_said_is_asked_for_line_by_line()
    {
        var draft = new DeliveryDraft();
        draft.Add(DraftLine.Of(BarcodeReader.Read("9506000134352", today)));
        var bare = new DraftLine();
        bare.Is(meat, null, Guid.Empty);
        draft.Add(bare);
        Assert.Equal(2, Assert.Throws<Refusal>(() => draft.Receive(null, null, items)).Reasons.Count);
    }

    private static DraftLine Scanned(string label)
    {
        var line = DraftLine.Of(BarcodeReader.Read(label, today));
        line.Is(meat, ScannedQuantity.Of(line.Code!, pack), Guid.Empty);
        return line;
    }
}
