using KitchenDisplay.Load.Support;

namespace KitchenDisplay.Tests.Support;

/// <summary>A fact about real data, which is not part of the repository: a folder shared/data beside it or above it.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class SharedDataFactAttribute : FactAttribute
{
    public SharedDataFactAttribute(params string[] files)
    {
        if (SharedData.Folder is null) Skip = $"Needs {string.Join(" and ", files)} in a folder shared/data beside the repository or above it: there is none.";
        else if (files.FirstOrDefault(f => !File.Exists(PathTo(f))) is { } missing) Skip = $"Needs {missing}, which {SharedData.Folder} lacks.";
    }

    public static string PathTo(string file) => Path.Combine(SharedData.Folder!, file);
}
