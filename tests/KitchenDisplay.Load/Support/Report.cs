using System.Globalization;
using System.Text.Json.Nodes;

namespace KitchenDisplay.Load.Support;

/// <summary>What a scenario has measured: a table for people, then one line of JSON for programs.</summary>
internal sealed class Report(string scenario)
{
    private readonly List<(string Name, string Value)> table = [];
    private readonly JsonObject json = new() { ["scenario"] = scenario };
    private readonly List<string> missedFloors = [];

    public bool Passed => missedFloors.Count == 0;

    /// <summary>A result for the table and for the JSON, under a key that ends with its unit.</summary>
    public Report Measure(string key, double value)
    {
        var rounded = Math.Round(value, 2);
        json[key] = rounded;
        return Note(key, rounded.ToString("#,0.##", CultureInfo.InvariantCulture));
    }

    /// <summary>A line for the table only.</summary>
    public Report Note(string name, string value)
    {
        table.Add((name, value));
        return this;
    }

    /// <summary>What must hold, in words that say what was missed.</summary>
    public Report Floor(bool holds, string promise)
    {
        if (!holds)
            missedFloors.Add(promise);
        return this;
    }

    public void Print(TextWriter output)
    {
        var width = table.Max(row => row.Name.Length);
        foreach (var (name, value) in table)
            output.WriteLine($"  {name.PadRight(width)}  {value,12}");
        foreach (var floor in missedFloors)
            output.WriteLine($"  MISSED: {floor}");
        output.WriteLine(json.ToJsonString());
    }
}
