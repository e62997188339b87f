namespace KitchenDisplay.Tests.Core.Demo;

internal static class Names
{
    /// <summary>The names that stand more than once; a person reads "Fries" and "fries" as one.</summary>
    public static IEnumerable<string> Doubled(IEnumerable<string> names) =>
        names.GroupBy(name => name.Trim(), StringComparer.OrdinalIgnoreCase).Where(same => same.Count() > 1).Select(same => same.Key);
}
