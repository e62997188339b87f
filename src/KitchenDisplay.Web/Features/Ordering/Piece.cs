using Microsoft.AspNetCore.Components;

namespace KitchenDisplay.Web.Features.Ordering;

/// <summary>A part of a screen that shows one immutable value, and renders again only when the value is another one.</summary>
public abstract class Piece<T> : ComponentBase where T : notnull
{
    private T? shown;

    [Parameter, EditorRequired]
    public T Value { get; set; } = default!;

    protected override void OnInitialized() => shown = Value;

    protected override bool ShouldRender()
    {
        if (EqualityComparer<T>.Default.Equals(shown, Value)) return false;
        shown = Value;
        return true;
    }
}
