using KitchenDisplay.Web.Live;
using Microsoft.AspNetCore.Components;

namespace KitchenDisplay.Web.Components;

/// <summary>A screen that looks at the board, and renders only when something of its own has changed.</summary>
public abstract class LiveScreen : ComponentBase, IDisposable
{
    private IDisposable? eye;
    private bool gone;

    [Inject]
    protected LiveBoard Board { get; set; } = default!;

    protected override void OnInitialized() => eye = Board.Subscribe(_ => LookAgainAsync());

    /// <summary>After <see cref="OnInitialized"/> and whenever the address changes; Blazor renders afterwards in any case.</summary>
    protected override void OnParametersSet() => See(Board.Snapshot);

    /// <summary>Takes from the snapshot what this screen shows.</summary>
    /// <returns>False when all of it is as before.</returns>
    protected abstract bool See(BoardSnapshot snapshot);

    private async Task LookAgainAsync()
    {
        try
        {
            await InvokeAsync(() =>
            {
                // The newest and not the one that rang: the parameters may have shown a later one since.
                if (!gone && See(Board.Snapshot)) StateHasChanged();
            });
        }
        catch (Exception problem) when (!gone)
        {
            await DispatchExceptionAsync(problem);
        }
    }

    public void Dispose()
    {
        Dispose(disposing: true);
        GC.SuppressFinalize(this);
    }

    /// <summary>A screen that overrides this calls it as well, or the board never forgets the screen.</summary>
    protected virtual void Dispose(bool disposing)
    {
        gone = true;
        eye?.Dispose();
    }
}
