using KitchenDisplay.Core.Kitchen;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web;

namespace KitchenDisplay.Web.Features.Kitchen;

/// <summary>Keeps a card that fails from taking the whole wall with it; a new card of the same ticket is tried again. Renders when its card has changed.</summary>
public sealed class CardFrame : ErrorBoundary
{
    private Card? shown;
    private Card? rendered;
    private Exception? failed;

    [Parameter, EditorRequired]
    public Card Card { get; set; } = default!;

    protected override void OnParametersSet()
    {
        if (!ReferenceEquals(shown, Card)) Recover();
        shown = Card;
        base.OnParametersSet();
    }

    // A fragment is never known to be the same: without this every frame would render whenever the wall does.
    protected override bool ShouldRender() => !ReferenceEquals(rendered, Card) || !ReferenceEquals(failed, CurrentException);

    protected override void OnAfterRender(bool firstRender) => (rendered, failed) = (Card, CurrentException);
}
