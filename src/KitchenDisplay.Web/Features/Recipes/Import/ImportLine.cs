using KitchenDisplay.Core.Commands;
using KitchenDisplay.Core.Recipes;

namespace KitchenDisplay.Web.Features.Recipes.Import;

/// <summary>How far a line of ingredients was understood.</summary>
public enum Understood
{
    Whole,
    Partly,
    NotAtAll,
}

/// <summary>A line of ingredients that is to be imported, and what it stands for in the stock, as far as a person lets it.</summary>
public sealed class ImportLine(string? group, IngredientLine line, int at)
{
    // Below, a person had better look.
    private const double Doubtful = 0.5;

    /// <summary>The heading that it stands under.</summary>
    public string? Group => group;
    public IngredientLine Line => line;

    /// <summary>Its place in the recipe, from 1.</summary>
    public int At => at;

    /// <summary>What it is linked to; null when it stays text.</summary>
    public LinkTarget? Target { get; private set; }

    /// <summary>Why it cannot be linked to what was offered last.</summary>
    public IReadOnlyList<Sentence> WhyNot { get; private set; } = [];

    public Understood Understood => line.Confidence switch { 0 => Understood.NotAtAll, < Doubtful => Understood.Partly, _ => Understood.Whole };

    /// <summary>Links it, when so much of that can be counted.</summary>
    public void Offer(LinkTarget target)
    {
        WhyNot = target.WhyNot(line);
        Target = WhyNot.Count == 0 ? target : null;
    }

    /// <summary>It stays text.</summary>
    public void Unlink() => (Target, WhyNot) = (null, []);
}
