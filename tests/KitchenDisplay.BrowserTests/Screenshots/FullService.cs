using KitchenDisplay.BrowserTests.Support;
using KitchenDisplay.Core.Menu;
using KitchenDisplay.Tests.Support;

namespace KitchenDisplay.BrowserTests.Screenshots;

/// <summary>A Friday evening: tickets of every age and state, so that a picture shows what a screen can say.</summary>
internal sealed class FullService(House house)
{
    private FloorStaff Staff => house.Staff;

    internal async Task ServeAsync()
    {
        await AtTablesAsync();
        var mia = await Staff.TakeAwayAsync("Mia", TimeSpan.FromMinutes(14));
        await SendAsync(mia, 4.2, new Wish("Portobello burger, fries", 2, Modifiers: ["no bun", "burger sauce"]));
        await SeatedOnlyAsync();
        await Sql.RunAsync(house.Connections.KitchenOwner, """
            update orders o set opened_at = opened_at - make_interval(mins => (select 6 + coalesce(max(extract(epoch from now() - fired_at) / 60), 8)::int from prep_tasks p join tickets t on t.id = p.ticket_id where t.order_id = o.id))
            """);
    }

    /// <summary>Changes, voids, one more, a rush, an allergy that nobody has confirmed, and courses that are held.</summary>
    internal async Task ChangeAsync()
    {
        var four = await Staff.SeatAsync("4", 4, "Luca");
        await Staff.SetAllergyAsync(four, 1, Allergen.Nuts);
        var changed = await SendAsync(four, 7, new Wish("Ribeye 300 g", Seat: 1, Modifiers: ["medium rare", "béarnaise"]), new Wish("Whole sea bream", Seat: 2), new Wish("Cheeseburger, fries", Seat: 3), new Wish("Fire-roasted pineapple, rum", 2, Hold: true));
        await Staff.ConfirmAllergiesAsync(changed);
        await Staff.ChangeAsync(changed, "Ribeye 300 g", "no salt at all");
        await Staff.VoidAsync(changed, "Whole sea bream");
        await Staff.AddAsync(changed, "Cheeseburger, fries");

        await SendAsync(await Staff.SeatAsync("9", 2, "Ana"), 9, new Wish("Half chicken, lemon and thyme", 2, Modifiers: ["extra hot"]));
        await Staff.RushAsync(await SendAsync(await Staff.SeatAsync("21", 2, "Jonas"), 3, new Wish("Rump steak 250 g", Modifiers: ["rare", "no sauce"]), new Wish("Padrón peppers")));
        await SendAsync(await Staff.SeatAsync("8", 6, "Saskia"), 2, new Wish("Rib of beef on the bone, 1 kg for two", 3, Hold: true));
        await SendAsync(await Staff.TabAsync("Birthday at the bar", 6), 1.5, new Wish("Half chicken, lemon and thyme", 4, Hold: true));
    }

    private async Task AtTablesAsync()
    {
        var twelve = await Staff.SeatAsync("12", 4, "Ana");
        await Staff.SetAllergyAsync(twelve, 2, Allergen.Nuts);
        await ServedAsync(await SendAsync(twelve, 36, new Wish("Padrón peppers"), new Wish("Pumpkin soup, cream", Seat: 2)), "grill", "saute", "pass");
        var late = await SendAsync(twelve, 19.6, new Wish("Ribeye 300 g", Seat: 1, Modifiers: ["medium rare", "béarnaise", "butter"]), new Wish("Ribeye 300 g", Seat: 3, Modifiers: ["medium rare", "béarnaise", "butter"]), new Wish("Broccoli, almonds"), new Wish("Whole sea bream", Seat: 2, Note: "lemon beside it"));
        await Staff.ReadyAsync(late, "Broccoli, almonds");

        var ten = await Staff.SeatAsync("10", 3, "Jonas");
        await Staff.ReadyAsync(await SendAsync(ten, 11.6, new Wish("Lamb rump, salsa verde", 2, Modifiers: ["pink"]), new Wish("Prawns in the shell", Seat: 3)));

        var seven = await Staff.SeatAsync("7", 2, "Luca");
        var due = await SendAsync(seven, 10.4, new Wish("Cheeseburger, fries", 2, Modifiers: ["smoked bacon", "onion"]), new Wish("Grilled corn, chilli", Seat: 2));
        await Staff.ReadyAsync(due, "Grilled corn, chilli");

        var party = await Staff.SeatAsync("30", 8, "Saskia");
        await Staff.SetAllergyAsync(party, 5, Allergen.Crustaceans);
        await SendAsync(party, 6.4, new Wish("Rib of beef on the bone, 1 kg for two", 2, Modifiers: ["medium rare", "béarnaise", "bone marrow"]), new Wish("Carrots, tahini", 3), new Wish("Fire-roasted pineapple, rum", 4, Hold: true));

        var hall = await Staff.SeatAsync("26", 4, "Ana");
        await SendAsync(hall, 5.1, new Wish("Half chicken, lemon and thyme", Seat: 1, Modifiers: ["extra hot"]), new Wish("Half chicken, lemon and thyme", Seat: 3, Modifiers: ["extra hot"]), new Wish("Rump steak 250 g", Seat: 4, Modifiers: ["rare", "no sauce"]));

        var counter = await Staff.SeatAsync("F3", 2, "Luca");
        await SendAsync(counter, 3.3, new Wish("Octopus, potato, paprika", 2));

        var eleven = await Staff.SeatAsync("11", 5, "Jonas");
        await SendAsync(eleven, 2.2, new Wish("Pork chop, savoy cabbage", Seat: 2), new Wish("Sausage coil, braised kraut", 2));

        var three = await Staff.SeatAsync("3", 2, "Frida");
        await SendAsync(three, 0.3, new Wish("Duck breast, sour cherry", 2, Modifiers: ["pink"]));

        var two = await Staff.SeatAsync("2", 2, "Saskia");
        await SendAsync(two, 0.1, new Wish("Padrón peppers"), new Wish("Sourdough, smoked butter", 2));
    }

    private async Task SeatedOnlyAsync()
    {
        await Staff.SeatAsync("5", 4, "Luca");
        var drinks = await Staff.SeatAsync("F1", 2, "Frida");
        await ServedAsync(await SendAsync(drinks, 9, new Wish("Negroni", 2)), "bar");
        var oysters = await Staff.SeatAsync("22", 2, "Saskia");
        await ServedAsync(await SendAsync(oysters, 12, new Wish("Oysters, half a dozen")), "cold");
        await Staff.SeatAsync("28", 6, "Ana");
        await SendAsync(await Staff.TabAsync("Birthday at the bar", 6), 1.5, new Wish("Quince spritz", 4), new Wish("Orchard punch 0 %", 2));
    }

    private async Task<Core.Ordering.TicketSent> SendAsync(Guid order, double minutesAgo, params Wish[] wishes)
    {
        var ticket = await Staff.SendAsync(order, wishes);
        await house.AgeAsync(TimeSpan.FromMinutes(minutesAgo), ticket.Number);
        await Sql.RunAsync(house.Connections.KitchenOwner, FormattableString.Invariant($"update tickets set sent_at = sent_at - interval '{minutesAgo * 60} s' where number = {ticket.Number}"));
        return ticket;
    }

    private async Task ServedAsync(Core.Ordering.TicketSent ticket, params string[] stations)
    {
        foreach (var station in stations) await Staff.BumpAsync(ticket, station);
    }
}
