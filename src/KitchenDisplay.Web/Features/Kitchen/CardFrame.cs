using KitchenDisplay.Core.Kitchen;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web;

namespace KitchenDisplay.Web.Features.Kitchen;

/// <summary>Keeps a card that fails from taking the whole wall with it; a new card of the same ticket is tried again.</summary>
public sealed class CardFrame : ErrorBoundary
{
    private Card? shown;

    [Parameter, EditorRequired]
    public Card Card { get; set; } = default!;

    protected override void OnParametersSet()
    {
        if (!ReferenceEquals(shown, Card)) Recover();
        shown = Card;
        base.OnParametersSet();
    }
}
