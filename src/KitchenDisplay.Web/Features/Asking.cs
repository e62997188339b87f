using KitchenDisplay.Core.Commands;

namespace KitchenDisplay.Web.Features;

/// <summary>Asks a service for something that may be refused, and keeps the sentences for the screen.</summary>
public sealed class Asking
{
    private bool isBusy;

    /// <summary>Why the last one was refused; empty when it was not.</summary>
    public IReadOnlyList<Sentence> Reasons { get; private set; } = [];

    /// <summary>The screen asks something else now.</summary>
    public void Forget() => Reasons = [];

    /// <summary>True when it was carried out. A second tap while the first is on its way does nothing.</summary>
    public async Task<bool> IsGrantedAsync(Func<Task> command)
    {
        if (isBusy) return false;
        isBusy = true;
        Reasons = [];
        try
        {
            await command();
            return true;
        }
        catch (Refusal refusal)
        {
            Reasons = refusal.Reasons;
            return false;
        }
        catch (Exception)
        {
            // The command keeps its id: if it was carried out after all, asking again finds it.
            Reasons = [new Sentence("The kitchen does not answer. Try again.")];
            return false;
        }
        finally
        {
            isBusy = false;
        }
    }
}
