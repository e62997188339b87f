namespace KitchenDisplay.Web;

/// <summary>What a screen asks every second: is it still you, and what time is it.</summary>
public sealed class Pulse(TimeProvider clock)
{
    private readonly string boot = Guid.NewGuid().ToString("n");

    public Beat Now() => new(clock.GetUtcNow().ToUnixTimeMilliseconds(), boot);

    /// <param name="Now">The server's time in milliseconds since 1970.</param>
    /// <param name="Boot">Changes when the node starts anew: whoever sees it change holds a page of the past.</param>
    public sealed record Beat(long Now, string Boot);
}

public static class PulseEndpoints
{
    public static void MapPulse(this WebApplication app)
    {
        app.MapGet("/ping", (Pulse pulse) => pulse.Now()).NeverStored();
        app.MapGet("/healthz", () => "alive").NeverStored();
        app.MapGet("/readyz", () => "ready").NeverStored();
    }

    private static void NeverStored(this RouteHandlerBuilder endpoint) => endpoint.AddEndpointFilter((context, next) =>
    {
        context.HttpContext.Response.Headers.CacheControl = "no-store";
        return next(context);
    });
}
