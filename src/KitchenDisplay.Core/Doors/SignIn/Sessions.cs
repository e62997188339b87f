using KitchenDisplay.Core.Data;
using Microsoft.EntityFrameworkCore;

namespace KitchenDisplay.Core.Doors.SignIn;

/// <summary>Opens and ends sessions, inside of whoever's transaction.</summary>
internal static class Sessions
{
    // A double shift; nobody is signed in from yesterday.
    private static readonly TimeSpan Longest = TimeSpan.FromHours(16);

    /// <summary>Adds a session to what is saved next.</summary>
    /// <returns>It, and the secret for the browser's cookie.</returns>
    internal static (Session Session, string Secret) Open(KitchenContext db, Guid person, Guid? device, SignInBy by, bool isTaken, DateTimeOffset now)
    {
        var secret = Secret.New();
        var session = new Session
        {
            SecretHash = Secret.HashOf(secret),
            PersonId = person,
            DeviceId = device,
            By = by,
            IsTaken = isTaken,
            StartedAt = now,
            EndsAt = now + Longest,
        };
        db.Sessions.Add(session);
        return (session, secret);
    }

    /// <summary>Ends those of a person, waiting for whatever their commands are just doing.</summary>
    /// <param name="by">Null for all of them.</param>
    internal static Task EndOfPersonAsync(KitchenContext db, Guid person, SignInBy? by, DateTimeOffset now, CancellationToken cancel) =>
        EndAsync(db, db.Sessions.FromSql($"select * from sessions where person_id = {person} and ended_at is null for update"), s => by is null || s.By == by, now, cancel);

    /// <summary>Ends those on a device, waiting for whatever their commands are just doing.</summary>
    internal static Task EndOnDeviceAsync(KitchenContext db, Guid device, DateTimeOffset now, CancellationToken cancel) =>
        EndAsync(db, db.Sessions.FromSql($"select * from sessions where device_id = {device} and ended_at is null for update"), _ => true, now, cancel);

    private static async Task EndAsync(KitchenContext db, IQueryable<Session> locked, Func<Session, bool> which, DateTimeOffset now, CancellationToken cancel)
    {
        foreach (var session in (await locked.ToListAsync(cancel)).Where(which)) session.EndedAt = now;
    }
}
