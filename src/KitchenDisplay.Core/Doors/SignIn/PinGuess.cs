namespace KitchenDisplay.Core.Doors.SignIn;

/// <summary>One try at somebody's PIN on one device. Counted as wrong before it is looked at, so that many at once are no more tries than one after the other.</summary>
public sealed class PinGuess
{
    public Guid Id { get; init; } = Guid.CreateVersion7();
    public required Guid DeviceId { get; init; }
    public required Guid PersonId { get; init; }
    public required DateTimeOffset At { get; init; }
    public bool IsRight { get; set; }
}

/// <summary>How many tries there are.</summary>
public static class Guessing
{
    /// <summary>Wrong PINs per device in <see cref="Window"/>, over all persons; then a manager approves the device again. Of a million PINs that is a chance of one in 10,000.</summary>
    public const int Budget = 100;

    public static readonly TimeSpan Window = TimeSpan.FromHours(24);

    private const int Free = 3;
    private static readonly TimeSpan First = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(15);

    /// <summary>How long somebody waits on this device after so many wrong PINs in a row: slips of the finger nothing, then twice as long each time.</summary>
    public static TimeSpan WaitAfter(int wrongInARow) => wrongInARow < Free
        ? TimeSpan.Zero
        : TimeSpan.FromSeconds(Math.Min(First.TotalSeconds * Math.Pow(2, wrongInARow - Free), Longest.TotalSeconds));
}
