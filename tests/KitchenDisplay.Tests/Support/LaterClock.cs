namespace KitchenDisplay.Tests.Support;

/// <summary>The clock of somebody who looks so much later.</summary>
public sealed class LaterClock(TimeSpan by) : TimeProvider
{
    public override DateTimeOffset GetUtcNow() => System.GetUtcNow() + by;
}
