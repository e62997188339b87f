using Bunit;
using KitchenDisplay.Core.Reports;
using KitchenDisplay.Tests.Support;
using KitchenDisplay.Web.Features;
using KitchenDisplay.Web.Features.Inventory;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Localization;

namespace KitchenDisplay.Tests.Web.Features.Inventory;

public sealed class TracePageTests(StoreRoom store) : OfficePages(store)
{
    [Fact]
    public async Task A_lot_shows_its_tickets_which_can_be_sorted_and_a_ticket_its_lots()
    {
        var item = await Store.ItemAsync();
        await Store.MakeOfAsync("Steak frites", (item, 1));
        var lot = await Store.ReceiveAsync(item, 5);
        var tickets = new List<long>();
        foreach (var _ in new[] { 1, 2 })
        {
            var ticket = await Store.Kitchen.SendAsync(Store.Kitchen.Line("Steak frites"));
            await Store.Kitchen.Cooks.BumpAsync(new(Guid.CreateVersion7(), ticket.TicketId, null), Store.Kitchen.Cook);
            tickets.Add(ticket.Number);
        }
        var addresses = Services.GetRequiredService<NavigationManager>();
        addresses.NavigateTo($"office/trace?lot={lot}");
        var page = Render<TracePage>();
        page.WaitForElement("section[data-lot]", Patience);
        Assert.Equal([tickets[1], tickets[0]], Numbers(page));
        page.Find("th .stock-sort").Click();
        page.WaitForAssertion(() => Assert.Equal(tickets, Numbers(page)), Patience);
        Assert.Equal("ascending", page.Find("th").GetAttribute("aria-sort"));
        Assert.Contains("not by scan", page.Markup, StringComparison.Ordinal);

        addresses.NavigateTo($"office/trace?ticket={tickets[0]}");
        page.WaitForAssertion(() => Assert.Contains($"Item {item}", page.Find("section[data-ticket]").TextContent, StringComparison.Ordinal), Patience);
    }

    [Fact]
    public void A_file_holds_no_formula()
    {
        var t = Services.GetRequiredService<IStringLocalizer<KitchenDisplay.Web.Texts>>();
        var row = new TracedTicket(7, "=HYPERLINK(\"x\")", new(2026, 7, 14), DateTimeOffset.UnixEpoch, "Soup, \"hot\"", null, 0.2500m, "Gram", "@L-1", "Served");

        var lines = CsvFile.Write(TraceFiles.Tickets(t, null, [row])).Split("\r\n");

        Assert.StartsWith("Ticket,Table,", lines[0], StringComparison.Ordinal);
        Assert.Equal("7,\"'=HYPERLINK(\"\"x\"\")\",2026-07-14,1970-01-01 00:00,\"Soup, \"\"hot\"\"\",,0.25,g,\"'@L-1\",Served", lines[1]);
    }

    private static IEnumerable<long> Numbers(IRenderedComponent<TracePage> page) => page.FindAll("tbody tr td:first-child").Select(c => long.Parse(c.TextContent, System.Globalization.CultureInfo.InvariantCulture));
}
