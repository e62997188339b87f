namespace KitchenDisplay.Core.House;

/// <summary>A screen of the kitchen with a name: what it is for and how it behaves. A device picks its display once and remembers it.</summary>
public sealed class Display
{
    public Guid Id { get; init; } = Guid.CreateVersion7();
    public required string Name { get; set; }

    /// <summary>Its name in addresses: <c>/kitchen/grill</c>.</summary>
    public required string Slug { get; set; }
    public int Position { get; set; }

    /// <summary>True for a display of the whole kitchen, such as the pass has one: it shows every station, whoever works it.</summary>
    public bool IsEverywhere { get; set; }

    /// <summary>The stations that it is for; what it has taken over besides stands with the stations.</summary>
    public IList<DisplayStation> Stations { get; init; } = [];
    public DisplaySettings Settings { get; set; } = new();
}

/// <summary>That a display is for a station.</summary>
public sealed class DisplayStation
{
    public Guid DisplayId { get; init; }
    public Guid StationId { get; init; }
}

/// <summary>How tickets stand on a display.</summary>
public enum CardLayout
{
    /// <summary>As high as they need to be, in columns.</summary>
    Columns,

    /// <summary>In cells of one size.</summary>
    Grid,
}

/// <summary>What a display does in its own way. Its JSON stands in the database, so a name here is for ever.</summary>
public sealed record DisplaySettings
{
    /// <summary>The grids that there are, in cells.</summary>
    public static readonly IReadOnlyList<int> Grids = [4, 6, 8, 10, 12, 15];

    public CardLayout Layout { get; init; } = CardLayout.Columns;
    public int Cells { get; init; } = 8;

    /// <summary>The screen's diagonal, in inches.</summary>
    public decimal Inch { get; init; } = 32;

    /// <summary>From how far it is read, in metres.</summary>
    public decimal Metres { get; init; } = 2;

    /// <summary>A ticket goes by itself when its last line is ready.</summary>
    public bool LeavesWhenReady { get; init; }

    /// <summary>A touch on a line that nobody has begun starts it, and the next one makes it ready.</summary>
    public bool TouchStarts { get; init; }

    /// <summary>A digit bumps the cell at once instead of choosing it.</summary>
    public bool DigitBumps { get; init; }

    /// <summary>Keys that were learned, by what they do: such as <c>bump</c> to <c>Enter</c>. What is missing keeps its usual key.</summary>
    public IReadOnlyDictionary<string, string> Keys { get; init; } = new Dictionary<string, string>();

    /// <summary>Sounds by event: new, changed, voided, late. What is missing sounds as usual.</summary>
    public IReadOnlyDictionary<string, DisplaySound> Sounds { get; init; } = new Dictionary<string, DisplaySound>();
}

/// <summary>How an event sounds.</summary>
/// <param name="Tone">The name of one of the tones that the wall can make.</param>
/// <param name="Volume">From 0, silent, to 1.</param>
/// <param name="Repeats">Until somebody has answered it.</param>
public sealed record DisplaySound(string Tone, decimal Volume, bool Repeats);
