namespace KitchenDisplay.Core.Inventory.Receiving;

/// <summary>One element of a GS1 code as it stands there.</summary>
/// <param name="Ai">Its whole identifier.</param>
public sealed record ScannedElement(string Ai, string Value);

/// <summary>What may stand in elements, and how people write them.</summary>
public static class ElementText
{
    /// <summary>The longest lot or serial number.</summary>
    public const int Longest = 20;

    // GS1's character set 82.
    private const string Signs = "!\"%&'()*+,-./:;<=>?_";

    /// <summary>Whether GS1 allows the sign.</summary>
    public static bool Allows(char sign) => char.IsAsciiLetterOrDigit(sign) || Signs.Contains(sign, StringComparison.Ordinal);

    /// <summary>With brackets, as it stands under the bars: <c>(01)09501101530003(10)L1</c>. A bracket of a value has a backslash before it.</summary>
    public static string Write(IEnumerable<ScannedElement> elements) => string.Concat(elements.Select(e => $"({e.Ai}){e.Value.Replace("(", @"\(", StringComparison.Ordinal)}"));
}
