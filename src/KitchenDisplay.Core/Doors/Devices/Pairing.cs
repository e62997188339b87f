using System.Security.Cryptography;

namespace KitchenDisplay.Core.Doors.Devices;

/// <summary>A browser that asks to be let in: it shows a code, and somebody who may approves the code elsewhere.</summary>
public sealed class Pairing
{
    /// <summary>How long a code may be approved.</summary>
    public static readonly TimeSpan Lives = TimeSpan.FromMinutes(10);

    public const int CodeLength = 8;

    // Nothing that looks like something else on a greasy screen.
    private const string Letters = "ABCDEFGHJKLMNPQRSTUVWXYZ23456789";

    public Guid Id { get; init; } = Guid.CreateVersion7();
    public required byte[] CodeHash { get; init; }

    /// <summary>Of the secret by which the browser that showed the code fetches what becomes of it.</summary>
    public required byte[] ClaimHash { get; init; }
    public required DateTimeOffset StartedAt { get; init; }
    public required DateTimeOffset ExpiresAt { get; init; }

    /// <summary>Set when it is approved; a code is approved once.</summary>
    public Guid? DeviceId { get; set; }

    /// <summary>A new code: 40 random bits.</summary>
    public static string NewCode() => RandomNumberGenerator.GetString(Letters, CodeLength);

    /// <summary>The code as it was meant, whatever blanks, dashes and small letters it was typed with.</summary>
    public static string Clean(string typed) => string.Concat(typed.ToUpperInvariant().Where(char.IsAsciiLetterOrDigit));
}
