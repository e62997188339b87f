namespace KitchenDisplay.Core.Inventory.Purchasing;

/// <summary>How far an order is.</summary>
public enum OrderState
{
    /// <summary>Nobody has sent it: it can be changed.</summary>
    Draft,
    Sent,

    /// <summary>Some of it has come, and some is still to come.</summary>
    PartlyReceived,
    Received,
    Cancelled,
}

/// <summary>What is bought from a supplier at once.</summary>
public sealed class PurchaseOrder
{
    public Guid Id { get; init; } = Guid.CreateVersion7();
    public long Number { get; init; }
    public Guid SupplierId { get; init; }
    public OrderState State { get; set; }

    /// <summary>The business day on which it comes; null while nobody has said it.</summary>
    public DateOnly? DeliverOn { get; set; }
    public string? Note { get; set; }
    public DateTimeOffset CreatedAt { get; init; }
    public DateTimeOffset? SentAt { get; set; }

    /// <summary>Why it was cancelled.</summary>
    public string? Reason { get; set; }

    /// <summary>Grows with every change, so that two who work on it at once hear of each other.</summary>
    public int Version { get; set; } = 1;
    public IList<PurchaseLine> Lines { get; init; } = [];

    /// <summary>What it costs as it was ordered, in the restaurant's currency.</summary>
    public decimal Total => Lines.Sum(l => l.Total);

    /// <summary>Whether something of it is still awaited.</summary>
    public bool IsAwaited => State is OrderState.Sent or OrderState.PartlyReceived;

    /// <summary>How it is, by what has come of it.</summary>
    public void Settle() => State = Lines.All(l => l.Open <= 0) ? OrderState.Received : Lines.Any(l => l.Received > 0 || l.IsClosed) ? OrderState.PartlyReceived : State;
}

/// <summary>An item of an order, as it was offered at that moment.</summary>
public sealed class PurchaseLine
{
    public Guid Id { get; init; } = Guid.CreateVersion7();
    public Guid OrderId { get; init; }
    public int Position { get; set; }
    public Guid ItemId { get; init; }
    public Guid OfferId { get; init; }

    /// <summary>The supplier's number for it.</summary>
    public string? Code { get; set; }
    public int Packs { get; set; }

    /// <summary>What a pack is called: <c>12 bottle</c>.</summary>
    public required string PackWord { get; set; }

    /// <summary>Base units in a pack.</summary>
    public decimal PackInBase { get; set; }

    /// <summary>For a pack, in the restaurant's currency.</summary>
    public decimal Price { get; set; }

    /// <summary>What has come of it, in base units.</summary>
    public decimal Received { get; set; }

    /// <summary>Whether nobody waits for the rest any more.</summary>
    public bool IsClosed { get; set; }

    /// <summary>What was ordered, in base units.</summary>
    public decimal Ordered => Packs * PackInBase;

    /// <summary>What is still to come, in base units.</summary>
    public decimal Open => IsClosed ? 0 : Math.Max(0, Ordered - Received);
    public decimal Total => Packs * Price;
}
