using System.Text.Encodings.Web;
using KitchenDisplay.Core.Doors.Devices;
using Microsoft.AspNetCore.Authentication;
using Microsoft.Extensions.Options;

namespace KitchenDisplay.Web.Doors;

/// <summary>Knows who comes in by the two cookies.</summary>
public sealed class KitchenDoor(IOptionsMonitor<AuthenticationSchemeOptions> options, ILoggerFactory logger, UrlEncoder encoder, DoorBook book)
    : AuthenticationHandler<AuthenticationSchemeOptions>(options, logger, encoder)
{
    public new const string Scheme = "Kitchen";

    protected override async Task<AuthenticateResult> HandleAuthenticateAsync()
    {
        if (Context.GetEndpoint() is not { } endpoint || endpoint.Metadata.GetMetadata<OpenAttribute>() is { ForAnybody: true }) return AuthenticateResult.NoResult();
        var (device, session) = (Request.Cookies[DoorCookies.Device], Request.Cookies[DoorCookies.Session]);
        if (await book.FindAsync(device, session, Context.RequestAborted) is not { } visitor) return AuthenticateResult.NoResult();
        // Every page load slides the browser's ninety days, as the database slides its own.
        if (visitor.DeviceId is not null && Context.WantsPage())
            Context.Keep(DoorCookies.Device, device!, TimeProvider.GetUtcNow() + Device.Slides);
        return AuthenticateResult.Success(new AuthenticationTicket(visitor.ToPrincipal(), Scheme));
    }

    /// <summary>Whoever wants a page is shown the way in; whatever else is asked is answered in a word.</summary>
    protected override Task HandleChallengeAsync(AuthenticationProperties properties)
    {
        if (Context.WantsPage()) Response.Redirect(DoorPaths.SignIn(Request.Path + Request.QueryString));
        else Response.StatusCode = StatusCodes.Status401Unauthorized;
        return Task.CompletedTask;
    }

    /// <summary>Somebody else may be allowed to.</summary>
    protected override Task HandleForbiddenAsync(AuthenticationProperties properties)
    {
        if (Context.WantsPage()) Response.Redirect(DoorPaths.SignIn(Request.Path + Request.QueryString) + "&denied=true");
        else Response.StatusCode = StatusCodes.Status403Forbidden;
        return Task.CompletedTask;
    }
}
