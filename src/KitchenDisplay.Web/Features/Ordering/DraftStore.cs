using Microsoft.JSInterop;

namespace KitchenDisplay.Web.Features.Ordering;

/// <summary>Keeps drafts in the browser's IndexedDB, on its disk. Where the browser allows none (a private window), it says so and the draft lives in this circuit only.</summary>
public sealed class DraftStore(IJSRuntime script) : IAsyncDisposable
{
    private Task<IJSObjectReference>? module;

    /// <summary>False once the browser has refused to keep a draft: a reload would lose it.</summary>
    public bool IsDurable { get; private set; } = true;

    /// <summary>The order's draft, or null.</summary>
    public async Task<Draft?> LoadAsync(Guid orderId) =>
        Draft.FromJson(await TryAsync(async js => await js.InvokeAsync<string?>("load", orderId), null));

    /// <summary>The orders that have a draft.</summary>
    public Task<Guid[]> OrdersAsync() => TryAsync(async js => await js.InvokeAsync<Guid[]>("orders"), []);

    /// <summary>Writes the draft over the one with the stamp <paramref name="seen"/> (null: over none), or removes it.</summary>
    /// <returns>What another tab has written meanwhile; then nothing was written.</returns>
    public async Task<Conflict?> SaveAsync(Guid orderId, string? seen, Draft? draft)
    {
        var saved = await TryAsync(async js => await js.InvokeAsync<Saved>("save", orderId, seen, draft?.Stamp, draft?.ToJson()), new Saved(true, null));
        return saved.IsSaved ? null : new Conflict(Draft.FromJson(saved.Draft));
    }

    /// <summary>Calls <c>DraftChangedElsewhere</c> on the screen when another tab of this browser has written the order's draft.</summary>
    public Task<IJSObjectReference?> WatchAsync<TScreen>(Guid orderId, DotNetObjectReference<TScreen> screen) where TScreen : class =>
        TryAsync<IJSObjectReference?>(async js => await js.InvokeAsync<IJSObjectReference>("watch", orderId, screen), null);

    private async Task<T> TryAsync<T>(Func<IJSObjectReference, Task<T>> call, T otherwise)
    {
        if (!IsDurable) return otherwise;
        try
        {
            module ??= script.InvokeAsync<IJSObjectReference>("import", "./js/draft.js").AsTask();
            return await call(await module);
        }
        catch (JSException)
        {
            // Ordering goes on without the browser's memory. A lost circuit is another exception and ends this screen.
            IsDurable = false;
            return otherwise;
        }
    }

    public async ValueTask DisposeAsync()
    {
        try
        {
            if (module is not null) await (await module).DisposeAsync();
        }
        catch (JSException)
        {
        }
        catch (JSDisconnectedException)
        {
        }
    }

    /// <summary>Another tab was quicker.</summary>
    /// <param name="Stored">The draft that it has left; null when it has sent or removed it.</param>
    public sealed record Conflict(Draft? Stored);

    private sealed record Saved([property: System.Text.Json.Serialization.JsonPropertyName("saved")] bool IsSaved, string? Draft);
}
