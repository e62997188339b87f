namespace KitchenDisplay.Core.Data;

/// <summary>The connection strings of the two roles: the app's, which reads and writes rows, and the owner's, which changes the schema.</summary>
public sealed record KitchenConnections(string Kitchen, string KitchenOwner);
