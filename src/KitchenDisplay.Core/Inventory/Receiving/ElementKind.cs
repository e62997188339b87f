namespace KitchenDisplay.Core.Inventory.Receiving;

/// <summary>What stands in an element of a GS1 code.</summary>
public enum ElementForm
{
    /// <summary>Digits whose last one is a check digit.</summary>
    Key,
    Digits,

    /// <summary>Year, month and day with two digits each.</summary>
    Date,

    /// <summary>Letters, digits and the signs that GS1 allows.</summary>
    Text,

    /// <summary>Digits with so many behind the point as the identifier's last digit says.</summary>
    Decimals,

    /// <summary>The same behind three digits for a currency (ISO 4217).</summary>
    DecimalsInCurrency,
}

/// <summary>An element by its application identifier (GS1 General Specifications, 3.2).</summary>
/// <param name="Ai">The identifier; of those whose last digit says where the point stands, without it.</param>
/// <param name="Name">As a person calls it.</param>
/// <param name="Length">How long it is, or at most, where its end is marked.</param>
/// <param name="IsFixed">False where it ends at a separator or at the end of the code.</param>
public sealed record ElementKind(string Ai, string Name, ElementForm Form, int Length, bool IsFixed = true)
{
    /// <summary>Whether one more digit belongs to the identifier.</summary>
    public bool HasPoint => Form is ElementForm.Decimals or ElementForm.DecimalsInCurrency;

    /// <summary>How long its identifier is as it is printed.</summary>
    public int AiLength => Ai.Length + (HasPoint ? 1 : 0);
}
