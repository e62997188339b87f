using System.Text.RegularExpressions;

namespace KitchenDisplay.Tests;

/// <summary>The shape of the house: which folder may use which.</summary>
public sealed partial class FoldersTests
{
    private static readonly string sources = Path.Combine(Repository(), "src");

    [Theory]
    [InlineData("KitchenDisplay.Core")]
    [InlineData("KitchenDisplay.Web")]
    public void No_folder_uses_one_that_uses_it(string project)
    {
        var uses = Uses(project);
        var circles = uses.Keys.Where(folder => Reachable(folder, uses).Contains(folder)).ToList();
        Assert.True(circles.Count == 0, $"These folders of {project} stand in a circle: {string.Join(", ", circles)}.");
    }

    [Fact]
    public void What_is_live_knows_no_screen() =>
        Assert.DoesNotContain("Features", Uses("KitchenDisplay.Web")["Live"]);

    [Fact]
    public void The_database_knows_no_feature() => Assert.Empty(Uses("KitchenDisplay.Core")["Data"]);

    [Fact]
    public void The_client_uses_nothing_of_ours() =>
        Assert.All(Files("KitchenDisplay.Client"), file => Assert.DoesNotMatch(@"KitchenDisplay\.(Core|Web)", File.ReadAllText(file)));

    // Identity's accounts are tables like ours; its name is all that it has of the web.
    [Fact]
    public void The_rules_know_no_web() => Assert.All(Files("KitchenDisplay.Core"), file =>
        Assert.DoesNotContain("Microsoft.AspNetCore", File.ReadAllText(file).Replace("Microsoft.AspNetCore.Identity", "", StringComparison.Ordinal), StringComparison.Ordinal));

    /// <summary>By folder: the other folders of the same project that its files name.</summary>
    private static Dictionary<string, HashSet<string>> Uses(string project)
    {
        var root = Path.Combine(sources, project);
        var folders = Directory.GetDirectories(root).Select(Path.GetFileName).OfType<string>().Where(f => f is not ("bin" or "obj" or "wwwroot")).ToHashSet();
        var uses = folders.ToDictionary(f => f, _ => new HashSet<string>());
        foreach (var file in Files(project))
        {
            var folder = Path.GetRelativePath(root, file).Split(Path.DirectorySeparatorChar)[0];
            if (!folders.Contains(folder)) continue;
            foreach (Match match in NamedFolder().Matches(File.ReadAllText(file)))
                if (match.Groups["project"].Value == project && match.Groups["folder"].Value is var named && named != folder && folders.Contains(named)) uses[folder].Add(named);
        }
        return uses;
    }

    private static HashSet<string> Reachable(string from, Dictionary<string, HashSet<string>> uses)
    {
        var reached = new HashSet<string>();
        var next = new Queue<string>(uses[from]);
        while (next.TryDequeue(out var folder))
            if (reached.Add(folder)) foreach (var further in uses[folder]) next.Enqueue(further);
        return reached;
    }

    private static IEnumerable<string> Files(string project) =>
        Directory.EnumerateFiles(Path.Combine(sources, project), "*", SearchOption.AllDirectories)
            .Where(file => Path.GetExtension(file) is ".cs" or ".razor")
            // Migrations are generated and name entities in texts only.
            .Where(file => !Generated().IsMatch(file));

    private static string Repository()
    {
        var folder = AppContext.BaseDirectory;
        while (!File.Exists(Path.Combine(folder, "KitchenDisplay.sln"))) folder = Path.GetDirectoryName(folder)!;
        return folder;
    }

    [GeneratedRegex("/(obj|bin|Migrations)/")]
    private static partial Regex Generated();

    [GeneratedRegex(@"(?<project>KitchenDisplay\.(Core|Web|Client))\.(?<folder>[A-Z]\w*)")]
    private static partial Regex NamedFolder();
}
