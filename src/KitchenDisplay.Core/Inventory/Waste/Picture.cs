using KitchenDisplay.Core.Commands;

namespace KitchenDisplay.Core.Inventory.Waste;

/// <summary>What may be kept as a photo.</summary>
public static class Picture
{
    /// <summary>Bytes. A tablet's camera stays below.</summary>
    public const int Most = 6 * 1024 * 1024;

    /// <summary>What kind of picture these bytes are, by how they begin; null for anything else, whatever its name says.</summary>
    public static string? TypeOf(ReadOnlySpan<byte> bytes) =>
        bytes.StartsWith((ReadOnlySpan<byte>)[0xFF, 0xD8, 0xFF]) ? "image/jpeg"
        : bytes.StartsWith((ReadOnlySpan<byte>)[0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]) ? "image/png"
        : bytes.StartsWith("RIFF"u8) && bytes.Length > 12 && bytes[8..].StartsWith("WEBP"u8) ? "image/webp"
        : null;

    /// <summary>The same, of bytes that somebody sent.</summary>
    /// <exception cref="Refusal">They are no picture, or too many.</exception>
    public static string Check(byte[] bytes) =>
        bytes.Length > Most ? throw new Refusal("The photo is larger than {0} MB. Take a smaller one, or leave it out.", Most / 1024 / 1024)
        : TypeOf(bytes) ?? throw new Refusal("This is no photo: take a JPEG, PNG or WebP picture, or leave it out.");
}
