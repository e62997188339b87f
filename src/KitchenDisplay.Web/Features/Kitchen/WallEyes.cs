using KitchenDisplay.Core.Sight;
using KitchenDisplay.Web.Live;
using Microsoft.AspNetCore.Components;
using Microsoft.JSInterop;

namespace KitchenDisplay.Web.Features.Kitchen;

/// <summary>Ties a wall to its page's script: tells the page every two seconds of which moment its picture is, and hears from it what can be seen. Renders nothing.</summary>
public sealed class WallEyes : ComponentBase, IAsyncDisposable
{
    private static readonly TimeSpan Every = TimeSpan.FromSeconds(2);

    // As long as the picture is old, so that the page learns at once when it is not any more.
    private static readonly TimeSpan Soon = TimeSpan.FromMilliseconds(250);

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    private readonly CancellationTokenSource gone = new();
    private DotNetObjectReference<WallEyes>? self;
    private DateTimeOffset? moment;
    private IReadOnlyList<Guid> lacks = [];
    private Guid? screen;

    [Parameter, EditorRequired]
    public WallView View { get; set; } = WallView.Nothing;

    [Inject]
    private IJSRuntime Browser { get; set; } = default!;

    [Inject]
    private LiveBoard Board { get; set; } = default!;

    [Inject]
    private StationCards Cards { get; set; } = default!;

    [Inject]
    private SightBook Sightings { get; set; } = default!;

    [Inject]
    private ScreenBook Screens { get; set; } = default!;

    [Inject]
    private TimeProvider Clock { get; set; } = default!;

    protected override bool ShouldRender() => false;

    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (!firstRender) return;
        self = DotNetObjectReference.Create(this);
        await Browser.InvokeVoidAsync("import", $"./{Assets["js/wall/sight.js"]}");
        await Browser.InvokeVoidAsync("kitchenSight.open", self);
        _ = BeatAsync();
    }

    private async Task BeatAsync()
    {
        while (!gone.IsCancellationRequested)
        {
            var began = Clock.GetTimestamp();
            try
            {
                await InvokeAsync(BeatOnceAsync);
            }
            catch (Exception problem) when (problem is JSDisconnectedException or JSException or OperationCanceledException or ObjectDisposedException or System.Text.Json.JsonException)
            {
                // The page is gone for the moment or for ever, or says what nobody understands: its silence says enough.
            }
            catch (Exception problem) when (!gone.IsCancellationRequested)
            {
                await DispatchExceptionAsync(problem);
                return;
            }
            var rest = (Clock.GetUtcNow() - moment < Every ? Every : Soon) - Clock.GetElapsedTime(began);
            if (rest > TimeSpan.Zero) await Task.Delay(rest, Clock, gone.Token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    private async Task BeatOnceAsync()
    {
        for (var look = 0; !TakeMoment() && look < 10; look++) await Task.Delay(50, gone.Token);
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(gone.Token);
        patience.CancelAfter(Patience);
        // What has been rendered: the wall gives it with the cards, in one batch.
        var shown = View;
        var report = await Browser.InvokeAsync<ScreenReport?>("kitchenSight.beat", patience.Token, moment?.ToUnixTimeMilliseconds(), shown.All.LineCount, shown.All.LineSum, shown.Scope.GetHashCode());
        if (report is null) return;
        lacks = new WallSight(shown).Lacks(Board.Snapshot, report.Holds);
        Hear(report);
    }

    /// <returns>False when the wall is behind the board: then the picture is of the moment before.</returns>
    private bool TakeMoment()
    {
        // First the time and then the board, which is of that time or newer.
        var read = Board.LastRead;
        if (View.IsKnown && !ReferenceEquals(Cards.On(Board.Snapshot, View.Scope), View.All)) return false;
        moment = read;
        return true;
    }

    /// <summary>Called by the script when something about its screen has changed.</summary>
    [JSInvokable]
    public void Changed(ScreenReport report)
    {
        if (report is not null) Hear(report);
    }

    /// <summary>Called by the script with rows that can be seen.</summary>
    [JSInvokable]
    public void Saw(IReadOnlyList<SeenRow> seen)
    {
        if (seen is null || seen.Sum(row => row?.Lines?.Count ?? 0) > SeenRow.Most) return;
        foreach (var sighting in new WallSight(View).Sightings(Board.Snapshot, [.. seen.Where(row => row is not null)], Clock.GetUtcNow())) Sightings.Note(sighting);
    }

    private void Hear(ScreenReport report)
    {
        // One page has one screen: what it was first called, it stays.
        screen ??= report.Id;
        if (View.House is null || !View.IsKnown) Screens.Close(screen.Value);
        else
        {
            Screens.Hear(new Screen
            {
                Id = screen.Value,
                DisplayId = View.Display?.Id,
                StationIds = View.Scope.Stations is { } stations ? [.. stations.Order()] : null,
                IsVisible = report.IsVisible,
                HasWakeLock = report.HasWakeLock,
                Zoom = Math.Clamp(report.Zoom, 0, 100),
                UsualZoom = Math.Clamp(report.UsualZoom, 0, 100),
                IsAudible = report.IsAudible,
            }, lacks);
        }
    }

    public async ValueTask DisposeAsync()
    {
        await gone.CancelAsync();
        if (screen is { } id) Screens.Close(id);
        try
        {
            if (self is not null) await Browser.InvokeVoidAsync("kitchenSight.close");
        }
        catch (Exception problem) when (problem is JSDisconnectedException or OperationCanceledException or InvalidOperationException)
        {
            // Nobody is there any more to be told.
        }
        self?.Dispose();
    }
}
