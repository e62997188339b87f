using Microsoft.AspNetCore.Diagnostics;
using Npgsql;

namespace KitchenDisplay.Web;

/// <summary>What is answered when a page could not be made: one that tries again by itself, since a wall has nobody to press reload.</summary>
public static class BrokenPages
{
    public static void UseBrokenPages(this IApplicationBuilder app)
    {
        app.UseExceptionHandler(new ExceptionHandlerOptions
        {
            ExceptionHandlingPath = "/error",
            CreateScopeForErrors = true,
            StatusCodeSelector = problem => IsDatabaseAway(problem) ? StatusCodes.Status503ServiceUnavailable : StatusCodes.Status500InternalServerError,
        });
        // Only who looks for a page is shown one: what is posted would be posted to that page, and refused by it for another reason.
        app.UseStatusCodePagesWithReExecute("/not-found", createScopeForStatusCodePages: true);
        app.Use((http, next) =>
        {
            if (!HttpMethods.IsGet(http.Request.Method) && http.Features.Get<IStatusCodePagesFeature>() is { } pages) pages.Enabled = false;
            return next(http);
        });
    }

    private static bool IsDatabaseAway(Exception? problem) => problem switch
    {
        // Class 57: somebody stops the server, or it has only just begun to start.
        PostgresException { SqlState: ['5', '7', ..] } => true,
        NpgsqlException { IsTransient: true } => true,
        _ => problem?.InnerException is { } inner && IsDatabaseAway(inner),
    };
}

/// <summary>Posted to, the page of errors would refuse what is no form of its own.</summary>
public sealed class ErrorsAreRead : IExceptionHandler
{
    public ValueTask<bool> TryHandleAsync(HttpContext httpContext, Exception exception, CancellationToken cancellationToken)
    {
        httpContext.Request.Method = HttpMethods.Get;
        return ValueTask.FromResult(false);
    }
}
