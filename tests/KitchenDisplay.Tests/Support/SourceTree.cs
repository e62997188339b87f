namespace KitchenDisplay.Tests.Support;

/// <summary>The sources that these tests were built from.</summary>
public static class SourceTree
{
    public static string Root { get; } = Find(new DirectoryInfo(AppContext.BaseDirectory));

    private static string Find(DirectoryInfo? folder) =>
        folder is null ? throw new InvalidOperationException("The tests run outside of the repository: there is no KitchenDisplay.sln above them.")
        : File.Exists(Path.Combine(folder.FullName, "KitchenDisplay.sln")) ? folder.FullName
        : Find(folder.Parent);
}
