using KitchenDisplay.Web.Doors;
using KitchenDisplay.Web.Live;

namespace KitchenDisplay.Web;

/// <summary>What a screen asks every second: is it still you, and what time is it.</summary>
public sealed class Pulse(TimeProvider clock, LiveBoard board)
{
    // The bridge reads four times a second: after this time without one, something is wrong.
    private static readonly TimeSpan Fresh = TimeSpan.FromSeconds(2);

    private readonly string boot = Guid.NewGuid().ToString("n");

    public Beat Now() => new(clock.GetUtcNow().ToUnixTimeMilliseconds(), boot, board.LastRead?.ToUnixTimeMilliseconds());

    /// <summary>Whether screens show what the database holds: it was reached, is migrated, and was read a moment ago.</summary>
    public bool IsReading => clock.GetUtcNow() - board.LastRead < Fresh;

    /// <param name="Now">The server's time in milliseconds since 1970.</param>
    /// <param name="Boot">Changes when the node starts anew: whoever sees it change holds a page of the past.</param>
    /// <param name="Read">When the database was last read, in the same milliseconds; null before the first read.</param>
    public sealed record Beat(long Now, string Boot, long? Read);
}

public static class PulseEndpoints
{
    public static void MapPulse(this WebApplication app)
    {
        app.MapGet("/ping", (Pulse pulse) => pulse.Now()).NeverStored();
        app.MapGet("/healthz", () => "alive").NeverStored();
        app.MapGet("/readyz", (Pulse pulse) => pulse.IsReading
            ? Results.Text("ready")
            : Results.Text("The database has not been read for two seconds. If this stays so, look whether PostgreSQL runs.", statusCode: StatusCodes.Status503ServiceUnavailable)).NeverStored();
    }

    private static void NeverStored(this RouteHandlerBuilder endpoint) => endpoint.WithMetadata(new OpenAttribute { ForAnybody = true }).AddEndpointFilter((context, next) =>
    {
        context.HttpContext.Response.Headers.CacheControl = "no-store";
        return next(context);
    });
}
