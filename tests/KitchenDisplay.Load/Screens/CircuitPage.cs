using System.Net;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace KitchenDisplay.Load.Screens;

/// <summary>What a page says about the circuit it wants: its cookies, its server components and their state.</summary>
public sealed partial record CircuitPage(Uri Address, CookieContainer Cookies, IReadOnlyList<string> Markers, string State)
{
    /// <summary>The place of the app, which ends with a slash, as in the page's base element.</summary>
    public Uri App => new(Address, "/");

    public static async Task<CircuitPage> GetAsync(Uri address, CancellationToken cancel)
    {
        var cookies = new CookieContainer();
        using var http = new HttpClient(new SocketsHttpHandler { CookieContainer = cookies });
        using var answer = await http.GetAsync(address, cancel);
        answer.EnsureSuccessStatusCode();
        return Read(address, cookies, await answer.Content.ReadAsStringAsync(cancel));
    }

    public static CircuitPage Read(Uri address, CookieContainer cookies, string html)
    {
        var markers = Marker().Matches(html).Select(match => match.Groups[1].Value).Where(StartsComponent).ToArray();
        return markers.Length == 0
            ? throw new InvalidDataException($"{address} has no interactive server component.")
            : new CircuitPage(address, cookies, markers, ComponentState().Match(html).Groups[1].Value);
    }

    // A prerendered component has a second marker, at its end, that only names the first one.
    private static bool StartsComponent(string marker) =>
        JsonElement.Parse(marker) is var json && json.TryGetProperty("descriptor", out _) && json.GetProperty("type").GetString() == "server";

    /// <summary>Asks the circuit to run every component of the page, in the words of the browser's script.</summary>
    public string ComponentsToAdd()
    {
        var operations = Markers.Select((marker, i) => $$"""{"type":"add","ssrComponentId":{{i + 1}},"marker":{{marker}}}""");
        return $$"""{"batchId":1,"operations":[{{string.Join(',', operations)}}]}""";
    }

    [GeneratedRegex("<!--Blazor:(.*?)-->", RegexOptions.Singleline)]
    private static partial Regex Marker();

    [GeneratedRegex("<!--Blazor-Server-Component-State:(.*?)-->", RegexOptions.Singleline)]
    private static partial Regex ComponentState();
}
