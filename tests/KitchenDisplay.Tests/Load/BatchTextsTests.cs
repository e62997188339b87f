using System.Buffers;
using System.Text;
using KitchenDisplay.Load.Screens;

namespace KitchenDisplay.Tests.Load;

public class BatchTextsTests
{
    [Fact]
    public void The_text_of_a_captured_batch_is_found_whole() =>
        Assert.Equal(
            ["""<article data-ticket="0198f2a4-7c1e-7b53-9d0a-5f1e6c2b8a44">Crème brûlée ×2</article>"""],
            TextsOf(CapturedFrames.MarkupAppears));

    [Fact]
    public void Every_text_of_a_larger_batch_is_found_once() =>
        Assert.Equal(["AppAssembly", "Found", "RouteData", "Layout", "ChildContent"], TextsOf(CapturedFrames.BatchAndEndOfUpdate));

    private static List<string> TextsOf(string frame)
    {
        var texts = new List<string>();
        var protocol = new BlazorPackProtocol(batch =>
        {
            foreach (var text in new BatchTexts(batch))
                texts.Add(Encoding.UTF8.GetString(text));
        });
        var input = new ReadOnlySequence<byte>(Convert.FromBase64String(frame));
        Assert.True(protocol.TryParseMessage(ref input, new ScreenBinder(), out _));
        return texts;
    }
}
