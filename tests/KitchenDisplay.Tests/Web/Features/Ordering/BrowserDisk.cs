using Microsoft.JSInterop;

namespace KitchenDisplay.Tests.Web.Features.Ordering;

/// <summary>What draft.js does with IndexedDB, kept in memory: one disk, and as many tabs on it as a test needs.</summary>
internal sealed class BrowserDisk
{
    private readonly Dictionary<string, (string Stamp, string Draft)> drafts = [];

    /// <summary>What has happened, in order: "open" and "frozen" for a written draft, "gone" for a removed one, and what a test adds.</summary>
    internal List<string> Log { get; } = [];

    /// <summary>As in a private window: nothing can be read or written.</summary>
    internal bool IsClosed { get; init; }

    internal IJSRuntime Tab() => new TabScript(this);

    private object? Answer(string call, object?[] args) => call switch
    {
        _ when IsClosed => throw new JSException("A mutation operation was attempted on a database that did not allow mutations."),
        "load" => drafts.TryGetValue($"{args[0]}", out var stored) ? stored.Draft : null,
        "orders" => drafts.Keys.ToArray(),
        "save" => Save($"{args[0]}", (string?)args[1], (string?)args[2], (string?)args[3]),
        _ => throw new JSException($"draft.js has no {call}."),
    };

    private object Save(string order, string? seen, string? stamp, string? draft)
    {
        var stored = drafts.TryGetValue(order, out var found) ? found : ((string Stamp, string Draft)?)null;
        if (stored?.Stamp != seen) return new { saved = false, draft = stored?.Draft };
        if (draft is null) drafts.Remove(order);
        else drafts[order] = (stamp!, draft);
        Log.Add(draft is null ? "gone" : KitchenDisplay.Web.Features.Ordering.Draft.FromJson(draft)!.IsFrozen ? "frozen" : "open");
        return new { saved = true };
    }

    private sealed class TabScript(BrowserDisk disk) : IJSRuntime, IJSObjectReference
    {
        public ValueTask<T> InvokeAsync<T>(string identifier, object?[]? args) => InvokeAsync<T>(identifier, CancellationToken.None, args);

        public async ValueTask<T> InvokeAsync<T>(string identifier, CancellationToken cancellationToken, object?[]? args)
        {
            await Task.Yield();
            if (identifier == "import") return (T)(object)this;
            lock (disk)
            {
                // As over the wire: what comes back is what JSON makes of it.
                var json = System.Text.Json.JsonSerializer.Serialize(disk.Answer(identifier, args!));
                return System.Text.Json.JsonSerializer.Deserialize<T>(json, System.Text.Json.JsonSerializerOptions.Web)!;
            }
        }

        public ValueTask DisposeAsync() => ValueTask.CompletedTask;
    }
}
