using System.Threading.RateLimiting;
using KitchenDisplay.Core.Audit;
using KitchenDisplay.Core.Data;
using KitchenDisplay.Core.Demo;
using KitchenDisplay.Core.Doors;
using KitchenDisplay.Core.Doors.Devices;
using KitchenDisplay.Core.Doors.SignIn;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Components.Endpoints;
using Microsoft.AspNetCore.Components.Server.Circuits;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Npgsql;

namespace KitchenDisplay.Web.Doors;

/// <summary>Who is let in, and how far.</summary>
public static class DoorServices
{
    // A minute and address: people mistype, programs try.
    private const int MostKnocks = 60;

    public static void AddKitchenDoors(this IServiceCollection services, HouseKeys keys)
    {
        services.AddSingleton(keys).AddSingleton<DoorBook>().AddSingleton<DemoDoor>().AddSingleton<SetupDoor>();
        services.AddScoped<PinPad>().AddScoped<Accounts>().AddScoped<DevicePairing>().AddScoped<DeviceService>().AddScoped<StaffService>().AddScoped<StaffList>().AddScoped<FirstHouse>().AddScoped<AuditTrail>();
        services.AddScoped<Badge>().AddScoped<TabletLock>().AddScoped<CircuitHandler, BadgeDesk>();
        services.AddAuthentication(KitchenDoor.Scheme).AddScheme<AuthenticationSchemeOptions, KitchenDoor>(KitchenDoor.Scheme, null);
        services.AddRateLimiter(limits =>
        {
            limits.RejectionStatusCode = StatusCodes.Status429TooManyRequests;
            limits.OnRejected = async (refused, cancel) => await refused.HttpContext.Response.WriteAsync("Too many tries from here. Wait a minute, then try again.", cancel);
            limits.GlobalLimiter = PartitionedRateLimiter.Create<HttpContext, string>(http => IsKnocking(http)
                ? RateLimitPartition.GetSlidingWindowLimiter($"{http.Connection.RemoteIpAddress}", _ => new() { PermitLimit = MostKnocks, Window = TimeSpan.FromMinutes(1), SegmentsPerWindow = 6 })
                : RateLimitPartition.GetNoLimiter(""));
        });
        // Files come in through circuits, by pieces: no request of ours is long.
        services.Configure<KestrelServerOptions>(kestrel => kestrel.Limits.MaxRequestBodySize = 256 * 1024);
        services.AddAntiforgery(o => o.Cookie.SecurePolicy = CookieSecurePolicy.SameAsRequest);
        // In the database, so that a page of one node is understood by the others.
        services.AddDbContext<KeyContext>((provider, options) => Database.Configure(options, provider.GetRequiredService<NpgsqlDataSource>()));
        services.AddDataProtection().SetApplicationName("KitchenDisplay").PersistKeysToDbContext<KeyContext>();
    }

    // Where strangers may try: passphrases, setup tokens, codes. PINs have their own counting, by device.
    private static bool IsKnocking(HttpContext http) => Visitor.Of(http.User) is null
        && (http.Request.Path.StartsWithSegments("/sign-in") && HttpMethods.IsPost(http.Request.Method) || http.Request.Path.StartsWithSegments("/setup") && HttpMethods.IsPost(http.Request.Method)
            || http.Request.Path.StartsWithSegments("/pair") && !http.Request.Path.StartsWithSegments("/pair/state"));

    /// <summary>After routing and authentication: whoever may not go on is shown the way in, or told that they may not.</summary>
    public static void UseKitchenDoors(this IApplicationBuilder app) => app.Use(async (http, next) =>
    {
        var endpoint = http.GetEndpoint();
        var badge = http.RequestServices.GetRequiredService<Badge>();
        badge.Wear(Visitor.Of(http.User));
        if (endpoint is null || endpoint.Metadata.GetMetadata<IAllowAnonymous>() is not null)
        {
            await next(http);
            return;
        }

        var demo = http.RequestServices.GetRequiredService<DemoDoor>();
        if (badge.Visitor is null && demo.IsOpenTo(http)) badge.Wear(await demo.LetInAsync(http));
        if (badge.Visitor is null)
        {
            await http.ChallengeAsync(KitchenDoor.Scheme);
            return;
        }

        await badge.ArriveAsync();
        var may = endpoint.Metadata.GetMetadata<MayAttribute>();
        if (may is null || may.Lets(badge)) await next(http);
        else if (badge.Actor is null) await http.ChallengeAsync(KitchenDoor.Scheme);
        else await http.ForbidAsync(KitchenDoor.Scheme);
    });

    /// <summary>Whether somebody wants to see one of our pages, and can be sent to another one.</summary>
    internal static bool WantsPage(this HttpContext http) => HttpMethods.IsGet(http.Request.Method) && http.GetEndpoint()?.Metadata.GetMetadata<ComponentTypeMetadata>() is not null;

    /// <summary>Says who is answered by an endpoint that is no page.</summary>
    public static TBuilder May<TBuilder>(this TBuilder endpoint, params string[] operations) where TBuilder : IEndpointConventionBuilder => endpoint.WithMetadata(new MayAttribute(operations));
}
