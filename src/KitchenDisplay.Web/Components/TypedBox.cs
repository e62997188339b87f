using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Rendering;

namespace KitchenDisplay.Web.Components;

/// <summary>
/// A box that is heard letter by letter, for however fast a typist and however busy a server. `@bind` makes a new handler with every render; letters that are on their way
/// while one goes and the next comes can meet neither, are lost, and the box is put back to an older text. This one keeps its handler for as long as it stands.
/// </summary>
public sealed class TypedBox : ComponentBase
{
    private string? given, text;

    [Parameter, EditorRequired]
    public string? Value { get; set; }

    /// <summary>What stands in the box now; never null.</summary>
    [Parameter]
    public EventCallback<string> ValueChanged { get; set; }

    /// <summary>Whether it has several lines.</summary>
    [Parameter]
    public bool HasLines { get; set; }

    /// <summary>The attributes of the element.</summary>
    [Parameter(CaptureUnmatchedValues = true)]
    public IReadOnlyDictionary<string, object>? Attributes { get; set; }

    protected override void OnParametersSet()
    {
        if (Value != given) (given, text) = (Value, Value);
    }

    protected override void BuildRenderTree(RenderTreeBuilder builder)
    {
        builder.OpenElement(0, HasLines ? "textarea" : "input");
        builder.AddMultipleAttributes(1, Attributes);
        builder.AddAttribute(2, "value", text);
        // By method: equal from render to render, and the binding stays.
        builder.AddAttribute(3, "oninput", EventCallback.Factory.Create<ChangeEventArgs>(this, HearAsync));
        builder.SetUpdatesAttributeName("value");
        builder.CloseElement();
    }

    private Task HearAsync(ChangeEventArgs letter)
    {
        // At once, before whoever asked hands it back: a render in between must not write an older text over newer letters.
        given = text = letter.Value as string ?? "";
        return ValueChanged.InvokeAsync(text);
    }
}
