namespace KitchenDisplay.Core.Data;

/// <summary>Where the restaurant's own PostgreSQL server keeps its data, and how it is run.</summary>
public sealed record LocalPostgresOptions
{
    internal const string ThrowAwayPrefix = "kitchendisplay-throwaway-";

    /// <summary>The folder that holds the cluster, its keys and its log; one app at a time may hold it.</summary>
    public required string DataFolder { get; init; }

    /// <summary>False gives up safety in a power cut for speed: only for data that nobody will miss.</summary>
    public bool Durable { get; init; } = true;

    /// <summary>True deletes the data folder when the server is disposed.</summary>
    public bool DeleteOnDispose { get; init; }

    /// <summary>The most connections that the server accepts at a time.</summary>
    public int MaxConnections { get; init; } = 200;

    /// <summary>The loopback port to listen on; null takes a free one and keeps it for the next start.</summary>
    public int? Port { get; init; }

    /// <summary>The folders to look in for the server's programs; null looks wherever systems install them.</summary>
    public IReadOnlyList<string>? BinaryFolders { get; init; }

    /// <summary>The server of the restaurant, kept between runs; KITCHENDISPLAY_DATA and KITCHENDISPLAY_POSTGRES name another folder for its data and its programs.</summary>
    public static LocalPostgresOptions ForApp() => new()
    {
        DataFolder = Variable("KITCHENDISPLAY_DATA") ?? UsualDataFolder(),
        BinaryFolders = Variable("KITCHENDISPLAY_POSTGRES") is { } folder ? [folder] : null,
    };

    // Root's home is closed to the user postgres, as whom the server runs then.
    private static string UsualDataFolder() => Environment.IsPrivilegedProcess
        ? "/var/lib/kitchendisplay"
        : Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.LocalApplicationData, Environment.SpecialFolderOption.DoNotVerify), "kitchendisplay");

    /// <summary>A server in a new temporary folder, deleted when it is disposed.</summary>
    public static LocalPostgresOptions ThrowAway(bool durable = false) => new()
    {
        DataFolder = Path.Combine(Path.GetTempPath(), ThrowAwayPrefix + Guid.NewGuid().ToString("N")[..12]),
        Durable = durable,
        DeleteOnDispose = true,
        BinaryFolders = Variable("KITCHENDISPLAY_POSTGRES") is { } folder ? [folder] : null,
    };

    private static string? Variable(string name) => Environment.GetEnvironmentVariable(name) is { Length: > 0 } value ? value : null;
}
