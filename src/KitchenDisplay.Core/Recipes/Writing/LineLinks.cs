using System.Globalization;
using KitchenDisplay.Core.Commands;
using KitchenDisplay.Core.Inventory;

namespace KitchenDisplay.Core.Recipes.Writing;

/// <summary>How a line came to what it is linked to.</summary>
public enum LinkKind
{
    /// <summary>It stays text.</summary>
    None,

    /// <summary>The stock has something of exactly its name.</summary>
    ByName,

    /// <summary>Somebody has said so.</summary>
    Chosen,

    /// <summary>Somebody has said so, of what the line no longer names.</summary>
    Doubtful,
}

/// <summary>A line and what it is for the stock.</summary>
/// <param name="At">Its place among the ingredients, from 1.</param>
/// <param name="Offered">What has its name, but is not linked by itself.</param>
/// <param name="Against">Why it cannot be saved so.</param>
public sealed record LinkedLine(int At, IngredientLine Line, LinkKind Kind, Linkable? To = null, Linkable? Offered = null, LineChoice? Choice = null, decimal? Quantity = null, string Unit = "", decimal Usable = 1, Sentence? Against = null)
{
    /// <exception cref="Refusal">It cannot be saved so.</exception>
    public SavedRecipeLine ToSave() => Against is null ? new(To!.ItemId, To.RecipeId, Quantity!.Value, Unit, Usable, At) : throw new Refusal([Against]);
}

/// <summary>Says what lines are for the stock. Nothing is guessed: only an exact name links by itself, and only where its quantity can be taken from the stock.</summary>
/// <param name="self">The recipe itself, which cannot be in it.</param>
public sealed class LineLinks(Larder larder, Guid self)
{
    public LinkedLine Of(int at, IngredientLine line, LineChoice? choice)
    {
        var name = LineChoice.NameOf(line);
        var same = larder.Find(name) is { } found && found.Id != self ? found : null;
        if (choice is { IsNone: true } && choice.Of == name) return new(at, line, LinkKind.None, Offered: same, Choice: choice);
        if (choice is { LinkedTo: { } id })
            return larder.Find(id) is not { } to ? new(at, line, LinkKind.Doubtful, Choice: choice, Against: new("“{0}” is linked to something that does not exist any more. Unlink it.", line.Text))
                : choice.Of == name || to.Id == same?.Id ? Linked(at, line, LinkKind.Chosen, to, choice)
                : Linked(at, line, LinkKind.Doubtful, to, choice) with { Against = new("“{0}” is linked to {1}, and was when it said “{2}”. Say what it is now.", line.Text, to.Name, choice.Of) };
        var byName = same is null ? null : Linked(at, line, LinkKind.ByName, same, null);
        return byName is { Against: null } ? byName : new(at, line, LinkKind.None, Offered: same);
    }

    private static LinkedLine Linked(int at, IngredientLine line, LinkKind kind, Linkable to, LineChoice? choice)
    {
        var quantity = string.IsNullOrWhiteSpace(choice?.Quantity) ? line.Quantity : Number(choice.Quantity) ?? -1;
        var unit = !string.IsNullOrWhiteSpace(choice?.Unit) ? choice.Unit.Trim() : line.Unit ?? (string.IsNullOrWhiteSpace(choice?.Quantity) ? Units.Name(BaseUnit.Piece) : to.Unit);
        var usable = (choice is null ? 100 : Number(choice.Usable) ?? -1) / 100;
        var against = quantity is null ? new Sentence("“{0}” says no quantity. Say how much {1} that is for the stock, or unlink it.", line.Text, to.Name)
            : quantity is <= 0 or > RecipeWriter.Most ? new("“{0}”: the quantity for the stock has to be a number above 0.", line.Text)
            : usable is <= 0 or > 1 ? new("“{0}”: the usable part is more than 0 % and at most 100 %.", line.Text)
            : to.Against(quantity.Value, unit);
        return new(at, line, kind, to, null, choice, quantity, unit, usable, against);
    }

    /// <summary>A number that somebody types, with a point or a comma; null for anything else.</summary>
    internal static decimal? Number(string typed) =>
        decimal.TryParse(typed.Trim().Replace(',', '.'), NumberStyles.AllowDecimalPoint | NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) ? number : null;
}
