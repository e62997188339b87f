using Bunit;
using KitchenDisplay.Web.Components;
using Microsoft.AspNetCore.Components;

namespace KitchenDisplay.Tests.Web.Components;

public class TypedBoxTests : BunitContext
{
    private readonly List<string> heard = [];

    private IRenderedComponent<TypedBox> Open() =>
        Render<TypedBox>(box => box.Add(b => b.Value, "").Add(b => b.ValueChanged, EventCallback.Factory.Create<string>(this, heard.Add)).AddUnmatched("type", "search"));

    [Fact]
    public void A_letter_on_its_way_meets_its_handler_however_often_the_box_is_rendered_meanwhile()
    {
        var box = Open();
        var handler = box.Find("input").GetAttribute("blazor:oninput");

        foreach (var text in new[] { "b", "br", "bre" })
        {
            box.Find("input").Input(text);
            box.Render(b => b.Add(t => t.Value, text).Add(t => t.ValueChanged, EventCallback.Factory.Create<string>(this, heard.Add)));
        }

        Assert.Equal(handler, box.Find("input").GetAttribute("blazor:oninput"));
        Assert.Equal(["b", "br", "bre"], heard);
    }

    [Fact]
    public void A_render_before_the_text_comes_back_does_not_write_the_older_one()
    {
        var box = Open();

        box.Find("input").Input("bream");

        Assert.Equal("bream", box.Find("input").GetAttribute("value"));
    }

    [Fact]
    public void What_is_wanted_from_outside_is_written()
    {
        var box = Open();
        box.Find("input").Input("bream");

        box.Render(b => b.Add(t => t.Value, ""));
        Assert.Equal("", box.Find("input").GetAttribute("value"));

        box.Render(b => b.Add(t => t.Value, "sole").Add(t => t.HasLines, true));
        Assert.Equal("sole", box.Find("textarea").GetAttribute("value"));
        Assert.Equal("search", box.Find("textarea").GetAttribute("type"));
    }
}
