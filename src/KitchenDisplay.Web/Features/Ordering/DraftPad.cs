using KitchenDisplay.Core.Commands;
using KitchenDisplay.Core.Ordering;

namespace KitchenDisplay.Web.Features.Ordering;

/// <summary>The draft of one order in one tab: changes it, sends it, and knows how the sending went. What it shows is always what the browser keeps.</summary>
/// <remarks>Frozen in the browser first, sent then: so whoever is killed in between finds it, and sends the same content under the same id.</remarks>
public sealed class DraftPad(Guid orderId, DraftStore store, DraftSending sending, TimeProvider clock) : IDisposable
{
    private static readonly TimeSpan LongestWait = TimeSpan.FromSeconds(8);

    private readonly SemaphoreSlim turn = new(1, 1);
    private readonly CancellationTokenSource gone = new();
    private string? seen;

    public Draft Draft { get; private set; } = Draft.New(orderId);

    /// <summary>Why the last send was refused.</summary>
    public IReadOnlyList<Sentence> Reasons { get; private set; } = [];

    /// <summary>The draft's id stands for something else: only <see cref="RenewAsync"/> helps.</summary>
    public bool IsIdUsed { get; private set; }

    /// <summary>The dishes of which there is not enough, when the last send was refused for nothing else.</summary>
    public IReadOnlyList<ShortDish> ShortDishes { get; private set; } = [];

    /// <summary>An attempt had no answer. The kitchen may have the ticket or not; it is tried again until that is known.</summary>
    public bool IsUnconfirmed { get; private set; }

    /// <summary>The last ticket that this tab has sent.</summary>
    public TicketSent? Sent { get; private set; }

    /// <summary>Something that the screen shows has changed. May be raised on any thread.</summary>
    public event Action? Changed;

    /// <summary>Takes the draft out of the browser; one that was on its way is sent again.</summary>
    public async Task LoadAsync()
    {
        await InTurnAsync(async () => Adopt(await store.LoadAsync(orderId)));
        if (Draft.IsFrozen) await DeliverAsync();
    }

    /// <summary>Another tab of this browser has written the draft.</summary>
    public async Task ReloadAsync()
    {
        var before = Draft;
        await InTurnAsync(async () =>
        {
            var stored = await store.LoadAsync(orderId);
            if (stored?.Stamp != seen) Adopt(stored);
        });
        // Both tabs may send it: it is the same command. So it arrives even if the other one is closed now.
        if (Draft.IsFrozen && Draft != before) await DeliverAsync();
    }

    /// <summary>Changes the draft and writes it down. If another tab was quicker, the change is made to what that one has left.</summary>
    public Task EditAsync(Func<Draft, Draft> edit) => InTurnAsync(async () =>
    {
        do
        {
            if (Draft.IsFrozen) return;
            var changed = edit(Draft);
            if (ReferenceEquals(changed, Draft)) return;
            Show(changed);
        }
        while (!await WriteAsync());
    });

    /// <summary>Freezes the draft and sends it. A second tap does nothing.</summary>
    public async Task SendAsync()
    {
        var isFrozen = false;
        await InTurnAsync(async () =>
        {
            if (Draft.IsFrozen || Draft.IsEmpty) return;
            Show(Draft.Freeze());
            isFrozen = await WriteAsync() || Draft.IsFrozen;
        });
        if (isFrozen) await DeliverAsync();
    }

    /// <summary>Sends what there is enough of, as another command.</summary>
    public async Task SendRestAsync()
    {
        var shortDishes = ShortDishes;
        await EditAsync(d => d.Without(shortDishes));
        await SendAsync();
    }

    /// <summary>Gives up a send without an answer. If it had arrived after all, its ticket is shown.</summary>
    public async Task TakeBackAsync()
    {
        var frozen = Draft;
        if (!frozen.IsFrozen) return;
        try
        {
            if (!await sending.TakeBack(frozen.CommandId))
            {
                await DeliverAsync();
                return;
            }
        }
        catch (Exception problem) when (problem is not Refusal)
        {
            Tell([new Sentence("The kitchen does not answer. It cannot be taken back before that; try again.")]);
            return;
        }
        await InTurnAsync(async () =>
        {
            if (Draft.CommandId != frozen.CommandId) return;
            Show(frozen.Renew());
            await WriteAsync();
        });
    }

    /// <summary>Goes on with the same lines under a new id.</summary>
    public Task RenewAsync() => EditAsync(d => d.Renew());

    private async Task DeliverAsync()
    {
        var frozen = Draft;
        for (var wait = TimeSpan.FromSeconds(1); Draft.CommandId == frozen.CommandId && Draft.IsFrozen; wait = wait * 2 < LongestWait ? wait * 2 : LongestWait)
        {
            try
            {
                await SettleAsync(frozen, await sending.Send(frozen.ToSend()));
            }
            catch (Refusal refusal)
            {
                await UnfreezeAsync(frozen, refusal);
            }
            // Whatever else it was: the outcome is unknown, and only the answer to the same command tells it.
            catch (Exception)
            {
                IsUnconfirmed = true;
                Changed?.Invoke();
                await Task.Delay(wait, clock, gone.Token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing | ConfigureAwaitOptions.ContinueOnCapturedContext);
                // Whoever opens the order the next time sends it on.
                if (gone.IsCancellationRequested) return;
            }
        }
    }

    private Task SettleAsync(Draft frozen, TicketSent sent) => InTurnAsync(async () =>
    {
        if (Draft.CommandId == frozen.CommandId)
        {
            Show(Draft.New(orderId));
            await WriteAsync();
        }
        Sent = sent;
    });

    private Task UnfreezeAsync(Draft frozen, Refusal refusal) => InTurnAsync(async () =>
    {
        // Taken back or settled by another tab meanwhile: then this is no news.
        if (Draft.CommandId != frozen.CommandId || !Draft.IsFrozen) return;
        Show(sending.Reprice(frozen.Unfreeze()));
        await WriteAsync();
        (IsIdUsed, ShortDishes) = (refusal.IdIsUsed, refusal.ShortDishes);
        Tell(refusal.Reasons);
    });

    /// <summary>False when another tab was quicker: then its draft is shown.</summary>
    private async Task<bool> WriteAsync()
    {
        if (await store.SaveAsync(orderId, seen, Draft.IsEmpty ? null : Draft) is { } conflict)
        {
            Adopt(conflict.Stored);
            return false;
        }
        seen = Draft.IsEmpty || !store.IsDurable ? null : Draft.Stamp;
        return true;
    }

    private void Adopt(Draft? stored)
    {
        seen = stored?.Stamp;
        Show(stored is { } found && found.OrderId == orderId ? found : Draft.New(orderId));
    }

    private void Show(Draft draft)
    {
        (Draft, Sent, IsUnconfirmed, IsIdUsed, ShortDishes) = (draft, null, false, false, []);
        Tell([]);
    }

    private void Tell(IReadOnlyList<Sentence> reasons)
    {
        Reasons = reasons;
        Changed?.Invoke();
    }

    private async Task InTurnAsync(Func<Task> work)
    {
        await turn.WaitAsync();
        try
        {
            await work();
        }
        finally
        {
            turn.Release();
            Changed?.Invoke();
        }
    }

    /// <summary>Stops trying. What is on its way at this moment is still settled.</summary>
    public void Dispose() => gone.Cancel();
}
