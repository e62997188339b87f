using KitchenDisplay.Core.Sight;
using KitchenDisplay.Tests.Support;
using KitchenDisplay.Web.Live;

namespace KitchenDisplay.Tests.Web.Live;

public class ScreenBookTests
{
    private readonly HandClock clock = new();
    private readonly Guid id = Guid.CreateVersion7();
    private readonly ScreenBook book;

    public ScreenBookTests() => book = new ScreenBook(clock);

    [Fact]
    public void Only_what_is_new_is_written_at_once()
    {
        Hear();
        Assert.Single(book.Take(onlyNews: true));

        Hear();
        Assert.Empty(book.Take(onlyNews: true));
        Assert.Single(book.Take(onlyNews: false));

        Hear(visible: false);
        Assert.False(Assert.Single(book.Take(onlyNews: true)).IsVisible);
    }

    [Fact]
    public void A_hidden_screen_is_heard_and_no_longer_seen()
    {
        var before = clock.GetUtcNow();
        Hear();
        clock.Pass(TimeSpan.FromSeconds(2));
        Hear(visible: false);

        var screen = Assert.Single(book.Take(onlyNews: false));
        Assert.Equal((before, before, before.AddSeconds(2)), (screen.OpenedAt, screen.SeenAt, screen.HeardAt));
    }

    [Fact]
    public void What_a_page_lacks_counts_after_ten_seconds_and_not_when_it_came_meanwhile()
    {
        var (slow, quick) = (Guid.CreateVersion7(), Guid.CreateVersion7());
        Hear(lacks: [slow, quick]);
        clock.Pass(TimeSpan.FromSeconds(8));
        Hear(lacks: [slow]);
        clock.Pass(TimeSpan.FromSeconds(2));
        Hear(lacks: [slow, quick]);

        Assert.Equal([slow], Assert.Single(book.Take(onlyNews: false)).Lacks);
    }

    [Fact]
    public void A_closed_page_is_written_no_more()
    {
        Hear();
        book.Close(id);

        Assert.Empty(book.Take(onlyNews: false));
    }

    private void Hear(bool visible = true, params Guid[] lacks) => book.Hear(new Screen { Id = id, IsVisible = visible }, lacks);
}
