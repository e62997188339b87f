using System.Security.Cryptography;
using System.Text;

namespace KitchenDisplay.Core.Doors.SignIn;

/// <summary>What must be known besides the database: the pepper of the PINs and the key of the audit's seal. Whoever steals a backup has neither.</summary>
/// <param name="Pepper">32 bytes: a stolen table of hashes cannot be searched for PINs without them.</param>
/// <param name="Seal">32 bytes: an audit row cannot be forged without them.</param>
public sealed record HouseKeys(byte[] Pepper, byte[] Seal)
{
    /// <summary>Several nodes on one database are given the same ones by this variable: 128 hexadecimal digits.</summary>
    public const string Variable = "KITCHENDISPLAY_KEYS";

    /// <summary>Names the file to which the audit's newest seals are appended, where the data folder is none of this node's.</summary>
    public const string HeadsVariable = "KITCHENDISPLAY_AUDIT_HEADS";

    /// <summary>Where the audit's newest seals are appended, outside the database; null when nobody has said where.</summary>
    public string? HeadsFile { get; init; }

    private const int Size = 32;
    private const string FileName = "house-keys";

    /// <summary>New ones.</summary>
    public static HouseKeys Draw() => new(RandomNumberGenerator.GetBytes(Size), RandomNumberGenerator.GetBytes(Size));

    /// <summary>Those of the environment; otherwise those in the folder, drawn the first time.</summary>
    /// <exception cref="FormatException">What is there are no keys.</exception>
    public static HouseKeys Open(string folder)
    {
        var heads = Environment.GetEnvironmentVariable(HeadsVariable) is { Length: > 0 } named ? named : null;
        if (Environment.GetEnvironmentVariable(Variable) is { Length: > 0 } given) return Parse(given, Variable) with { HeadsFile = heads };
        return OpenFile(folder) with { HeadsFile = heads ?? Path.Combine(folder, "audit-heads") };
    }

    private static HouseKeys OpenFile(string folder)
    {
        var path = Path.Combine(folder, FileName);
        Directory.CreateDirectory(folder);
        try
        {
            var drawn = Draw();
            var ownerOnly = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write, UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite };
            using var file = new FileStream(path, ownerOnly);
            file.Write(Encoding.ASCII.GetBytes(Convert.ToHexStringLower([.. drawn.Pepper, .. drawn.Seal])));
            file.Flush(flushToDisk: true);
            return drawn;
        }
        catch (IOException) when (File.Exists(path))
        {
            return Parse(File.ReadAllText(path).Trim(), path);
        }
    }

    private static HouseKeys Parse(string text, string from) =>
        text.Length == 4 * Size && text.All(char.IsAsciiHexDigit)
            ? new(Convert.FromHexString(text[..(2 * Size)]), Convert.FromHexString(text[(2 * Size)..]))
            : throw new FormatException($"{from} does not hold the keys of this house: 128 hexadecimal digits. Put back the ones that it was started with; with others no PIN is right any more.");

    /// <summary>What is kept of a PIN. Slow, since a million PINs are few.</summary>
    public byte[] HashOf(Guid person, string pin, byte[] salt)
    {
        var peppered = HMACSHA256.HashData(Pepper, Encoding.ASCII.GetBytes($"{person:N}:{pin}"));
        return Rfc2898DeriveBytes.Pbkdf2(peppered, salt, 20_000, HashAlgorithmName.SHA256, Size);
    }
}
