namespace KitchenDisplay.Client;

/// <summary>Everything that a station shows at one moment: the hub's answer to <c>Join</c>.</summary>
/// <param name="Version">Counts the changes of one node; says nothing about another node's.</param>
/// <param name="Cards">All open cards.</param>
public sealed record StationSnapshot(long Version, KitchenCard[] Cards);

/// <summary>What has changed since the previous message to this connection: the hub's <c>Changed</c>.</summary>
/// <param name="Version">The version after this change.</param>
/// <param name="Previous">The version that this change builds on.</param>
/// <param name="Cards">New or changed cards, whole.</param>
/// <param name="Gone">Tickets that the station no longer shows.</param>
public sealed record StationChange(long Version, long Previous, KitchenCard[] Cards, Guid[] Gone);
