namespace KitchenDisplay.Core.Doors.Devices;

/// <summary>What a device is for.</summary>
public enum DevicePurpose
{
    /// <summary>A screen of the wall, which acts as itself.</summary>
    Display,

    /// <summary>Passed from hand to hand; needs a person on top.</summary>
    Tablet,
    BackOffice,
    GuestBoard,

    /// <summary>A program beside ours: printers, pagers.</summary>
    Program,
}

/// <summary>A browser or program that a manager has let in. It proves itself by a secret in a cookie, of which only the hash is here.</summary>
public sealed class Device
{
    /// <summary>How long it may stay away before it must be paired again.</summary>
    public static readonly TimeSpan Slides = TimeSpan.FromDays(90);

    public Guid Id { get; init; } = Guid.CreateVersion7();
    public required string Name { get; set; }
    public required DevicePurpose Purpose { get; init; }

    /// <summary>Which display of the wall it is; null for other purposes.</summary>
    public Guid? DisplayId { get; init; }

    /// <summary>As whom it acts when nobody is signed in on it; null when it then may do nothing.</summary>
    public Guid? PersonId { get; init; }

    /// <summary>Null until the device has fetched its secret.</summary>
    public byte[]? SecretHash { get; set; }
    public required DateTimeOffset PairedAt { get; init; }
    public required Guid PairedBy { get; init; }
    public DateTimeOffset? SeenAt { get; set; }
    public required DateTimeOffset ExpiresAt { get; set; }
    public DateTimeOffset? UnpairedAt { get; set; }

    /// <summary>From when its wrong PINs count.</summary>
    public required DateTimeOffset ApprovedAt { get; set; }

    /// <summary>Seconds without a touch after which it asks for a PIN again, while anybody may take it.</summary>
    public int LocksAfter { get; set; } = 90;

    /// <summary>The same while it is somebody's for the shift.</summary>
    public int TakenLocksAfter { get; set; } = 900;

    /// <summary>Whether it also asks again after each send, while anybody may take it.</summary>
    public bool LocksAfterSend { get; set; } = true;
}

/// <summary>A device as the board knows it, as long as it is paired.</summary>
public sealed record PairedDevice(
    Guid Id, string Name, DevicePurpose Purpose, Guid? DisplayId, Guid? PersonId, DateTimeOffset PairedAt, DateTimeOffset? SeenAt, DateTimeOffset ExpiresAt,
    int LocksAfter, int TakenLocksAfter, bool LocksAfterSend);
