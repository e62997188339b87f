using KitchenDisplay.Core.Commands;
using KitchenDisplay.Core.Menu;
using KitchenDisplay.Core.Ordering;
using KitchenDisplay.Tests.Support;

namespace KitchenDisplay.Tests.Core.Ordering;

/// <summary>What a hostile or broken client may send: each is refused in words, and nothing is written but that.</summary>
public sealed class RefusedOrdersTests(TestKitchen kitchen) : IClassFixture<TestKitchen>
{
    private static readonly Guid Nothing = Guid.Parse("01890000-0000-7000-8000-000000000000");

    private static readonly Dictionary<string, (Func<TestKitchen, SendLine[]?> Lines, string Sentence)> tickets = new()
    {
        ["a made-up dish"] = (_ => [new SendLine(Nothing, 1, [])], "A dish is not on the menu any more."),
        ["a made-up modifier"] = (k => [k.Line("Fries") with { Modifiers = [Nothing] }], "Fries: a choice is not offered with it any more."),
        ["a modifier of another dish"] = (k => [k.Line("Fries") with { Modifiers = [Modifier(k, "Pot of tea", "Assam")] }], "Fries: a choice is not offered with it any more."),
        ["the same modifier twice"] = (k => [k.Line("Fries") with { Modifiers = [Modifier(k, "Fries", "aioli"), Modifier(k, "Fries", "aioli")] }], "Fries: a choice is there twice."),
        ["a made-up price"] = (k => [k.Line("Fries") with { ShownPrice = 0.01m }], "Fries costs 5.50 now, not 0.01."),
        ["a price of less than nothing"] = (k => [k.Line("Fries") with { ShownPrice = decimal.MinValue }], "Fries costs 5.50 now"),
        ["a quantity of 0"] = (k => [k.Line("Fries", 0)], "Fries: choose a quantity from 1 to 99."),
        ["a quantity of -1"] = (k => [k.Line("Fries", -1)], "Fries: choose a quantity from 1 to 99."),
        ["a quantity of 10,000"] = (k => [k.Line("Fries", 10_000)], "more than 300 portions at once"),
        ["the largest number there is"] = (k => [k.Line("Fries", int.MaxValue), k.Line("Fries", int.MaxValue)], "more than 300 portions at once"),
        ["many small lines that are too much together"] = (k => [.. Enumerable.Repeat(k.Line("Fries", 50), 7)], "more than 300 portions at once"),
        ["a hundred thousand lines of nothing"] = (k => [.. Enumerable.Repeat(k.Line("Fries", 0), 100_000)], "more than 300 portions at once"),
        ["a note of 100 KB"] = (k => [k.Line("Fries") with { Note = new string('x', 100_000) }], "Fries: the note is too long for the kitchen."),
        ["a required group left empty"] = (k => [k.Line("Rump steak 250 g") with { Modifiers = [] }], "Rump steak 250 g: choose “Cooking”."),
        ["one scoop of two"] = (k => [k.Line("Two scoops, your choice", 1, "quince sorbet")], "choose at least 2 of “Flavours”."),
        ["two answers where one is wanted"] = (k => [k.Line("Rump steak 250 g", 1, "rare", "medium")], "Rump steak 250 g: choose at most 1 of “Cooking”."),
        ["seat 0"] = (k => [k.Line("Fries") with { Seat = 0 }], "Fries: there is no seat 0 at this table. Choose 1 to 4, or share."),
        ["seat -1"] = (k => [k.Line("Fries") with { Seat = -1 }], "there is no seat -1"),
        ["seat 99"] = (k => [k.Line("Fries") with { Seat = 99 }], "there is no seat 99"),
        ["an unknown course"] = (k => [k.Line("Fries") with { Course = 9 }], "Fries: there is no course 9."),
        ["nothing at all"] = (_ => [], "There is nothing to send. Choose a dish first."),
        ["no list"] = (_ => null, "There is nothing to send. Choose a dish first."),
        ["no list of modifiers where a choice is required"] = (k => [k.Line("Rump steak 250 g") with { Modifiers = null! }], "Rump steak 250 g: choose “Cooking”."),
        ["one good line and one bad one"] = (k => [k.Line("Fries"), k.Line("Fries", 0)], "Fries: choose a quantity"),
    };

