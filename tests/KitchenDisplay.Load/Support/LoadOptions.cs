using System.Globalization;
using KitchenDisplay.Load.Scenarios;

namespace KitchenDisplay.Load.Support;

/// <summary>What was asked for on the command line.</summary>
/// <param name="Scenario">Its name.</param>
/// <param name="Seconds">How long to measure; null for the scenario's own choice.</param>
/// <param name="Quick">True for a short run: everything within 45 s.</param>
internal sealed record LoadOptions(string Scenario, int? Seconds, bool Quick)
{
    private Dictionary<string, string> Files { get; } = [];

    /// <summary>The file that was named for this, or the usual one, where there is real data beside the repository.</summary>
    /// <exception cref="FileNotFoundException">None was, or it is not there.</exception>
    public string File(string name, string usual) => Files.TryGetValue(name, out var path) ? System.IO.File.Exists(path) ? path : throw new FileNotFoundException($"There is no file {path}.")
        : SharedData.Folder is { } folder && Path.Combine(folder, usual) is var other && System.IO.File.Exists(other) ? other
        : throw new FileNotFoundException($"Say where it is: --{name} <file>.");

    /// <summary>The options, or null when they cannot be understood.</summary>
    public static LoadOptions? Read(IReadOnlyList<string> args)
    {
        if (args.Count == 0)
            return null;
        var options = new LoadOptions(args[0], null, false);
        for (var rest = new Queue<string>(args.Skip(1)); rest.TryDequeue(out var option);)
        {
            if (option == "--quick")
                options = options with { Quick = true };
            else if (option == "--seconds" && rest.TryDequeue(out var text) && int.TryParse(text, CultureInfo.InvariantCulture, out var seconds) && seconds > 0)
                options = options with { Seconds = seconds };
            else if (option is "--corpus" or "--queries" or "--foods" && rest.TryDequeue(out var file))
                options.Files[option[2..]] = file;
            else
                return null;
        }
        return options;
    }

    public static string Usage(IEnumerable<Scenario> scenarios) => $"""
        dotnet run -c Release --project tests/KitchenDisplay.Load -- <scenario> [--seconds N] [--quick]

        {string.Join('\n', scenarios.Select(scenario => $"  {scenario.Name,-10}{scenario.About}"))}

          --seconds N   how long to measure
          --quick       a short run, within 45 s
          --corpus F, --queries F   the cook book and its index, where a scenario asks for them
          --foods F                 names of foods, likewise

        The last line is the result as JSON. Exit code: 0 when every floor holds, 1 when one is missed, 2 for this text.
        """;
}
