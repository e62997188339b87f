namespace KitchenDisplay.Core.Data;

/// <summary>PostgreSQL cannot be had on this machine; the message is one sentence that says what to do.</summary>
public sealed class LocalPostgresException(string message, Exception? inner = null) : Exception(message, inner);
