using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Design;

namespace KitchenDisplay.Core.Data;

/// <summary>Lets <c>dotnet ef migrations add</c> see the model without a database.</summary>
internal sealed class DesignTimeContext : IDesignTimeDbContextFactory<KitchenContext>
{
    public KitchenContext CreateDbContext(string[] args) =>
        new(new DbContextOptionsBuilder<KitchenContext>().UseNpgsql("Host=nowhere").Options);
}
