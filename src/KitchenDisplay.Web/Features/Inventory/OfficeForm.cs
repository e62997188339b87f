using KitchenDisplay.Core.Commands;
using KitchenDisplay.Core.Staff;
using KitchenDisplay.Web.Doors;
using KitchenDisplay.Web.Live;
using Microsoft.AspNetCore.Components;

namespace KitchenDisplay.Web.Features.Inventory;

/// <summary>A form that asks for one thing, once. What was typed stays until it is done; then whoever shows the form puts a new one in its place.</summary>
public abstract class OfficeForm : ComponentBase
{
    private readonly Asking asking = new();
    private Guid command = Guid.CreateVersion7();
    private bool isDone;

    [Inject]
    protected LiveBoard Board { get; set; } = default!;

    [Inject]
    protected Badge Badge { get; set; } = default!;

    /// <summary>It is done, and can be seen; with what is to be told of it, if anything.</summary>
    [Parameter]
    public EventCallback<Sentence?> OnDone { get; set; }

    /// <summary>What is told when it is done.</summary>
    protected Sentence? Told { get; set; }

    /// <summary>Why it was refused.</summary>
    protected IReadOnlyList<Sentence> Reasons => asking.Reasons;

    /// <summary>Asks for it under the number that this form has for it: a second tap does it no second time.</summary>
    protected async Task DoAsync(Func<Guid, Actor, Task> what)
    {
        if (isDone) return;
        isDone = await IsGrantedAsync(what);
        if (isDone) await OnDone.InvokeAsync(Told);
    }

    /// <summary>Asks for something that a form can ask for again and again, each time under a number of its own.</summary>
    protected async Task AskAsync(Func<Guid, Actor, Task> what, Sentence? told)
    {
        if (!await IsGrantedAsync(what)) return;
        command = Guid.CreateVersion7();
        await OnDone.InvokeAsync(told);
    }

    /// <summary>What was refused is of no interest any more.</summary>
    protected void Forget() => asking.Forget();

    private Task<bool> IsGrantedAsync(Func<Guid, Actor, Task> what) => asking.IsGrantedAsync(async () =>
    {
        try
        {
            await what(command, Badge.ActorOrRefuse());
        }
        catch (Refusal refusal) when (refusal.IdIsUsed)
        {
            command = Guid.CreateVersion7();
            throw;
        }
    });

    /// <summary>A quantity that was typed.</summary>
    /// <exception cref="Refusal">Nothing was.</exception>
    protected static decimal Typed(decimal? quantity) => quantity ?? throw new Refusal("Say how much.");
}
