using KitchenDisplay.Core.Inventory.Counting;

namespace KitchenDisplay.Web.Features.Inventory.Counting;

/// <summary>Where somebody is on a sheet that others count on as well.</summary>
public sealed class SheetWalk
{
    private Guid? line;

    public SheetView? Sheet { get; private set; }

    /// <summary>The line that is counted now; null when the sheet has none.</summary>
    public LineView? Now => Sheet?.Lines.FirstOrDefault(l => l.LineId == line);

    /// <summary>The tally that stood there when the line was chosen, or when somebody was told of a newer one.</summary>
    public Guid? Seen { get; private set; }

    /// <summary>The sheet as it now is. Nobody is taken off the line that they count.</summary>
    public void Take(SheetView sheet)
    {
        Sheet = sheet;
        if (Now is null) Choose((sheet.Lines.FirstOrDefault(l => l.Tally is null) ?? (sheet.Lines.Count > 0 ? sheet.Lines[0] : null))?.LineId);
    }

    public void Choose(Guid? id)
    {
        line = id;
        See();
    }

    /// <summary>What stands on the line is seen.</summary>
    public void See() => Seen = Now?.Tally?.Id;

    /// <summary>Goes to the next line that nobody has counted, from here on and then from the top; to the next one when all are.</summary>
    public void Next()
    {
        if (Sheet is null || Now is null) return;
        var after = Sheet.Lines.SkipWhile(l => l.LineId != line).Skip(1).ToList();
        Choose((after.Find(l => l.Tally is null) ?? Sheet.Lines.FirstOrDefault(l => l.Tally is null && l.LineId != line) ?? after.FirstOrDefault() ?? Now).LineId);
    }
}
