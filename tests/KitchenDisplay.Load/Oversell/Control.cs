using System.Diagnostics;
using KitchenDisplay.Load.Support;
using Microsoft.EntityFrameworkCore;

namespace KitchenDisplay.Load.Oversell;

/// <summary>How it is usually done: read the stock, take one off in memory, save. If this sells no more than there is, the run could not have seen the fault.</summary>
internal static class Control
{
    public static async Task PrepareAsync(ThrowAwayKitchen kitchen, CancellationToken cancel) => await kitchen.RunAsync("create table control_stock (id int primary key, on_hand int not null)", cancel);

    /// <returns>How many were sold, and how long it took.</returns>
    public static async Task<(int Sold, TimeSpan Took)> RunAsync(ThrowAwayKitchen kitchen, int portions, int sends, CancellationToken cancel)
    {
        await kitchen.RunAsync($"truncate control_stock; insert into control_stock values (1, {portions})", cancel);
        await using var source = Core.Data.Database.Source(kitchen.Connections);
        var options = new DbContextOptionsBuilder<ControlContext>().UseNpgsql(source).Options;
        var start = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var all = Enumerable.Range(0, sends).Select(async _ =>
        {
            await start.Task;
            await using var db = new ControlContext(options);
            await using var transaction = await db.Database.BeginTransactionAsync(cancel);
            var stock = await db.Stock.SingleAsync(cancel);
            if (stock.OnHand < 1) return 0;
            stock.OnHand--;
            await db.SaveChangesAsync(cancel);
            await transaction.CommitAsync(cancel);
            return 1;
        }).ToList();
        var began = Stopwatch.GetTimestamp();
        start.SetResult();
        var sold = await Task.WhenAll(all);
        return (sold.Sum(), Stopwatch.GetElapsedTime(began));
    }

    private sealed class ControlContext(DbContextOptions<ControlContext> options) : DbContext(options)
    {
        public DbSet<ControlStock> Stock => Set<ControlStock>();

        protected override void OnModelCreating(ModelBuilder modelBuilder) => modelBuilder.Entity<ControlStock>(stock =>
        {
            stock.ToTable("control_stock");
            stock.Property(s => s.Id).HasColumnName("id").ValueGeneratedNever();
            stock.Property(s => s.OnHand).HasColumnName("on_hand");
        });
    }

    private sealed class ControlStock
    {
        public int Id { get; init; }
        public int OnHand { get; set; }
    }
}
