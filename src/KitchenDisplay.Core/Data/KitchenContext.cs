using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Identity.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore;

namespace KitchenDisplay.Core.Data;

/// <summary>The restaurant's database. Each folder maps its own entities and gives the context its own sets, so that this class knows none of them; ASP.NET Core Identity brings the accounts.</summary>
public sealed class KitchenContext(DbContextOptions<KitchenContext> options) : IdentityUserContext<IdentityUser<Guid>, Guid>(options)
{
    private readonly List<Func<CancellationToken, Task>> last = [];

    /// <summary>What is to be done in the same transaction when everything else has been saved: rows that many want are then locked for the shortest time.</summary>
    public void AtLast(Func<CancellationToken, Task> work) => last.Add(work);

    /// <summary>Saves what was changed, and then does what was to be done at last.</summary>
    internal async Task FinishAsync(CancellationToken cancel)
    {
        await SaveChangesAsync(cancel);
        foreach (var work in last) await work(cancel);
    }

    // Contexts are pooled: what one transaction wanted to do at last must not be done by the next one.
    public override void Dispose()
    {
        last.Clear();
        base.Dispose();
    }

    public override ValueTask DisposeAsync()
    {
        last.Clear();
        return base.DisposeAsync();
    }

    protected override void OnModelCreating(ModelBuilder builder)
    {
        base.OnModelCreating(builder);
        builder.ApplyConfigurationsFromAssembly(typeof(KitchenContext).Assembly);
        builder.UseSnakeCaseColumns();
    }

    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder)
    {
        // Money on a check; rates and unit costs say their own precision.
        configurationBuilder.Properties<decimal>().HavePrecision(12, 3);
    }
}