    private static readonly Dictionary<string, (OpenOrder Open, string Sentence)> parties = new()
    {
        ["a made-up table"] = (TestKitchen.Open(Nothing), "This table does not exist."),
        ["no table"] = (TestKitchen.Open(), "Choose a table first."),
        ["no list of tables"] = (TestKitchen.Open() with { TableIds = null! }, "Choose a table first."),
        ["a tab at a table"] = (Tab() with { TableIds = [Nothing] }, "A tab or a take-away has no table."),
        ["no guests"] = (Tab() with { Covers = 0 }, "Choose from 1 to 500 guests."),
        ["fewer guests than none"] = (Tab() with { Covers = -1 }, "Choose from 1 to 500 guests."),
        ["501 guests"] = (Tab() with { Covers = 501 }, "Choose from 1 to 500 guests."),
        ["a tab without a name"] = (Tab() with { Name = null }, "Give it a name"),
        ["a name of control characters"] = (Tab() with { Name = "\0\u0007\u001b\r\n" }, "Give it a name"),
        ["a name of 61 characters"] = (Tab() with { Name = new string('x', 61) }, "The name is too long."),
        ["a name of 100 KB"] = (Tab() with { Name = new string('x', 100_000) }, "The name is too long."),
        ["a take-away without a time"] = (Tab() with { Kind = OrderKind.TakeAway }, "Say when it will be collected."),
        ["a take-away for the beginning of time"] = (Tab() with { Kind = OrderKind.TakeAway, PromisedAt = DateTimeOffset.MinValue }, "Say when it will be collected, from now on"),
        ["a take-away for the end of time"] = (Tab() with { Kind = OrderKind.TakeAway, PromisedAt = DateTimeOffset.MaxValue }, "Say when it will be collected, from now on"),
        ["a kind of order that there is not"] = (Tab() with { Kind = (OrderKind)99 }, "Choose a table, a tab or a take-away."),
        ["an order without an id"] = (Tab() with { OrderId = Guid.Empty }, "without a number"),
        ["a command without an id"] = (Tab() with { Id = Guid.Empty }, "without a number"),
    };

    public static TheoryData<string> Tickets => [.. tickets.Keys];

    public static TheoryData<string> Parties => [.. parties.Keys];

    [Theory]
    [MemberData(nameof(Tickets))]
    public async Task A_ticket_that_asks_for(string mistake)
    {
        var (lines, sentence) = tickets[mistake];
        var send = new SendTicket(Guid.CreateVersion7(), await kitchen.OpenTabAsync(), lines(kitchen)!);

        await IsRefusedAsync(send.Id, () => kitchen.Orders.SendAsync(send, kitchen.Waiter), sentence);
    }

    [Theory]
    [MemberData(nameof(Parties))]
    public async Task An_order_that_asks_for(string mistake)
    {
        var (open, sentence) = parties[mistake];

        await IsRefusedAsync(open.Id, () => kitchen.Orders.OpenAsync(open, kitchen.Waiter), sentence);
    }

    [Fact]
    public async Task An_order_that_is_not_there_takes_no_ticket()
    {
        var send = TestKitchen.Ticket(Nothing, kitchen.Line("Fries"));

        await IsRefusedAsync(send.Id, () => kitchen.Orders.SendAsync(send, kitchen.Waiter), "This order does not exist.");
    }

    [Fact]
    public async Task The_sentence_arrives_even_if_the_refusal_cannot_be_written_down()
    {
        var order = await kitchen.OpenTabAsync();
        await Sql.RunAsync(kitchen.Connections.KitchenOwner, "alter table commands add constraint book_is_full check (outcome <> 'Refused') not valid");
        try
        {
            var refusal = await Assert.ThrowsAsync<Refusal>(() => kitchen.Orders.SendAsync(TestKitchen.Ticket(order, kitchen.Line("Fries", 0)), kitchen.Waiter));
            Assert.Contains("choose a quantity", refusal.Message, StringComparison.Ordinal);
        }
        finally
        {
            await Sql.RunAsync(kitchen.Connections.KitchenOwner, "alter table commands drop constraint book_is_full");
        }
    }

