namespace KitchenDisplay.Web.Features.Kitchen;

/// <summary>The way to the display that this screen remembers, or to where it is chosen.</summary>
public static class WallDoor
{
    public static void MapWallDoor(this WebApplication app) => app.MapGet("/wall", (HttpContext http) => Results.Redirect(Remembered(http) ?? "/display")).AllowAnonymous();

    // A cookie may say anything: only an address of our own walls is gone to.
    private static string? Remembered(HttpContext http) =>
        http.Request.Cookies["kd-display"] is { } path && path.StartsWith("/kitchen", StringComparison.Ordinal) && path.All(c => char.IsAsciiLetterOrDigit(c) || c is '/' or '-') ? path : null;
}
