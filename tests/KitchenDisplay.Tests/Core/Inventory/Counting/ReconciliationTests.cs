using KitchenDisplay.Core.Inventory;
using KitchenDisplay.Core.Inventory.Counting;

namespace KitchenDisplay.Tests.Core.Inventory.Counting;

public sealed class ReconciliationTests
{
    private static readonly Guid here = Guid.CreateVersion7(), elsewhere = Guid.CreateVersion7(), item = Guid.CreateVersion7(), line = Guid.CreateVersion7();

    [Fact]
    public void What_was_sold_after_the_count_changes_nothing_of_what_is_booked()
    {
        var result = Of(counted: 12, expected: 10, now: 7, Row(MovementKind.Consumed, -3, reserved: -3, of: line));

        Assert.Equal(new Reconciled(-3, 2, false), result);
    }

    [Fact]
    public void What_was_used_and_not_in_stock_is_a_part_of_what_was_found()
    {
        // The ledger knew of 2, there were 8, and 5 have been cooked since: 2 from the shelf and 3 that the ledger had to find first.
        var result = Of(8, 2, 0, Row(MovementKind.Consumed, -2, reserved: -2, of: line), Unplaced(MovementKind.Counted, 3), Unplaced(MovementKind.Consumed, -3, reserved: -3));

        Assert.Equal(3, result.Booked);
    }

    [Fact]
    public void It_is_found_at_one_place_only()
    {
        Assert.Equal(6, Reconciliation.Of(Counted(8, 2), here, 0, [Unplaced(MovementKind.Counted, 3)], isUnplacedHere: false).Booked);
    }

    [Fact]
    public void When_it_goes_back_onto_the_shelf_it_was_there_all_the_time()
    {
        // Cooked before the count, and given back after it.
        var result = Of(3, 0, 2, Row(MovementKind.Corrected, 2, reserved: 2, of: line), Unplaced(MovementKind.Corrected, 3, reserved: 3), Unplaced(MovementKind.Corrected, -3));

        Assert.Equal(6, result.Booked);
        Assert.Equal(2, result.Moved);
    }

    [Fact]
    public void A_delivery_that_was_typed_twice_and_taken_back_since_is_not_missing()
    {
        Assert.Equal(0, Of(5, 10, 5, Row(MovementKind.Corrected, -5, reverses: Guid.CreateVersion7())).Booked);
    }

    [Fact]
    public void Both_since_the_count_come_to_nothing()
    {
        var typed = Row(MovementKind.Received, 5);

        Assert.Equal(-1, Of(9, 10, 10, typed, Row(MovementKind.Corrected, -5, reverses: typed.Id)).Booked);
    }

    [Fact]
    public void Another_sheet_that_was_closed_first_has_told_the_ledger_already()
    {
        Assert.Equal(-1, Of(7, 10, 8, Row(MovementKind.Counted, -2, reason: "sheet counted")).Booked);
    }

    [Theory]
    [InlineData(CountWords.Everywhere, false, true)]
    [InlineData(CountWords.AtPlace, true, true)]
    [InlineData(CountWords.AtPlace, false, false)]
    [InlineData(CountWords.Lot, true, false)]
    public void Whoever_counts_the_item_later_knows_better(string reason, bool isHere, bool isOvertaken)
    {
        var result = Of(7, 10, 10, Row(MovementKind.Counted, 0, reason: reason) with { PlaceId = isHere ? here : elsewhere });

        Assert.Equal((isOvertaken, isOvertaken ? 0 : -3), (result.IsOvertaken, result.Booked));
    }

    [Fact]
    public void Nothing_is_taken_from_an_empty_shelf()
    {
        Assert.Equal(-1, Of(3, 8, 1, Row(MovementKind.Consumed, -7, reserved: -7, of: line)).Booked);
    }

    [Fact]
    public void What_happened_elsewhere_is_not_looked_at() =>
        Assert.Equal(1, Of(4, 3, 3, Row(MovementKind.Counted, 6, reason: "sheet counted") with { PlaceId = elsewhere }).Booked);

    private static Reconciled Of(decimal counted, decimal expected, decimal now, params Movement[] since) => Reconciliation.Of(Counted(counted, expected), here, now, since, isUnplacedHere: true);

    private static Tally Counted(decimal counted, decimal expected) => new() { Quantity = counted, Expected = expected, Said = "" };

    private static Movement Unplaced(MovementKind kind, decimal quantity, decimal reserved = 0) => Row(kind, quantity, reserved, line) with { PlaceId = null, LotId = null };

    private static Movement Row(MovementKind kind, decimal quantity, decimal reserved = 0, Guid? of = null, Guid? reverses = null, string? reason = null) => new()
    {
        At = DateTimeOffset.UnixEpoch,
        Kind = kind,
        ItemId = item,
        PlaceId = here,
        LotId = Guid.CreateVersion7(),
        OnHandDelta = quantity,
        ReservedDelta = reserved,
        LineId = of,
        ReversesId = reverses,
        Reason = reason,
        CommandId = Guid.CreateVersion7(),
        PersonId = Guid.CreateVersion7(),
    };
}
