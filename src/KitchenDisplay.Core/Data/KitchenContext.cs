using Microsoft.EntityFrameworkCore;

namespace KitchenDisplay.Core.Data;

/// <summary>The restaurant's database. Each folder maps its own entities and gives the context its own sets, so that this class knows none of them.</summary>
public sealed class KitchenContext(DbContextOptions<KitchenContext> options) : DbContext(options)
{
    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        modelBuilder.ApplyConfigurationsFromAssembly(typeof(KitchenContext).Assembly);
        modelBuilder.UseSnakeCaseColumns();
    }

    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder)
    {
        // Money on a check; rates and unit costs say their own precision.
        configurationBuilder.Properties<decimal>().HavePrecision(12, 3);
    }
}
