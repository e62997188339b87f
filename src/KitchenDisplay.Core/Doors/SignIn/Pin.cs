using System.Globalization;
using System.Security.Cryptography;

namespace KitchenDisplay.Core.Doors.SignIn;

/// <summary>A person's six digits, of which only a hash is kept.</summary>
public sealed class Pin
{
    public const int Digits = 6;

    public required Guid PersonId { get; init; }
    public required byte[] Salt { get; set; }
    public required byte[] Hash { get; set; }
    public required DateTimeOffset DrawnAt { get; set; }

    /// <summary>Any of the million with the same chance: what people choose themselves is guessed in a few tries.</summary>
    public static string Draw() => RandomNumberGenerator.GetInt32(1_000_000).ToString("D6", CultureInfo.InvariantCulture);

    /// <summary>Whether it is six digits, and so worth being looked up.</summary>
    public static bool IsOne(string? typed) => typed?.Length == Digits && typed.All(char.IsAsciiDigit);
}
