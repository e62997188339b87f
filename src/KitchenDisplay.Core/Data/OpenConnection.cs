using System.Data;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace KitchenDisplay.Core.Data;

/// <summary>The connection under a context, for statements that EF has no words for.</summary>
internal static class OpenConnection
{
    /// <summary>The connection of the transaction that is going on.</summary>
    /// <exception cref="NpgsqlException">It was lost: as passing as when a statement notices that.</exception>
    internal static NpgsqlConnection Connection(this KitchenContext db)
    {
        var connection = (NpgsqlConnection)db.Database.GetDbConnection();
        return connection.State == ConnectionState.Open ? connection : throw new NpgsqlException("The connection was lost.", new IOException("Another statement has noticed it."));
    }
}
