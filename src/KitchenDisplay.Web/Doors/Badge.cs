using KitchenDisplay.Core.Commands;
using KitchenDisplay.Core.Doors.Devices;
using KitchenDisplay.Core.Doors.SignIn;
using KitchenDisplay.Core.Staff;
using KitchenDisplay.Web.Live;

namespace KitchenDisplay.Web.Doors;

/// <summary>Who acts on this screen. A circuit gets its badge when it opens and never another one; it is worth nothing any more as soon as the person, the device or the sign-in is gone.</summary>
public sealed class Badge(LiveBoard board, TimeProvider clock)
{
    private static readonly TimeSpan patience = TimeSpan.FromSeconds(2);

    private const double PerSecond = 20, Burst = 100;

    private bool isVoid;
    private double allowance = Burst;
    private long asked = clock.GetTimestamp();

    public Visitor? Visitor { get; private set; }

    /// <summary>Given once: what comes later cannot change it.</summary>
    public void Wear(Visitor? visitor)
    {
        if (Visitor is null && !isVoid) Visitor = visitor;
    }

    /// <summary>Somebody else came by this circuit: nobody acts on it any more.</summary>
    public void Void() => isVoid = true;

    /// <summary>The person who acts now, with the roles that they have now; null when nobody is signed in.</summary>
    public Actor? Actor => Acting(Visitor?.PersonId, Visitor?.SessionId);

    /// <summary>The screen as the one who acts; null when the device is none.</summary>
    public Actor? Screen => Acting(Visitor?.ScreenId, null);

    /// <exception cref="Refusal">Nobody does any more, or more is asked than hands can do.</exception>
    public Actor ActorOrRefuse() => InTime(Actor) ?? throw new Refusal("You are not signed in any more. Sign in again.") { Denied = true };

    /// <summary>Who acts at a wall: the screen itself, or else the person who looks at it.</summary>
    /// <exception cref="Refusal">Nobody does any more, or more is asked than hands can do.</exception>
    public Actor CookOrRefuse() => InTime(Screen) ?? ActorOrRefuse();

    /// <summary>Whether the person may do this; what may not be done is not shown.</summary>
    public bool May(string operation) => Actor?.Is(Rights.Of(operation)) == true;

    /// <summary>Whether everything that it says still holds.</summary>
    public bool IsGood => !isVoid && Visitor is { } v
        && (v.DeviceId is not { } device || board.Snapshot.Find<PairedDevice>(device) is { } d && d.ExpiresAt > clock.GetUtcNow())
        && (v.SessionId is not { } session || board.Snapshot.Find<OpenSession>(session) is { } s && s.EndsAt > clock.GetUtcNow())
        && (v.PersonId is not { } person || board.Snapshot.Find<Person>(person) is { Active: true });

    /// <summary>Waits until this node's board knows whoever has just been let in; in vain when they were not.</summary>
    public async Task ArriveAsync()
    {
        if (Visitor is null || IsGood) return;
        var known = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        using var eye = board.Subscribe(_ =>
        {
            if (IsGood) known.TrySetResult();
            return Task.CompletedTask;
        });
        if (!IsGood) await Task.WhenAny(known.Task, Task.Delay(patience, clock));
    }

    // Every command of a circuit asks here first: so many a second, and so many at once.
    private Actor? InTime(Actor? actor)
    {
        if (actor is null) return null;
        var now = clock.GetTimestamp();
        allowance = Math.Min(Burst, allowance + clock.GetElapsedTime(asked, now).TotalSeconds * PerSecond);
        asked = now;
        if (allowance < 1) throw new Refusal("Too much at once from this screen. Wait a second, then try again.");
        allowance--;
        return actor;
    }

    private Actor? Acting(Guid? id, Guid? session) => IsGood && id is { } person ? board.Snapshot.Find<Person>(person)?.Acting(Visitor!.DeviceId, session) : null;
}
