using System.Security.Cryptography.X509Certificates;
using KitchenDisplay.Core.Doors.Devices;
using KitchenDisplay.Core.Doors.SignIn;
using KitchenDisplay.Core.House;
using KitchenDisplay.Web.Live;
using KitchenDisplay.Web.Startup;

namespace KitchenDisplay.Web.Doors;

/// <summary>What happens at the door itself.</summary>
public static class ComingIn
{
    /// <summary>Gives the browser the cookie of whoever has just signed in; whoever was before is signed out.</summary>
    public static async Task ComeInAsync(this HttpContext http, SignedIn signedIn, PinPad pad)
    {
        if (Visitor.Of(http.User)?.SessionId is { } before) await pad.EndAsync(before, http.RequestAborted);
        http.Keep(DoorCookies.Session, signedIn.Secret, signedIn.EndsAt);
    }

    public static void MapDoors(this WebApplication app)
    {
        // Where a device begins that has just been let in.
        app.MapGet("/begin", (Badge badge, LiveBoard board) => Results.Redirect(Begin(badge.Visitor?.DeviceId is { } id ? board.Snapshot.Find<PairedDevice>(id) : null, board.Snapshot)));
        // What a device must be told to trust before it believes that this is the house.
        app.MapGet(DoorPaths.Root, (IServiceProvider services) => services.GetService<HouseCertificate>()?.Root is { } root
            ? Results.File(root.Export(X509ContentType.Cert), "application/x-x509-ca-cert", "kitchendisplay.crt") : Results.NotFound()).AllowAnonymous();
        // For programs, which have no page to look at: the code, and what became of it.
        app.MapPost("/pair/start", (DevicePairing pairing, CancellationToken cancel) => pairing.StartAsync(cancel)).AllowAnonymous();
        app.MapPost("/pair/claim", (PairingClaim asked, DevicePairing pairing, CancellationToken cancel) => pairing.ClaimAsync(asked.Claim, cancel)).AllowAnonymous();
        app.MapGet("/pair/state", async (HttpContext http, DevicePairing pairing, CancellationToken cancel) =>
            http.Request.Cookies[DoorCookies.Claim]?.Split('.') is [_, var claim] ? (await pairing.LookAsync(claim, cancel)).ToString() : nameof(PairingState.Gone)).AllowAnonymous();
    }

    private static string Begin(PairedDevice? device, BoardSnapshot board) => device?.Purpose switch
    {
        DevicePurpose.Display => device.DisplayId is { } id && board.Find<Display>(id) is { } display ? $"/kitchen/{display.Slug}" : "/display",
        DevicePurpose.Tablet => "/order",
        DevicePurpose.BackOffice => "/office",
        _ => "/",
    };
}

/// <summary>By what a program asks what became of its code.</summary>
public sealed record PairingClaim(string Claim);
