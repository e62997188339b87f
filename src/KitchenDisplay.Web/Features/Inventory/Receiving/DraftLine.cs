using System.Text.Json.Serialization;
using KitchenDisplay.Core.Commands;
using KitchenDisplay.Core.Inventory;
using KitchenDisplay.Core.Inventory.Receiving;

namespace KitchenDisplay.Web.Features.Inventory.Receiving;

/// <summary>A lot that stands at the door: what was scanned of it, and what a person has added.</summary>
public sealed class DraftLine
{
    public Guid Lot { get; init; } = Guid.CreateVersion7();

    /// <summary>What was read; null when it was entered without a scan.</summary>
    public ScannedCode? Code { get; init; }

    /// <summary>Null while nobody has said what the code stands for.</summary>
    public Guid? ItemId { get; set; }
    public decimal? Quantity { get; set; }
    public string Unit { get; set; } = "";

    /// <summary>How much is in one pack, in <see cref="Unit"/>; null when it is loose or weighed.</summary>
    public decimal? Pack { get; set; }
    public string? LotCode { get; set; }
    public DateOnly? UseBy { get; set; }
    public DateOnly? BestBefore { get; set; }
    public decimal? Price { get; set; }
    public Guid Place { get; set; }
    public decimal? Temperature { get; set; }
    public ArrivalDecision? Decision { get; set; }
    public string? Reason { get; set; }

    /// <summary>How many packs were scanned into it.</summary>
    public int Scans { get; set; } = 1;

    /// <summary>The numbers of packs of which there is only one each.</summary>
    public List<string> OnlyOnes { get; init; } = [];

    [JsonIgnore]
    public bool IsRejected => Decision == ArrivalDecision.Rejected;

    /// <summary>A line for what a scan has found.</summary>
    public static DraftLine Of(ScannedCode code)
    {
        var line = new DraftLine { Code = code, LotCode = code.Lot, UseBy = code.UseBy, BestBefore = code.BestBefore ?? code.SellBy, Price = code.Price };
        if (code.OnlyOne is { } one) line.OnlyOnes.Add(one);
        return line;
    }

    /// <summary>Says what it is, and how much by what the scan knows.</summary>
    public void Is(Item item, ScannedQuantity? quantity, Guid place)
    {
        (ItemId, Place) = (item.Id, place);
        (Quantity, Unit) = (quantity?.Quantity, quantity?.Unit ?? Units.Name(item.Unit));
        // What is weighed lies loose: no two such packs are the same.
        Pack = Code is { Measure: null, Count: null } ? quantity?.Quantity : null;
    }

    /// <summary>Whether another pack of the same was scanned, so that it becomes one lot with this.</summary>
    public bool IsSame(DraftLine other) =>
        ItemId is not null && ItemId == other.ItemId && Code is not null && other.Code is not null && Unit == other.Unit && Quantity is not null && other.Quantity is not null && !IsRejected
        && (LotCode, UseBy, BestBefore) == (other.LotCode, other.UseBy, other.BestBefore);

    /// <summary>Takes another pack of the same in.</summary>
    public void Add(DraftLine other)
    {
        (Quantity, Scans) = (Quantity + other.Quantity, Scans + 1);
        if (Pack != other.Pack) Pack = null;
        // Only where every pack says its price, the sum is one.
        Price = Price is null || other.Price is null ? null : Price + other.Price;
        OnlyOnes.AddRange(other.OnlyOnes);
    }

    /// <summary>How much it is in the item's base unit; null while that cannot be said.</summary>
    public decimal? InBase(Item item)
    {
        if (Quantity is not > 0) return null;
        try
        {
            return new Conversions(item.Name, item.Measures).Convert(Quantity.Value, Unit, item.Unit).Rounded;
        }
        catch (Exception problem) when (problem is Refusal or OverflowException)
        {
            return null;
        }
    }

    /// <summary>As it is received.</summary>
    /// <exception cref="Refusal">Something of it is not said.</exception>
    public ArrivedLine Arrived(Item item) => new(Lot, item.Id, Place, LotCode, Quantity ?? throw new Refusal("{0}: say how much came.", item.Name), Unit, Price, UseBy, BestBefore, Pack, Temperature, Decision, Reason);
}
