using KitchenDisplay.Core.Data;
using Microsoft.Extensions.Logging.Abstractions;

namespace KitchenDisplay.Tests.Support;

/// <summary>A temporary data folder that outlives the servers started on it.</summary>
public sealed class ServerFolder : IDisposable
{
    public string Path { get; } = System.IO.Path.Combine(System.IO.Path.GetTempPath(), $"kitchendisplay-test-{Guid.NewGuid():N}");

    public LocalPostgresOptions Options => new() { DataFolder = Path, Durable = false };

    public Task<LocalPostgres> StartAsync() => LocalPostgres.StartAsync(Options, NullLogger.Instance, CancellationToken.None);

    public void Dispose()
    {
        if (Directory.Exists(Path))
            Directory.Delete(Path, recursive: true);
    }
}
