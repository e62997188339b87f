namespace KitchenDisplay.Core.Inventory.Receiving;

/// <summary>What a scanner has read.</summary>
public sealed record ScannedCode
{
    /// <summary>The GTIN with 14 digits, or another code as it is; null when the label names no product.</summary>
    public string? Code { get; init; }

    /// <summary>The number of a pallet or parcel (SSCC).</summary>
    public string? ShippingUnit { get; init; }
    public string? Lot { get; init; }
    public string? Serial { get; init; }
    public DateOnly? ProducedOn { get; init; }
    public DateOnly? PackedOn { get; init; }
    public DateOnly? BestBefore { get; init; }
    public DateOnly? SellBy { get; init; }
    public DateOnly? UseBy { get; init; }

    /// <summary>Net, of all of it, in <see cref="MeasureUnit"/>.</summary>
    public decimal? Measure { get; init; }

    /// <summary>kg, lb or l.</summary>
    public string? MeasureUnit { get; init; }

    /// <summary>How many packs of the product.</summary>
    public int? Count { get; init; }

    /// <summary>How many pieces are in the one pack.</summary>
    public int? Pieces { get; init; }

    /// <summary>For all of it, in the currency of the place where it was printed or in <see cref="Currency"/>.</summary>
    public decimal? Price { get; init; }

    /// <summary>ISO 4217, as a number; null when the label does not say it.</summary>
    public string? Currency { get; init; }

    /// <summary>All elements in their order; none for a plain code.</summary>
    public IReadOnlyList<ScannedElement> Elements { get; init; } = [];

    /// <summary>Whether there is only one such pack, so that scanning it twice is a slip.</summary>
    public string? OnlyOne => ShippingUnit ?? (Serial is null || Code is null ? null : $"{Code} {Serial}");
}
