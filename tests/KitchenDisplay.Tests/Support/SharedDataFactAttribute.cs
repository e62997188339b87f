namespace KitchenDisplay.Tests.Support;

/// <summary>A fact about real data, which is not part of the repository: a folder shared/data beside it or above it.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class SharedDataFactAttribute : FactAttribute
{
    private static readonly string? folder = Find(new DirectoryInfo(AppContext.BaseDirectory));

    public SharedDataFactAttribute(params string[] files)
    {
        if (folder is null) Skip = $"Needs {string.Join(" and ", files)} in a folder shared/data beside the repository or above it: there is none.";
        else if (files.FirstOrDefault(f => !File.Exists(PathTo(f))) is { } missing) Skip = $"Needs {missing}, which {folder} lacks.";
    }

    public static string PathTo(string file) => Path.Combine(folder!, file);

    private static string? Find(DirectoryInfo? from) =>
        from is null ? null
        : Path.Combine(from.FullName, "shared", "data") is var data && Directory.Exists(data) ? data
        : Find(from.Parent);
}
