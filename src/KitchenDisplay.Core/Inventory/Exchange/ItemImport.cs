namespace KitchenDisplay.Core.Inventory.Exchange;

/// <summary>What a file's rows are about.</summary>
public enum ImportKind
{
    Items,

    /// <summary>What a supplier sells, and for how much.</summary>
    Prices,
}

/// <summary>How far an import is.</summary>
public enum ImportState
{
    /// <summary>Its rows are here; somebody says what its columns are.</summary>
    Mapping,

    /// <summary>Row by row it is found out what would change.</summary>
    Checking,

    /// <summary>Somebody looks at what would change.</summary>
    Checked,
    Applying,
    Done,
    Undoing,
    Undone,
}

/// <summary>A file that came in as a table. Nothing else knows of its rows until it is applied.</summary>
public sealed class ItemImport
{
    /// <summary>The number of the command that brought it.</summary>
    public required Guid Id { get; init; }
    public required ImportKind Kind { get; init; }

    /// <summary>Whose prices they are; null for items.</summary>
    public Guid? SupplierId { get; init; }
    public required string FileName { get; init; }
    public required DateTimeOffset At { get; init; }
    public required Guid PersonId { get; init; }

    /// <summary>As it was found out, for whoever wonders.</summary>
    public required string Encoding { get; init; }

    /// <summary>What stands between two cells.</summary>
    public required char Separator { get; init; }

    /// <summary>As the file names its columns.</summary>
    public required string[] Header { get; init; }

    /// <summary>What each column is, in the header's order: one of <see cref="ImportTarget"/>, empty for nothing.</summary>
    public required string[] Mapping { get; set; }
    public int Rows { get; set; }
    public ImportState State { get; set; }

    /// <summary>The last row that was looked at in this state; what comes after a killed process goes on behind it.</summary>
    public int Step { get; set; }

    public int New { get; set; }
    public int Changed { get; set; }
    public int Same { get; set; }
    public int Bad { get; set; }

    /// <summary>Rows that were not taken back: somebody has changed what they made since, or uses it.</summary>
    public int Kept { get; set; }

    /// <summary>Whether somebody else has to do something now, and not a person.</summary>
    public bool IsAtWork => State is ImportState.Checking or ImportState.Applying or ImportState.Undoing;

    /// <summary>Begins another state at its first row.</summary>
    internal void Turn(ImportState state) => (State, Step) = (state, 0);
}
