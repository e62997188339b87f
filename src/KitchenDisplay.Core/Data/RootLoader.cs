using System.Text.Json;
using System.Text.Json.Serialization;

namespace KitchenDisplay.Core.Data;

/// <summary>How the roots of one kind are read whole, as one document each.</summary>
/// <remarks>SQL and not LINQ: all kinds together are one statement, so that a change costs a node one round trip and one snapshot, whatever it has touched.</remarks>
/// <param name="Kind">The word that the triggers write into <c>changes</c>.</param>
/// <param name="Type">What a root of this kind is on the board.</param>
/// <param name="Roots">A query for <c>id</c> and <c>view</c> (json or jsonb, named as the columns are) of every root that belongs on the board; quick when <c>id</c> is given.</param>
public sealed record RootLoader(string Kind, Type Type, string Roots)
{
    private static readonly JsonSerializerOptions AsInSql = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower,
        Converters = { new JsonStringEnumConverter() },
    };

    /// <summary>A query for the ids to read when there is nothing to go by, since what is closed piles up for years; null for all, as of what seldom changes.</summary>
    public string? Open { get; init; }

    /// <summary>A list inside of a document.</summary>
    /// <param name="row">SQL for one element: a json value, or the name of a row for all its columns.</param>
    /// <param name="order">SQL to order them by.</param>
    /// <param name="from">Where they come from.</param>
    public static string Many(string row, string order, string from) => $"(select coalesce(json_agg({row} order by {order}), '[]') from {from})";

    /// <summary>The root that a document describes.</summary>
    public object Read(string view) => Read(Type, view);

    /// <summary>What a document says, its names as in SQL.</summary>
    public static object Read(Type type, string json) => JsonSerializer.Deserialize(json, type, AsInSql)!;

    /// <summary>A document that <see cref="Read(Type, string)"/> understands, for a column of JSON.</summary>
    public static string Write<T>(T value) => JsonSerializer.Serialize(value, AsInSql);
}
