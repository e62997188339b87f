namespace KitchenDisplay.Core.Data;

/// <summary>The database's clock as this node knows it: its own, corrected by the offset that was measured. Every stored time comes from here, so that nodes with different clocks agree.</summary>
public sealed class DatabaseClock(TimeProvider own) : TimeProvider
{
    private long offsetTicks;

    public override DateTimeOffset GetUtcNow() => own.GetUtcNow().AddTicks(Interlocked.Read(ref offsetTicks));

    public override long GetTimestamp() => own.GetTimestamp();

    public override long TimestampFrequency => own.TimestampFrequency;

    public override TimeZoneInfo LocalTimeZone => own.LocalTimeZone;

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period) => own.CreateTimer(callback, state, dueTime, period);

    /// <summary>Takes over the database's time, read at some moment of the last <paramref name="roundTrip"/>; a clock that this does not prove wrong stays as it is, so that a slow answer does not make time jump.</summary>
    public void Correct(DateTimeOffset databaseNow, TimeSpan roundTrip)
    {
        var now = own.GetUtcNow();
        var known = now.AddTicks(Interlocked.Read(ref offsetTicks));
        if (known < databaseNow || known > databaseNow + roundTrip) Interlocked.Exchange(ref offsetTicks, (databaseNow + (roundTrip / 2) - now).Ticks);
    }
}
