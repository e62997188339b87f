namespace KitchenDisplay.Tests.Support;

/// <summary>A clock that stands still until a test moves it.</summary>
public sealed class HandClock : TimeProvider
{
    private DateTimeOffset now = new(2026, 7, 14, 19, 30, 0, TimeSpan.Zero);

    public override DateTimeOffset GetUtcNow() => now;

    public override long GetTimestamp() => now.UtcTicks;

    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    public void Pass(TimeSpan time) => now += time;
}
