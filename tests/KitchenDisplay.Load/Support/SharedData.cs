namespace KitchenDisplay.Load.Support;

/// <summary>Real data, which is not part of the repository: a folder shared/data beside it or above it.</summary>
public static class SharedData
{
    /// <summary>Null where there is none.</summary>
    public static string? Folder { get; } = Find(new DirectoryInfo(AppContext.BaseDirectory));

    private static string? Find(DirectoryInfo? from) =>
        from is null ? null
        : Path.Combine(from.FullName, "shared", "data") is var data && Directory.Exists(data) ? data
        : Find(from.Parent);
}
