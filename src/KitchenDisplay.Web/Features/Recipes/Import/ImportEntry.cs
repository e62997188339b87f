using KitchenDisplay.Core.Recipes;
using KitchenDisplay.Core.Recipes.Exchange;

namespace KitchenDisplay.Web.Features.Recipes.Import;

/// <summary>A recipe of a file, as it would be imported.</summary>
public sealed class ImportEntry
{
    private readonly RecipeText text;
    private readonly Arrival arrival;

    public ImportEntry(RecipeRead read, Arrival arrival)
    {
        (Read, text, this.arrival) = (read, read.Recipe!, arrival);
        Lines = [.. text.Ingredients.SelectMany(g => g.Lines, (g, line) => (g.Name, line)).Select((l, index) => new ImportLine(l.Name, l.line, index + 1))];
        IsChosen = arrival.Standing == Standing.New;
    }

    public RecipeRead Read { get; }

    /// <summary>The recipe, under the title that it would have here.</summary>
    public RecipeText Text => text with { Title = arrival.FreeTitle };

    public Arrival Arrival => arrival;
    public IReadOnlyList<ImportLine> Lines { get; }

    /// <summary>It is in the book now, by this import.</summary>
    public bool IsImported { get; private set; }

    public bool CanBeChosen => !IsImported && arrival.Standing is Standing.New or Standing.TitleTaken;

    /// <summary>Whether it is to be imported.</summary>
    public bool IsChosen { get => field && CanBeChosen; set; }

    /// <summary>Whether a person should look at it before.</summary>
    public bool NeedsLook => !IsImported && (Read.Remarks.Count > 0 || arrival.Standing is Standing.TitleTaken or Standing.Refused || Lines.Any(l => l.WhyNot.Count > 0));

    public void Imported() => IsImported = true;

    /// <summary>As the book takes it in.</summary>
    public ImportedRecipe ToImport() => new(Text, [.. Lines.Where(l => l.Target is not null).Select(l => l.Target!.Take(l.Line, l.At))]);
}
