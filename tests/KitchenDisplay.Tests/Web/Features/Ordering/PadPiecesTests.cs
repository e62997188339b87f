using Bunit;
using KitchenDisplay.Core.Commands;
using KitchenDisplay.Core.Menu;
using KitchenDisplay.Web.Features;
using KitchenDisplay.Web.Features.Ordering;
using Microsoft.Extensions.DependencyInjection;

namespace KitchenDisplay.Tests.Web.Features.Ordering;

public class PadPiecesTests : BunitContext
{
    private readonly PadBoard board;

    public PadPiecesTests()
    {
        Services.AddLocalization();
        var order = PaperMenu.Party(3, PaperMenu.Guest(2, Allergen.Milk, Allergen.Nuts));
        board = new PadBoard(order.Id);
        board.See(PaperMenu.Board(more: [order]));
    }

    [Fact]
    public void A_dish_with_a_required_question_cannot_be_added_before_it_is_answered()
    {
        DraftLine? added = null;
        var choice = new DishChoice(PaperMenu.Ribeye, PaperMenu.Card.Groups(PaperMenu.Ribeye), seat: 1);
        var sheet = Render<DishSheet>(p => p.Add(s => s.Choice, choice).Add(s => s.Board, board).Add(s => s.OnSave, c => added = c.ToLine()));
        Assert.True(sheet.Find(".sheet-foot .go").HasAttribute("disabled"));

        sheet.FindAll(".choice").Single(c => c.TextContent.Trim() == "rare").Click();
        sheet.FindAll(".choice").Single(c => c.TextContent.Contains("bone marrow")).Click();

        Assert.Contains("39.50", sheet.Find(".sheet-foot .go").TextContent);
        sheet.Find(".sheet-foot .go").Click();
        Assert.Equal(["rare", "bone marrow"], added!.Modifiers.Select(m => m.Name));
    }

    [Fact]
    public void The_sheet_warns_as_soon_as_the_seat_is_one_with_an_allergy()
    {
        var choice = new DishChoice(PaperMenu.Ribeye, PaperMenu.Card.Groups(PaperMenu.Ribeye), seat: 1);
        var sheet = Render<DishSheet>(p => p.Add(s => s.Choice, choice).Add(s => s.Board, board));
        Assert.Empty(sheet.FindAll(".line-warning"));

        sheet.FindAll(".number").First(n => n.TextContent == "2").Click();

        Assert.Equal(["⚠ contains milk: not for seat 2", "⚠ may contain nuts: seat 2 must not have it"], sheet.FindAll(".line-warning").Select(w => w.TextContent));
    }

    [Fact]
    public void The_draft_says_which_seat_must_not_be_given_a_shared_dish()
    {
        var row = DraftRow.Of(DraftLine.Of(PaperMenu.Ribeye, [], seat: null), board, Services.GetRequiredService<Microsoft.Extensions.Localization.IStringLocalizer<KitchenDisplay.Web.Texts>>());

        Assert.Contains("contains milk: not for seat 2", Render<DraftLineButton>(p => p.Add(l => l.Value, row)).Find(".line-warning").TextContent);
    }

    [Fact]
    public void A_draft_line_shows_that_the_menu_has_another_price_by_now()
    {
        var line = DraftLine.Of(PaperMenu.Ribeye, [], seat: 1);
        board.See(PaperMenu.Board(ribeye: 36.00m));
        var row = DraftRow.Of(line, board, Services.GetRequiredService<Microsoft.Extensions.Localization.IStringLocalizer<KitchenDisplay.Web.Texts>>());

        Assert.Contains("36.00", Render<DraftLineButton>(p => p.Add(l => l.Value, row)).Find(".line-news").TextContent);
    }

    [Fact]
    public void Every_reason_of_a_refusal_is_shown_as_a_sentence()
    {
        var reasons = new Refusal([new Sentence("{0} costs {1} now, not {2}. Look at the draft again and send it.", "Fries", "5.00", "4.50"), new Sentence("There is nothing to send. Choose a dish first.")]).Reasons;

        var shown = Render<Sentences>(p => p.Add(s => s.Reasons, reasons));

        Assert.Equal(["Fries costs 5.00 now, not 4.50. Look at the draft again and send it.", "There is nothing to send. Choose a dish first."], shown.FindAll("[role=alert] p").Select(p => p.TextContent));
    }

    [Fact]
    public async Task The_send_button_says_what_it_does_and_a_double_tap_sends_once()
    {
        var log = new List<string>();
        var kitchen = new PaperKitchen();
        using var pad = new DraftPad(board.Order!.Id, new DraftStore(new BrowserDisk().Tab()), kitchen.Sending(log), TimeProvider.System);
        await pad.EditAsync(d => d.Add(DraftLine.Of(PaperMenu.Fries, [], 1) with { Quantity = 4 }));
        var bar = Render<SendBar>(p => p.Add(s => s.Board, board).Add(s => s.Pad, pad).Add(s => s.IsDurable, true));
        var button = bar.Find(".go");
        Assert.Equal("Send 4", button.TextContent);

        await Task.WhenAll(button.ClickAsync(new()), button.ClickAsync(new()));

        Assert.Single(log);
        Assert.Contains("Ticket 1 is in the kitchen.", bar.Find(".send-done").TextContent);
    }

    [Fact]
    public void A_seat_with_an_allergy_is_marked_and_says_which()
    {
        var seats = Render<SeatBar>(p => p.Add(s => s.Order, board.Order!).Add(s => s.Seat, 1));

        var marked = Assert.Single(seats.FindAll(".seat[data-allergy]"));
        Assert.Contains("milk, nuts", marked.TextContent);
        Assert.Equal("true", seats.FindAll(".seat")[0].GetAttribute("aria-pressed"));
    }

    [Fact]
    public void A_tile_that_has_not_changed_is_not_rendered_again()
    {
        var tile = new DishTile(PaperMenu.Fries.Id, "Fries", "4.50", "", null, 0);
        var button = Render<DishButton>(p => p.Add(b => b.Value, tile));

        button.Render(p => p.Add(b => b.Value, tile with { }));
        Assert.Equal(1, button.RenderCount);

        button.Render(p => p.Add(b => b.Value, tile with { InDraft = 1 }));
        Assert.Equal(2, button.RenderCount);
    }
}
