using System.Security.Cryptography;
using System.Text;
using Npgsql;

namespace KitchenDisplay.Core.Data;

/// <summary>The passwords of the server's three roles, random and readable by the folder's owner only.</summary>
internal sealed record PostgresKeys(string Superuser, string KitchenOwner, string Kitchen)
{
    private const int PoolPerNode = 40;

    public static PostgresKeys Open(string folder, Cluster cluster)
    {
        var path = Path.Combine(folder, "keys");
        if (File.Exists(path) && File.ReadAllLines(path) is [var superuser, var owner, var kitchen])
            return new(superuser, owner, kitchen);
        if (cluster.Major is not null)
            throw ServerRefusal.KeysLost(path, cluster.Folder);
        var keys = new PostgresKeys(NewPassword(), NewPassword(), NewPassword());
        var ownerOnly = new FileStreamOptions { Mode = FileMode.Create, Access = FileAccess.Write, UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite };
        using var file = new FileStream(path, ownerOnly);
        file.Write(Encoding.ASCII.GetBytes($"{keys.Superuser}\n{keys.KitchenOwner}\n{keys.Kitchen}\n"));
        file.Flush(flushToDisk: true);
        return keys;
    }

    private static string NewPassword() => Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(24));

    /// <summary>The app's pool leaves room for a second node; its doorbell is off, since it rings by itself after the commit.</summary>
    public KitchenConnections Connections(int port) => new(
        new NpgsqlConnectionStringBuilder(To(port, "kitchen", "kitchen", Kitchen))
        {
            ApplicationName = "KitchenDisplay",
            MaxPoolSize = PoolPerNode,
            Options = "-c kitchen.bell=off",
        }.ConnectionString,
        new NpgsqlConnectionStringBuilder(To(port, "kitchen", "kitchen_owner", KitchenOwner))
        {
            ApplicationName = "KitchenDisplay owner",
        }.ConnectionString);

    public string SuperuserConnection(int port) =>
        new NpgsqlConnectionStringBuilder(To(port, "template1", "postgres", Superuser)) { Pooling = false }.ConnectionString;

    private static string To(int port, string database, string user, string password) => new NpgsqlConnectionStringBuilder
    {
        Host = "127.0.0.1",
        Port = port,
        Database = database,
        Username = user,
        Password = password,
    }.ConnectionString;
}
