using System.Text.Json;
using KitchenDisplay.Core.Commands;
using KitchenDisplay.Core.House;
using KitchenDisplay.Core.Inventory;
using KitchenDisplay.Core.Inventory.Purchasing;
using KitchenDisplay.Core.Inventory.Receiving;
using KitchenDisplay.Web.Doors;
using KitchenDisplay.Web.Live;
using Microsoft.AspNetCore.Components;

namespace KitchenDisplay.Web.Features.Inventory.Receiving;

/// <summary>Where a delivery is taken in with a scanner: scans become lines one after the other, and all of them are received at once.</summary>
public sealed partial class ReceivePage(Arrivals arrivals, StockList stocks, OrderList orders, DeliveryService deliveries, LiveBoard board, Badge badge) : IDisposable
{
    private readonly Asking asking = new();
    private readonly SemaphoreSlim oneByOne = new(1);
    private readonly TaskCompletionSource loaded = new();
    private readonly Dictionary<Guid, Item> items = [];
    private readonly List<Mistake> mistakes = [];
    private DeliveryDraft draft = new();
    private ArrivalLimits limits = new([], []);
    private IReadOnlyList<Place> places = [];
    private IReadOnlyList<OrderRow> awaited = [];
    private OrderSheet? sheet;
    private DeliveryReceived? received;
    private ScanField? field;
    private DateOnly today;
    private Guid? shown;
    private bool isRead;

    /// <summary>The order that it belongs to; null for none.</summary>
    [Parameter]
    public Guid? OrderId { get; set; }

    private Restaurant? House => board.Snapshot.All<Restaurant>().FirstOrDefault();

    private string KeptAs => $"kd-delivery-{OrderId?.ToString() ?? "free"}";

    protected override async Task OnParametersSetAsync()
    {
        if (isRead && shown == OrderId) return;
        (shown, draft, received) = (OrderId, new(), null);
        mistakes.Clear();
        (places, limits, today) = (await stocks.PlacesAsync(), await arrivals.LimitsAsync(), await arrivals.TodayAsync());
        await ReadOrderAsync();
        isRead = true;
    }

    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        // The field is there only now, and with it the browser's copy of what was scanned before.
        if (field is null || !field.IsNew(KeptAs)) return;
        if (await field.LoadAsync(KeptAs) is { } kept)
        {
            draft = kept;
            foreach (var id in draft.Lines.Select(l => l.ItemId).OfType<Guid>().Distinct()) await KnowAsync(id);
            StateHasChanged();
        }
        loaded.TrySetResult();
        // The link to the order is gone, and with it the focus.
        await field.FocusAsync();
    }

    private async Task ReadOrderAsync()
    {
        sheet = OrderId is { } id ? await orders.SheetAsync(id) : null;
        awaited = sheet is null ? await orders.AwaitedAsync() : [];
        foreach (var item in sheet?.Items.Values ?? []) items[item.Id] = item;
    }

    /// <summary>One scan after the other, in the order in which they came.</summary>
    private async Task ScannedAsync(Scan scan)
    {
        await loaded.Task;
        await oneByOne.WaitAsync();
        try
        {
            if (!draft.Hears(scan.Id)) return;
            await TakeAsync(scan.Typed);
            await KeepAsync();
        }
        finally
        {
            oneByOne.Release();
        }
    }

    private async Task TakeAsync(string typed)
    {
        try
        {
            var found = await arrivals.FindAsync(typed);
            var line = DraftLine.Of(found.Code);
            if (found.Item is { } item) await BecomeAsync(line, item, ScannedQuantity.Of(found.Code, found.Pack!));
            draft.Add(line);
        }
        catch (Refusal refusal)
        {
            mistakes.Insert(0, new(Readable(typed), refusal.Reasons));
        }
    }

    private async Task BecomeAsync(DraftLine line, Item item, ScannedQuantity? quantity)
    {
        items[item.Id] = item;
        line.Is(item, quantity, draft.Lines.Find(l => l.ItemId == item.Id)?.Place ?? await arrivals.PlaceOfAsync(item.Id) ?? places[0].Id);
        line.Temperature = draft.Lines.Find(l => l.ItemId == item.Id)?.Temperature;
    }

    private async Task LearnedAsync(ScannedCode code)
    {
        var found = await arrivals.KnownAsync(code);
        if (found.Item is not { } item) return;
        foreach (var line in draft.TakeOut(code.Code!))
        {
            await BecomeAsync(line, item, ScannedQuantity.Of(line.Code!, found.Pack!));
            draft.Add(line);
        }
        await KeepAsync();
        if (field is not null) await field.FocusAsync();
    }

    private async Task TypedAsync(Guid id)
    {
        if (await KnowAsync(id) is not { } item) return;
        var line = new DraftLine();
        await BecomeAsync(line, item, null);
        draft.Add(line);
        await KeepAsync();
    }

    private async Task<Item?> KnowAsync(Guid id)
    {
        if (!items.ContainsKey(id) && await stocks.ItemAsync(id) is var (item, _)) items[id] = item;
        return items.GetValueOrDefault(id);
    }

    // Whoever has measured one box of it has measured them all, until somebody measures another one.
    private Task MeasuredAsync(DraftLine line)
    {
        foreach (var other in draft.Lines.Where(l => l.ItemId == line.ItemId && l.Temperature is null)) other.Temperature = line.Temperature;
        return KeepAsync();
    }

    private Task RemoveAsync(DraftLine line)
    {
        draft.Lines.Remove(line);
        return KeepAsync();
    }

    private Task NoteAsync(string? note)
    {
        draft.Note = note;
        return KeepAsync();
    }

    private async Task ReceiveAsync()
    {
        var isDone = await asking.IsGrantedAsync(async () =>
        {
            try
            {
                received = await deliveries.ReceiveAsync(draft.Receive(OrderId, sheet?.Order.Version, items), badge.ActorOrRefuse());
            }
            catch (Refusal refusal)
            {
                if (refusal.IdIsUsed) draft.Command = Guid.CreateVersion7();
                // Somebody else was at the same order: what is open now stands beside what was scanned, and nothing of that is lost.
                if (refusal.CanBeConfirmed) await ReadOrderAsync();
                throw;
            }
        });
        if (isDone && field is not null) await field.ForgetAsync(KeptAs);
    }

    private async Task NextAsync()
    {
        (draft, received) = (new(), null);
        mistakes.Clear();
        await ReadOrderAsync();
    }

    private Task KeepAsync() => field?.KeepAsync(KeptAs, JsonSerializer.Serialize(draft)) ?? Task.CompletedTask;

    private static string Readable(string typed) => string.Concat(typed.Select(c => char.IsControl(c) ? '·' : c)) is { Length: > 120 } longer ? longer[..120] + "…" : string.Concat(typed.Select(c => char.IsControl(c) ? '·' : c));

    public void Dispose() => oneByOne.Dispose();

    /// <summary>A scan that was not taken in.</summary>
    private sealed record Mistake(string Typed, IReadOnlyList<Sentence> Reasons);
}
