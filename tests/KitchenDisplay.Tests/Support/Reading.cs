using KitchenDisplay.Core.Data;
using Microsoft.EntityFrameworkCore;

namespace KitchenDisplay.Tests.Support;

/// <summary>Opens the database of a test kitchen for those who only read.</summary>
public sealed class Reading(TestKitchen kitchen) : IDbContextFactory<KitchenContext>
{
    public KitchenContext CreateDbContext() => CreateDbContextAsync().GetAwaiter().GetResult();

    public Task<KitchenContext> CreateDbContextAsync(CancellationToken cancellationToken = default) => kitchen.OpenDatabaseAsync();
}
