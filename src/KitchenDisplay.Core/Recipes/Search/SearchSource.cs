using KitchenDisplay.Core.Data;
using Npgsql;

namespace KitchenDisplay.Core.Recipes.Search;

/// <summary>The search's own connections: each question is planned for its words. A plan that fits any word reads the whole list of a common one to find a thousand.</summary>
public sealed class SearchSource(KitchenConnections connections) : IDisposable
{
    // Beside the app's forty: a search takes some milliseconds, and whoever comes later waits for them.
    private const int Most = 10;

    // As many shapes of questions are read once only. Nothing else is left behind on a connection that the next would have to be told to forget.
    private const int Prepared = 32;

    private readonly NpgsqlDataSource source = NpgsqlDataSource.Create(Planned(connections.Kitchen));

    internal ValueTask<NpgsqlConnection> OpenAsync(CancellationToken cancel) => source.OpenConnectionAsync(cancel);

    public void Dispose() => source.Dispose();

    private static NpgsqlConnectionStringBuilder Planned(string connection)
    {
        var builder = new NpgsqlConnectionStringBuilder(connection) { MaxPoolSize = Most, MaxAutoPrepare = Prepared, NoResetOnClose = true };
        builder.Options = $"{builder.Options} -c plan_cache_mode=force_custom_plan";
        return builder;
    }
}
