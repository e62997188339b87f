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

    /// <summary>Answers no request that another site's page makes: a web socket asks nobody before it reads.</summary>
    public static void UseOwnPagesOnly(this IApplicationBuilder app) => app.Use((context, next) =>
    {
        if (!IsForeign(context.Request))
            return next(context);

        context.Response.StatusCode = StatusCodes.Status403Forbidden;
        return Task.CompletedTask;
    });

    private static bool IsForeign(HttpRequest request) =>
        request.Headers.Origin.ToString() is { Length: > 0 } origin
        && !(Uri.TryCreate(origin, UriKind.Absolute, out var site)
            && Uri.TryCreate($"{site.Scheme}://{request.Host}", UriKind.Absolute, out var here)
            && site.Authority == here.Authority);
}
