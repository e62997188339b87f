using KitchenDisplay.Core.Doors.Devices;
using KitchenDisplay.Core.Doors.SignIn;
using KitchenDisplay.Web.Live;

namespace KitchenDisplay.Web.Doors;

/// <summary>When a device that is passed from hand to hand asks for a PIN again. What was typed stays in its browser.</summary>
public sealed class TabletLock(Badge badge, LiveBoard board, PinPad pad)
{
    /// <summary>After how long without a touch; null when it does not lock.</summary>
    public TimeSpan? After => Device is { } device && Session is { } session ? TimeSpan.FromSeconds(session.IsTaken ? device.TakenLocksAfter : device.LocksAfter) : null;

    /// <summary>Nobody has touched it for that long.</summary>
    public Task LockAsync() => Device is not null && Session is { } session ? pad.EndAsync(session.Id) : Task.CompletedTask;

    /// <summary>Something was sent: whoever comes next may be somebody else.</summary>
    public Task AfterSendAsync() => Device is { LocksAfterSend: true } && Session is { IsTaken: false } ? LockAsync() : Task.CompletedTask;

    private PairedDevice? Device => badge.Visitor?.DeviceId is { } id ? board.Snapshot.Find<PairedDevice>(id) : null;

    private OpenSession? Session => badge.Visitor?.SessionId is { } id ? board.Snapshot.Find<OpenSession>(id) : null;
}
