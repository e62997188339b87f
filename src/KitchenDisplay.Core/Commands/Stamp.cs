namespace KitchenDisplay.Core.Commands;

/// <summary>By what, by whom and when something is done.</summary>
public sealed record Stamp(Guid CommandId, Guid PersonId, DateTimeOffset Now);
