using System.Globalization;
using System.Text.RegularExpressions;

namespace KitchenDisplay.Core.Recipes.Exchange;

/// <summary>Reads a step: how long a timer has to run and how hot it is.</summary>
public static partial class StepReader
{
    // From a quarter to ten, in degrees Celsius of an oven that blows no air.
    private static readonly Dictionary<string, decimal> gasMarks = new() { ["1/4"] = 110, ["¼"] = 110, ["1/2"] = 130, ["½"] = 130, ["1"] = 140, ["2"] = 150, ["3"] = 170, ["4"] = 180, ["5"] = 190, ["6"] = 200, ["7"] = 220, ["8"] = 230, ["9"] = 240, ["10"] = 260 };

    // What is longer is a book in a cell, in which a timer would mean nothing.
    private const int Longest = 10_000;

    /// <summary>The step with the longest time that it names, in minutes, and the first heat, in whole degrees Celsius; degrees without a letter are not guessed.</summary>
    public static MethodStep Read(string text) => text.Length > Longest ? new(text) : new(text, Durations.In(text).Select(d => (decimal?)d.Minutes).Max(), Celsius(text));

    private static decimal? Celsius(string text)
    {
        var first = Degrees().Match(text);
        var celsius = first;
        while (celsius.Success && !IsCelsius(celsius)) celsius = celsius.NextMatch();
        // 350 °F (175 °C): what is said need not be calculated.
        if (celsius.Success) return Number(celsius);
        if (first.Success) return Math.Round((Number(first) - 32) * 5 / 9, MidpointRounding.AwayFromZero);
        return GasMark().Match(text) is { Success: true } gas && gasMarks.TryGetValue(gas.Groups["mark"].Value, out var heat) ? heat : null;
    }

    private static bool IsCelsius(Match match) => match.Groups["letter"].Value is not ['F' or 'f', ..];

    private static decimal Number(Match match) => decimal.Parse(match.Groups["number"].Value, CultureInfo.InvariantCulture);

    [GeneratedRegex(@"(?<![0-9.,/])(?<number>[0-9]{2,3})(?:\s*(?:[-–]|to|bis)\s*[0-9]{2,3})?\s*(?:(?:°|º|˚|degrees?|deg\b\.?|degrés?|grados|gradi|Grad)\s*(?<letter>Celsius|Fahrenheit|[CF])\b|(?<letter>[CF]|Celsius|Fahrenheit)\b|(?<letter>Grad)\b)", RegexOptions.IgnoreCase)]
    private static partial Regex Degrees();

    [GeneratedRegex(@"\b(?:gas(?:\s*mark)?|thermostat|th\.?)\s*(?<mark>1/[24]|[¼½]|10|[1-9])(?![0-9/])", RegexOptions.IgnoreCase)]
    private static partial Regex GasMark();
}
