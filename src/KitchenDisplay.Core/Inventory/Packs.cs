namespace KitchenDisplay.Core.Inventory;

/// <summary>What is taken, in the base unit except the whole packs.</summary>
/// <param name="Opened">Taken out of one more pack, which has to be opened because the loose ones do not suffice.</param>
/// <param name="Shortfall">What is not there at all.</param>
public sealed record Taken(int WholePacks, decimal Loose, decimal Opened, decimal Shortfall);

/// <summary>Takes from packs and loose stock of the same date.</summary>
public static class Packs
{
    /// <summary>Whole packs go before loose ones as far as the quantity allows, and a pack is opened only when no loose ones are left.</summary>
    /// <param name="packSize">What one pack holds, in the base unit; more than zero.</param>
    /// <param name="packs">How many whole packs are there.</param>
    public static Taken Take(decimal wanted, decimal loose, decimal packSize, int packs)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(packSize);
        ArgumentOutOfRangeException.ThrowIfNegative(wanted);
        // Stock that was sold short is below zero and gives nothing.
        var whole = (int)Math.Min(Math.Max(packs, 0), Math.Floor(wanted / packSize));
        var rest = wanted - whole * packSize;
        var fromLoose = Math.Min(rest, Math.Max(loose, 0));
        var opened = whole < packs ? rest - fromLoose : 0;
        return new(whole, fromLoose, opened, rest - fromLoose - opened);
    }
}
