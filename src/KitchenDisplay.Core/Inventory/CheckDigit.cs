namespace KitchenDisplay.Core.Inventory;

/// <summary>The last digit of every GS1 number: from the right, digits count three times and once in turn (GS1 General Specifications, 7.9).</summary>
public static class CheckDigit
{
    /// <summary>The digit that belongs behind these.</summary>
    public static char Of(ReadOnlySpan<char> digits)
    {
        var sum = 0;
        for (var i = 0; i < digits.Length; i++) sum += (digits[^(i + 1)] - '0') * (i % 2 == 0 ? 3 : 1);
        return (char)('0' + (10 - sum % 10) % 10);
    }

    /// <summary>Whether the last digit of a number is the one that belongs there.</summary>
    public static bool Closes(ReadOnlySpan<char> number) => Of(number[..^1]) == number[^1];
}
