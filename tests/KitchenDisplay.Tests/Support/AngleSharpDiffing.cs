using System.Reflection;
using System.Runtime.CompilerServices;
using System.Runtime.Loader;

namespace KitchenDisplay.Tests.Support;

/// <summary>bUnit's MarkupMatches needs AngleSharp.Diffing, which is referenced by its file and therefore stands in no deps.json: the runtime is told where it lies.</summary>
internal static class AngleSharpDiffing
{
    private const string Name = "AngleSharp.Diffing";

    [ModuleInitializer]
    internal static void Find() => AssemblyLoadContext.Default.Resolving += (context, wanted) =>
        wanted.Name == Name ? Load(context) : null;

    private static Assembly Load(AssemblyLoadContext context) =>
        context.LoadFromAssemblyPath(Path.Combine(AppContext.BaseDirectory, $"{Name}.dll"));
}
