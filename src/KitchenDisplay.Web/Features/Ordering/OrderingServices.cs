namespace KitchenDisplay.Web.Features.Ordering;

public static class OrderingServices
{
    /// <summary>What the tablet's screens keep for as long as their circuit lives.</summary>
    public static IServiceCollection AddOrdering(this IServiceCollection services) => services.AddScoped<DraftStore>();
}
