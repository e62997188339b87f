using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;

namespace KitchenDisplay.Core.Doors.SignIn;

/// <summary>What a browser holds and nobody can guess: 256 random bits, of which the database knows the SHA-256 only.</summary>
public static class Secret
{
    private const int Bytes = 32;

    /// <summary>A new one, as a cookie carries it: 43 characters of base64url.</summary>
    public static string New() => Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(Bytes));

    /// <summary>What is stored of it. Random to begin with, so that neither salt nor slowness adds anything.</summary>
    public static byte[] HashOf(string secret) => SHA256.HashData(Encoding.UTF8.GetBytes(secret));
}
