using KitchenDisplay.Core.Commands;
using KitchenDisplay.Core.House;
using KitchenDisplay.Core.Inventory.Counting;
using KitchenDisplay.Web.Doors;
using KitchenDisplay.Web.Live;
using Microsoft.AspNetCore.Components;
using Microsoft.JSInterop;

namespace KitchenDisplay.Web.Features.Inventory.Counting;

/// <summary>The sheet in a cook's hand: a line, a number, Enter, the next line. Others count on the same sheet, and are seen.</summary>
public sealed partial class SheetPage
{
    private readonly SheetWalk walk = new();
    private readonly Asking asking = new();
    private CountPad pad = new();
    private Guid command = Guid.CreateVersion7();
    private CountCard? card;
    private IDisposable? relay;
    private bool isRead, isGone;

    [Inject]
    private CountSheets Sheets { get; set; } = default!;

    [Inject]
    private CountingService Counting { get; set; } = default!;

    [Inject]
    private LiveBoard Board { get; set; } = default!;

    [Inject]
    private Badge Badge { get; set; } = default!;

    [Inject]
    private IJSRuntime Browser { get; set; } = default!;

    [Parameter]
    public Guid Id { get; set; }

    private Restaurant? House => Board.Snapshot.All<Restaurant>().FirstOrDefault();

    protected override async Task OnParametersSetAsync()
    {
        relay ??= Board.SubscribeRelay("count", sheets => sheets is null || sheets.Contains(Id) ? InvokeAsync(LookAgainAsync) : Task.CompletedTask);
        await ReadAsync();
        if (walk.Now is { } line) pad.Begin(line.Unit);
    }

    private async Task ReadAsync()
    {
        if (await Sheets.SheetAsync(Id) is { } sheet) walk.Take(sheet);
        isRead = true;
    }

    private async Task LookAgainAsync()
    {
        if (isGone) return;
        await ReadAsync();
        StateHasChanged();
    }

    private async Task CountAsync()
    {
        if (walk.Now is not { } line || pad.IsEmpty) return;
        // What is typed from here on is said of the next line.
        var said = pad;
        pad = new();
        pad.Begin(said.Unit);
        var granted = await asking.IsGrantedAsync(async () =>
        {
            try
            {
                await Counting.CountAsync(new(command, line.LineId, said.Said, walk.Seen, said.IsMore), Badge.ActorOrRefuse());
            }
            catch (Refusal refusal) when (refusal.IdIsUsed)
            {
                command = Guid.CreateVersion7();
                throw;
            }
        });
        if (!granted) pad = said;
        await ReadAsync();
        // Whoever is told that somebody else was faster has seen it now.
        walk.See();
        if (granted) await GoAsync(walk.Next, pad.Follow);
    }

    private Task SkipAsync() => GoAsync(walk.Next, pad.Begin);

    private Task ChooseAsync(Guid line) => GoAsync(() => walk.Choose(line), pad.Begin);

    private async Task AddedAsync(Guid line)
    {
        await ReadAsync();
        await ChooseAsync(line);
    }

    private async Task GoAsync(Action where, Action<string> begin)
    {
        where();
        command = Guid.CreateVersion7();
        asking.Forget();
        if (walk.Now is not { } line) return;
        begin(line.Unit);
        if (card is not null) await card.FocusAsync();
        await using var script = await Browser.InvokeAsync<IJSObjectReference>("import", $"./{Assets["js/count.js"]}");
        await script.InvokeVoidAsync("bringIntoView", $"line-{line.LineId}");
    }

    private string Clock(DateTimeOffset at) => House?.TimeOfDay(at).ToString("HH:mm", System.Globalization.CultureInfo.InvariantCulture) ?? "";

    public void Dispose()
    {
        isGone = true;
        relay?.Dispose();
    }
}
