using KitchenDisplay.Core.Inventory;
using KitchenDisplay.Core.Inventory.Waste;
using KitchenDisplay.Web.Doors;

namespace KitchenDisplay.Web.Features.Inventory.Waste;

/// <summary>Photos of what was thrown away, as nothing but pictures.</summary>
public static class WastePhotos
{
    public static void MapWastePhotos(this WebApplication app) =>
        app.MapGroup("").May(nameof(WasteStock)).MapGet("/office/waste/{id:guid}/photo", async (Guid id, HttpContext http, WasteList wastes, CancellationToken cancel) =>
        {
            if (await wastes.PhotoAsync(id, cancel) is not { } photo) return Results.NotFound();
            // Whatever else the bytes may mean to a browser: no script, no style, no frame.
            http.Response.Headers.ContentSecurityPolicy = "default-src 'none'; sandbox; frame-ancestors 'none'";
            http.Response.Headers.XContentTypeOptions = "nosniff";
            http.Response.Headers.CacheControl = "private, max-age=31536000, immutable";
            return Results.Bytes(photo.Bytes, photo.ContentType);
        });
}
