using System.Security.Cryptography;

namespace KitchenDisplay.Web;

/// <summary>A number used once, by which this response allows its own inline script (the import map) and nothing else.</summary>
public sealed class PageNonce
{
    public string Value { get; } = Convert.ToBase64String(RandomNumberGenerator.GetBytes(16));
}

public static class ContentSecurity
{
    /// <summary>Tells the browser that pages load from this server only.</summary>
    public static void UseContentSecurity(this IApplicationBuilder app) => app.Use((context, next) =>
    {
        // Set and never appended: an error page runs through here a second time, and two policies would both apply.
        var headers = context.Response.Headers;
        headers.ContentSecurityPolicy = Policy(context.RequestServices.GetRequiredService<PageNonce>());
        headers.XContentTypeOptions = "nosniff";
        headers["Referrer-Policy"] = "same-origin";
        return next(context);
    });

    private static string Policy(PageNonce nonce) => string.Join("; ",
        "default-src 'self'",
        $"script-src 'self' 'nonce-{nonce.Value}'",
        "style-src 'self'",
        "connect-src 'self'",
        "object-src 'none'",
        "base-uri 'self'",
        "form-action 'self'",
        "frame-ancestors 'none'");

    /// <summary>Refuses web sockets that another site's page opens: unlike fetch, a socket asks nobody before it reads.</summary>
    public static void UseOwnSocketsOnly(this IApplicationBuilder app) => app.Use((context, next) =>
    {
        var origin = context.Request.Headers.Origin.ToString();
        var foreign = origin.Length > 0 && (!Uri.TryCreate(origin, UriKind.Absolute, out var site) || site.Authority != new Uri($"{site.Scheme}://{context.Request.Host}").Authority);
        if (!foreign || !context.WebSockets.IsWebSocketRequest)
            return next(context);

        context.Response.StatusCode = StatusCodes.Status403Forbidden;
        return Task.CompletedTask;
    });
}
