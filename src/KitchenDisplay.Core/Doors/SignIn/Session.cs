namespace KitchenDisplay.Core.Doors.SignIn;

/// <summary>By what somebody was known.</summary>
public enum SignInBy
{
    Pin,
    Passphrase,
}

/// <summary>That somebody is signed in in one browser. It never becomes another person's: whoever comes next has a session of their own.</summary>
public sealed class Session
{
    public Guid Id { get; init; } = Guid.CreateVersion7();
    public required byte[] SecretHash { get; init; }
    public required Guid PersonId { get; init; }

    /// <summary>The paired device; null for a passphrase in any browser.</summary>
    public Guid? DeviceId { get; init; }
    public required SignInBy By { get; init; }

    /// <summary>Whether the tablet is this person's for the shift, and so locks late.</summary>
    public bool IsTaken { get; init; }
    public required DateTimeOffset StartedAt { get; init; }

    /// <summary>When it ends by itself.</summary>
    public required DateTimeOffset EndsAt { get; init; }
    public DateTimeOffset? EndedAt { get; set; }
}

/// <summary>A session as the board knows it, as long as it lasts.</summary>
public sealed record OpenSession(Guid Id, Guid PersonId, Guid? DeviceId, bool IsTaken, DateTimeOffset EndsAt);
