using System.Text.Json.Serialization;
using KitchenDisplay.Core.Menu;

namespace KitchenDisplay.Core.Ordering;

/// <summary>One send. Its id is the id of the command that sent it.</summary>
public sealed class Ticket
{
    public Guid Id { get; init; }
    public Guid OrderId { get; init; }
    public long Number { get; init; }
    public DateTimeOffset SentAt { get; init; }
    public Guid SentBy { get; init; }

    /// <summary>Since when it goes before all others; null when it does not.</summary>
    public DateTimeOffset? RushedAt { get; set; }
    public IList<Line> Lines { get; init; } = [];
}

/// <summary>How far a line is.</summary>
public enum LineState
{
    Held,
    Fired,
    Served,
    Void,
}

/// <summary>One portion. It keeps the name, price and tax of the moment when it was sent.</summary>
public sealed class Line
{
    public Guid Id { get; init; } = Guid.CreateVersion7();
    public Guid TicketId { get; init; }
    public Guid OrderId { get; init; }

    /// <summary>Its place on the ticket, from 1.</summary>
    public int Position { get; init; }
    public Guid DishId { get; init; }
    public required string DishName { get; init; }
    public string? KitchenName { get; init; }

    /// <summary>The guest's seat; null when the table shares it.</summary>
    public int? Seat { get; set; }
    public int Course { get; set; }
    public IReadOnlyList<LineModifier> Modifiers { get; set; } = [];
    public string? Note { get; set; }

    /// <summary>Price of the portion with its modifiers, in the restaurant's currency.</summary>
    public decimal Price { get; set; }
    public Guid TaxClassId { get; init; }
    public decimal TaxRate { get; init; }
    public LineState State { get; set; }
    /// <summary>Grows with each change after the send; each station says which one it has seen.</summary>
    public int Version { get; set; } = 1;
    public DateTimeOffset? FiredAt { get; set; }
    public DateTimeOffset? ServedAt { get; set; }
    public DateTimeOffset? VoidedAt { get; set; }
    public string? VoidReason { get; set; }

    /// <summary>The command that took what it is made of from the stock; null while that is only promised.</summary>
    public Guid? ConsumedId { get; set; }
    public IList<PrepTask> Tasks { get; init; } = [];
}

/// <summary>A modifier as it was when the line was sent. Its JSON stands in the database for ever, so its names are its own.</summary>
public sealed record LineModifier(Guid Id, string Name, ModifierKind Kind, [property: JsonPropertyName("priceChange")] decimal PriceChange);

/// <summary>What of a line may change after it was sent, as the kitchen reads it.</summary>
public sealed record LineContent(IReadOnlyList<LineModifier> Modifiers, string? Note);

/// <summary>That a line was changed after it was sent. Never changed itself.</summary>
public sealed class LineChange
{
    public Guid Id { get; init; } = Guid.CreateVersion7();
    public Guid TicketId { get; init; }
    public Guid LineId { get; init; }

    /// <summary>The line's version that the change made.</summary>
    public int Version { get; init; }

    /// <summary>What the line said before; null for a portion that was added.</summary>
    public LineContent? Was { get; init; }
    public DateTimeOffset At { get; init; }
    public Guid ChangedBy { get; init; }
}
