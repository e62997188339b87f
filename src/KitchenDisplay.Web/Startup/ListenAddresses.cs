using System.Net;
using Microsoft.AspNetCore.HostFiltering;

namespace KitchenDisplay.Web.Startup;

/// <summary>Where the app listens: on this machine only, or encrypted and as a real house; --open-demo lets everybody in.</summary>
public static class ListenAddresses
{
    public const string Default = "http://localhost:5080";

    private static readonly string[] ThisMachine = ["localhost", "127.0.0.1", "[::1]"];

    public static void ListenWhereAllowed(this WebApplicationBuilder builder, StartOptions options)
    {
        builder.WebHost.UseUrls([.. Choose(options, builder.Configuration)]);
        // They are among the addresses already, or lost to --urls: Kestrel would warn about them a second time.
        builder.WebHost.UseSetting(WebHostDefaults.HttpPortsKey, "").UseSetting(WebHostDefaults.HttpsPortsKey, "");

        // A foreign site may let its own name point to 127.0.0.1 and read what the browser then gets: the name gives it away.
        if (!options.OpenDemo && !options.NoDemo && builder.Configuration["AllowedHosts"] is null)
            builder.Services.Configure<HostFilteringOptions>(o => o.AllowedHosts = ThisMachine);
    }

    /// <summary>The command line wins, then the environment as containers and hosts set it, then the default.</summary>
    /// <exception cref="StartRefusedException">An address that is none, or one that other machines can reach.</exception>
    public static IReadOnlyList<string> Choose(StartOptions options, IConfiguration settings)
    {
        var addresses = Split(options.Urls) ?? Split(settings["urls"]) ?? Ports(settings) ?? [Default];
        var endpoints = settings.GetSection("Kestrel:Endpoints").GetChildren().Select(endpoint => endpoint["Url"] ?? "");
        foreach (var address in addresses.Concat(endpoints))
        {
            var binding = Parse(address);
            if (options.OpenDemo || IsLoopback(binding)) continue;
            if (!options.NoDemo)
                throw new StartRefusedException(
                    $"Other machines could reach {address}, and the demo shows its PINs to everybody: listen on {Default}, start a real house with --no-demo, or add --open-demo if everybody there may order and bump.");
            if (binding.Scheme != Uri.UriSchemeHttps)
                throw new StartRefusedException($"Other machines could reach {address}, and PINs would travel there in the clear: listen on https://{binding.Host}:{binding.Port}.");
        }

        return addresses;
    }

    private static string[]? Split(string? list) =>
        list?.Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries) is { Length: > 0 } parts ? parts : null;

    private static string[]? Ports(IConfiguration settings)
    {
        string[] urls =
        [
            .. (Split(settings["http_ports"]) ?? []).Select(port => $"http://*:{port}"),
            .. (Split(settings["https_ports"]) ?? []).Select(port => $"https://*:{port}"),
        ];
        return urls.Length > 0 ? urls : null;
    }

    private static BindingAddress Parse(string address)
    {
        try
        {
            return BindingAddress.Parse(address);
        }
        catch (FormatException)
        {
            throw new StartRefusedException($"\"{address}\" is not an address to listen on: write it like {Default}.");
        }
    }

    private static bool IsLoopback(BindingAddress address) =>
        address.IsUnixPipe || address.IsNamedPipe
        || address.Host.Equals("localhost", StringComparison.OrdinalIgnoreCase)
        || (IPAddress.TryParse(address.Host, out var ip) && IPAddress.IsLoopback(ip));

    /// <summary>The same address as somebody on this machine would call it.</summary>
    public static Uri FromHere(string address)
    {
        var binding = BindingAddress.Parse(address);
        var host = binding.Host is "*" or "+" or "0.0.0.0" or "[::]" ? "localhost" : binding.Host;
        return new Uri($"{binding.Scheme}://{host}:{binding.Port}{binding.PathBase}/");
    }
}
