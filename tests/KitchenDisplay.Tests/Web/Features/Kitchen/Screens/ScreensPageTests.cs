using Bunit;
using KitchenDisplay.Core.Data;
using KitchenDisplay.Core.House;
using KitchenDisplay.Core.Sight;
using KitchenDisplay.Tests.Support;
using KitchenDisplay.Web.Features.Kitchen.Screens;
using KitchenDisplay.Web.Live;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;

namespace KitchenDisplay.Tests.Web.Features.Kitchen.Screens;

public sealed class ScreensPageTests : BunitContext, IClassFixture<TestKitchen>
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    private readonly TestKitchen kitchen;
    private readonly SightWriter writer;
    private readonly ServiceProvider node;

    public ScreensPageTests(TestKitchen kitchen)
    {
        (this.kitchen, node) = (kitchen, TestKitchen.Provide(kitchen.Connections));
        writer = new SightWriter(node.GetRequiredService<NpgsqlDataSource>());
        var board = new LiveBoard(TimeProvider.System);
        using var connection = new NpgsqlConnection(kitchen.Connections.Kitchen);
        connection.Open();
        board.Take(new ChangeReader(connection, KitchenBridge.Kinds).Read());
        Services.AddLocalization();
        Services.AddSingleton(TimeProvider.System).AddSingleton(board).AddSingleton(new SightService(node.GetRequiredService<IDbContextFactory<KitchenContext>>()));
        Grill = board.Snapshot.All<Display>().Single(d => d.Slug == "grill").Id;
    }

    private Guid Grill { get; }

    [Fact]
    public async Task It_tells_what_is_wrong_with_each_display_and_follows()
    {
        var page = Render<ScreensPage>();
        page.WaitForAssertion(() => Assert.Contains("No screen open", Item(page, "Grill"), StringComparison.Ordinal), Patience);

        await WriteAsync(visible: false);
        page.WaitForAssertion(() => Assert.Contains("Its page is hidden", Item(page, "Grill"), StringComparison.Ordinal), Patience);

        await WriteAsync(visible: true);
        page.WaitForAssertion(() => Assert.Contains("live", Item(page, "Grill"), StringComparison.Ordinal), Patience);
    }

    [Fact]
    public async Task It_lists_what_was_not_on_screen()
    {
        var ticket = await kitchen.SendAsync(kitchen.Line("Fries"));
        await Sql.RunAsync(kitchen.Connections.Kitchen, $"""
            insert into missing (id, task_id, ticket_id, station_id, since)
            select gen_random_uuid(), id, ticket_id, station_id, fired_at from prep_tasks where ticket_id = '{ticket.TicketId}' and station_id = '{kitchen.Station("fry")}'
            """);

        var row = Render<ScreensPage>().WaitForElement("tr[data-missing='now']", Patience);

        Assert.Equal(["Fries", $"{ticket.Number}", "Marlow", "Fry"], row.Children.Take(4).Select(c => c.TextContent));
        Assert.Contains("still not on screen", row.TextContent, StringComparison.Ordinal);
    }

    private Task WriteAsync(bool visible)
    {
        var now = DateTimeOffset.UtcNow;
        return writer.WriteAsync([new Screen { Id = Grill, DisplayId = Grill, OpenedAt = now, HeardAt = now.AddSeconds(60), IsVisible = visible, Zoom = 1, UsualZoom = 1 }]);
    }

    private static string Item(IRenderedComponent<ScreensPage> page, string display) => page.FindAll(".screens-item").SingleOrDefault(i => i.QuerySelector("b")!.TextContent == display)?.TextContent ?? "";

    protected override async ValueTask DisposeAsyncCore()
    {
        await base.DisposeAsyncCore();
        await node.DisposeAsync();
    }
}