    [Fact]
    public async Task A_closed_order_takes_neither_a_ticket_nor_an_allergy()
    {
        var order = await kitchen.OpenTabAsync();
        await kitchen.Orders.CloseAsync(new CloseOrder(Guid.CreateVersion7(), order), kitchen.Waiter);
        var send = TestKitchen.Ticket(order, kitchen.Line("Fries"));
        var allergy = new SetAllergy(Guid.CreateVersion7(), order, 1, [Allergen.Nuts]);

        await IsRefusedAsync(send.Id, () => kitchen.Orders.SendAsync(send, kitchen.Waiter), "This order is closed.");
        await IsRefusedAsync(allergy.Id, () => kitchen.Orders.SetAllergyAsync(allergy, kitchen.Waiter), "This order is closed.");
    }

    [Fact]
    public async Task A_dish_that_has_left_the_menu_is_named()
    {
        await Sql.RunAsync(kitchen.Connections.KitchenOwner, "update dishes set active = false where name = 'Onion rings'");
        var send = TestKitchen.Ticket(await kitchen.OpenTabAsync(), kitchen.Line("Onion rings"));

        await IsRefusedAsync(send.Id, () => kitchen.Orders.SendAsync(send, kitchen.Waiter), "Onion rings is not on the menu any more.");
    }

    [Theory]
    [InlineData(0)]
    [InlineData(-1)]
    [InlineData(5)]
    public async Task A_seat_that_the_party_has_not_takes_no_allergy(int seat)
    {
        var allergy = new SetAllergy(Guid.CreateVersion7(), await kitchen.OpenTabAsync(covers: 4), seat, [Allergen.Nuts]);

        await IsRefusedAsync(allergy.Id, () => kitchen.Orders.SetAllergyAsync(allergy, kitchen.Waiter), $"There is no seat {seat}");
    }

    [Fact]
    public async Task An_allergy_that_nobody_knows_is_refused_and_not_dropped()
    {
        var allergy = new SetAllergy(Guid.CreateVersion7(), await kitchen.OpenTabAsync(), 1, [Allergen.Nuts, (Allergen)99]);

        await IsRefusedAsync(allergy.Id, () => kitchen.Orders.SetAllergyAsync(allergy, kitchen.Waiter), "not one of the 14 allergens");
        var none = allergy with { Id = Guid.CreateVersion7(), Allergies = null! };
        await IsRefusedAsync(none.Id, () => kitchen.Orders.SetAllergyAsync(none, kitchen.Waiter), "Say which allergens");
    }

    [Theory]
    [InlineData("no\0salt", "no salt")]
    [InlineData("\u001b[31mno salt\u0085", "[31mno salt")]
    [InlineData("\u202eno salt", "no salt")]
    [InlineData("\0\r\n\t ", null)]
    [InlineData("  \U0001f336 hot  ", "\U0001f336 hot")]
    public async Task What_a_cook_could_not_read_is_taken_out_of_a_note(string note, string? written)
    {
        var sent = await kitchen.SendAsync(kitchen.Line("Fries") with { Note = note });

        Assert.Equal(written, (await kitchen.ReadAsync(sent.TicketId)).Lines[0].Note);
    }

    [Fact]
    public async Task Half_a_character_is_shown_as_one_that_cannot_be_read()
    {
        // Not as a theory's argument: the compiler would already replace it.
        var half = "\U0001f336"[..1];

        var sent = await kitchen.SendAsync(kitchen.Line("Fries") with { Note = $"no {half} salt" });

        Assert.Equal("no \ufffd salt", (await kitchen.ReadAsync(sent.TicketId)).Lines[0].Note);
    }

    private async Task IsRefusedAsync<T>(Guid commandId, Func<Task<T>> act, string sentence)
    {
        var contents = await kitchen.ContentsAsync();
        var records = await kitchen.CountAsync("commands");

        var refusal = await Assert.ThrowsAsync<Refusal>(act);

        Assert.Contains(sentence, refusal.Message, StringComparison.Ordinal);
        Assert.False(refusal.Denied);
        Assert.Equal(contents, await kitchen.ContentsAsync());
        Assert.Equal(records + 1, await kitchen.CountAsync("commands"));
        Assert.Equal(CommandOutcome.Refused, Assert.Single(await kitchen.RecordsAsync(commandId)).Outcome);
    }

    private static OpenOrder Tab() => new(Guid.CreateVersion7(), Guid.CreateVersion7(), OrderKind.Tab, [], "Marlow", null, 2);

    private static Guid Modifier(TestKitchen kitchen, string dish, string name) =>
        kitchen.Dish(dish).Groups.SelectMany(g => g.Group!.Modifiers).Single(m => m.Name == name).Id;
}
