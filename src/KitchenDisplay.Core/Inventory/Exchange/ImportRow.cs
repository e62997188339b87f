using KitchenDisplay.Core.Commands;
using KitchenDisplay.Core.Inventory.Catalogue;

namespace KitchenDisplay.Core.Inventory.Exchange;

/// <summary>What becomes of a row.</summary>
public enum RowVerdict
{
    Unknown,
    New,
    Changed,
    Same,

    /// <summary>It cannot be applied, and says why.</summary>
    Bad,
}

/// <summary>A row of a file.</summary>
public sealed class ImportRow
{
    public required Guid ImportId { get; init; }

    /// <summary>The line of the file on which it begins, the header being on the first.</summary>
    public required int Number { get; init; }
    public required string[] Cells { get; init; }
    public RowVerdict Verdict { get; set; }

    /// <summary>Why it is no row at all; null when it is one.</summary>
    public RowProblem? Fault { get; init; }

    /// <summary>Why it is bad; null when it is not.</summary>
    public IReadOnlyList<RowProblem>? Problems { get; set; }

    /// <summary>What it changes of what is here, as people read it; null when nothing, or when all of it is new.</summary>
    public IReadOnlyList<RowChange>? Changes { get; set; }

    /// <summary>The item or offer that it is about; null while nobody knows.</summary>
    public Guid? TargetId { get; set; }

    /// <summary>How to take it back; null while it was not applied.</summary>
    public AppliedRow? Applied { get; set; }
}

/// <summary>Why a row is bad.</summary>
/// <param name="Text">A sentence with places for <paramref name="Args"/>.</param>
public sealed record RowProblem(string Text, IReadOnlyList<string> Args)
{
    public static RowProblem Of(Sentence sentence) => new(sentence.Text, [.. sentence.Args.Select(a => Convert.ToString(a, System.Globalization.CultureInfo.CurrentCulture) ?? "")]);

    public Sentence Sentence => new(Text, [.. Args]);
}

/// <summary>Something that a row sets. Null is empty.</summary>
public sealed record RowChange(string Field, string? Old, string? New);

/// <summary>What there was before a row was applied.</summary>
/// <param name="IsNew">Whether the row has made the item or offer.</param>
/// <param name="Version">Of the item, as the row has left it; 0 for an offer.</param>
/// <param name="Barcodes">Those that were added.</param>
/// <param name="Item">The item's fields as they were.</param>
/// <param name="Offer">The offer as it was; null when the row has made it.</param>
/// <param name="Left">The offer as the row has left it.</param>
public sealed record AppliedRow(bool IsNew, int Version, IReadOnlyList<string> Barcodes, ItemPatch? Item = null, OfferedPack? Offer = null, OfferedPack? Left = null);

/// <summary>What a price list says of an offer.</summary>
public sealed record OfferedPack(string? Code, decimal Pack, string Unit, decimal Price, bool Active);
