using System.Globalization;
using KitchenDisplay.Core.Inventory;
using KitchenDisplay.Core.Inventory.Counting;

namespace KitchenDisplay.Web.Features.Inventory.Counting;

/// <summary>What somebody is about to say of one line, with wet hands: numbers and units that add up.</summary>
public sealed class CountPad
{
    private const int Longest = 12;

    /// <summary>The number that is being typed.</summary>
    public string Typed { get; private set; } = "";
    public string Unit { get; private set; } = "";

    /// <summary>What was said before a plus.</summary>
    public List<CountedPart> Parts { get; } = [];

    /// <summary>Whether it comes on top of what was counted before.</summary>
    public bool IsMore { get; set; }

    public bool IsEmpty => Parts.Count == 0 && Typed.Length == 0;

    /// <summary>Begins with another line.</summary>
    public void Begin(string unit)
    {
        Parts.Clear();
        (Typed, Unit, IsMore) = ("", unit, false);
    }

    /// <summary>Goes on with another line: what was typed while the last one was written down is said of this one.</summary>
    public void Follow(string unit)
    {
        if (Parts.Count > 0) Begin(unit);
        else (Unit, IsMore) = (unit, false);
    }

    /// <summary>Takes what stands in the box: a plus in it begins the next part, anything that is no number is left out.</summary>
    public void Write(string? text)
    {
        Typed = "";
        foreach (var sign in text ?? "")
            if (sign == '+') Plus();
            else Press(sign);
    }

    /// <summary>A key of the pad: a digit or a decimal point.</summary>
    public void Press(char sign)
    {
        if (sign == ',') sign = '.';
        if (Typed.Length < Longest && (char.IsAsciiDigit(sign) || (sign == '.' && !Typed.Contains('.', StringComparison.Ordinal)))) Typed += sign;
    }

    public void Erase()
    {
        if (Typed.Length > 0) Typed = Typed[..^1];
        else if (Parts.Count > 0) Parts.RemoveAt(Parts.Count - 1);
    }

    public void Choose(string unit) => Unit = unit;

    /// <summary>There is some in another unit as well.</summary>
    public void Plus()
    {
        if (Number() is not { } number) return;
        Parts.Add(new(number, Unit));
        Typed = "";
    }

    /// <summary>All that was said.</summary>
    public IReadOnlyList<CountedPart> Said => Number() is { } number ? [.. Parts, new(number, Unit)] : [.. Parts];

    /// <summary>What it comes to in the item's base unit; null when a unit says nothing to it.</summary>
    public decimal? In(Item item)
    {
        try
        {
            return Said.Sum(p => Math.Round(new Conversions(item.Name, item.Measures).Convert(p.Quantity, p.Unit, item.Unit).Result, 4));
        }
        catch (Exception e) when (e is Core.Commands.Refusal or OverflowException)
        {
            return null;
        }
    }

    private decimal? Number() => decimal.TryParse(Typed, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number) ? number : null;
}
