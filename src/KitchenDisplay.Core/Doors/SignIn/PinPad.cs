using System.Security.Cryptography;
using KitchenDisplay.Core.Commands;
using KitchenDisplay.Core.Data;
using KitchenDisplay.Core.Staff;
using Microsoft.EntityFrameworkCore;

namespace KitchenDisplay.Core.Doors.SignIn;

/// <summary>Signs people in on paired devices, by six digits.</summary>
public sealed class PinPad(IDbContextFactory<KitchenContext> contexts, HouseKeys keys, TimeProvider clock, Doorbell bell)
{
    /// <summary>Opens a session for whoever's PIN this is.</summary>
    /// <param name="isTaken">Whether the device is theirs for the shift.</param>
    /// <exception cref="Refusal">It is not right, or it is too early to try again, or the device has no tries left. Which of the persons exist it does not tell.</exception>
    public async Task<SignedIn> SignInAsync(Guid device, Guid person, string pin, bool isTaken, CancellationToken cancel = default)
    {
        if (!Pin.IsOne(pin)) throw new Refusal("A PIN has six digits.");
        var guess = await CountAsync(device, person, cancel);
        var known = await FindAsync(person, cancel);
        // The same work for somebody who does not exist: time tells nothing.
        var right = keys.HashOf(person, pin, known?.Salt ?? new byte[16]);
        if (known is null || !CryptographicOperations.FixedTimeEquals(right, known.Hash)) throw await DenyAsync(guess, cancel);
        var signedIn = await OpenAsync(guess, known, isTaken, cancel) ?? throw await DenyAsync(guess, cancel);
        bell.Ring();
        return signedIn;
    }

    /// <summary>Whose PIN it is, without signing anybody in: for a second person who says yes to something. Guesses count as at the sign-in.</summary>
    /// <exception cref="Refusal">As there.</exception>
    public async Task ConfirmAsync(Guid device, Guid person, string pin, CancellationToken cancel = default)
    {
        var signedIn = await SignInAsync(device, person, pin, isTaken: false, cancel);
        await EndAsync(signedIn.SessionId, cancel);
    }

    /// <summary>Ends a session; a second time it does nothing.</summary>
    public async Task EndAsync(Guid session, CancellationToken cancel = default)
    {
        await using var db = await contexts.CreateDbContextAsync(cancel);
        await using var transaction = await db.Database.BeginTransactionAsync(cancel);
        var open = await db.Sessions.FromSql($"select * from sessions where id = {session} and ended_at is null for update").SingleOrDefaultAsync(cancel);
        if (open is null) return;
        open.EndedAt = clock.GetUtcNow();
        db.Commands.Add(Note("SignOut", open.PersonId, open.DeviceId, CommandOutcome.Done));
        await db.SaveChangesAsync(cancel);
        await transaction.CommitAsync(cancel);
        bell.Ring();
    }

    private async Task<PinGuess> CountAsync(Guid device, Guid person, CancellationToken cancel)
    {
        var now = clock.GetUtcNow();
        await using var db = await contexts.CreateDbContextAsync(cancel);
        await using var transaction = await db.Database.BeginTransactionAsync(cancel);
        // One try on a device after the other, however many come at once.
        await db.Database.ExecuteSqlAsync($"select pg_advisory_xact_lock(hashtextextended({device.ToString()}, 0))", cancel);
        var paired = await db.Devices.AsNoTracking().SingleOrDefaultAsync(d => d.Id == device && d.UnpairedAt == null && d.ExpiresAt > now, cancel)
            ?? throw new Refusal("This device is not paired any more. Pair it again.") { Denied = true };

        var since = paired.ApprovedAt > now - Guessing.Window ? paired.ApprovedAt : now - Guessing.Window;
        if (await db.PinGuesses.CountAsync(g => g.DeviceId == device && !g.IsRight && g.At >= since, cancel) >= Guessing.Budget)
            throw new Refusal("Too many wrong PINs on this device today. A manager must approve it again, under Devices in the back office.") { Denied = true };
        var lastRight = await db.PinGuesses.Where(g => g.DeviceId == device && g.PersonId == person && g.IsRight).MaxAsync(g => (DateTimeOffset?)g.At, cancel) ?? DateTimeOffset.MinValue;
        var wrong = await db.PinGuesses.Where(g => g.DeviceId == device && g.PersonId == person && !g.IsRight && g.At > lastRight && g.At >= since).OrderByDescending(g => g.At).Select(g => g.At).ToListAsync(cancel);
        if (wrong.Count > 0 && wrong[0] + Guessing.WaitAfter(wrong.Count) - now is { Ticks: > 0 } left)
            throw new Refusal("Too many wrong PINs. Wait {0} seconds, then try again.", Math.Ceiling(left.TotalSeconds)) { Denied = true };

        if (!await db.People.AnyAsync(p => p.Id == person, cancel)) throw Wrong();
        var guess = new PinGuess { DeviceId = device, PersonId = person, At = now };
        db.PinGuesses.Add(guess);
        await db.SaveChangesAsync(cancel);
        await transaction.CommitAsync(cancel);
        return guess;
    }

    private async Task<Pin?> FindAsync(Guid person, CancellationToken cancel)
    {
        await using var db = await contexts.CreateDbContextAsync(cancel);
        return await db.Pins.AsNoTracking().SingleOrDefaultAsync(p => p.PersonId == person, cancel);
    }

    /// <summary>Null when the person, the PIN or the device went meanwhile.</summary>
    private async Task<SignedIn?> OpenAsync(PinGuess guess, Pin known, bool isTaken, CancellationToken cancel)
    {
        await using var db = await contexts.CreateDbContextAsync(cancel);
        await using var transaction = await db.Database.BeginTransactionAsync(cancel);
        var person = await db.People.FromSql($"select * from people where id = {guess.PersonId} and active and not is_screen for key share").AsNoTracking().SingleOrDefaultAsync(cancel);
        var device = await db.Devices.FromSql($"select * from devices where id = {guess.DeviceId} and unpaired_at is null for key share").AsNoTracking().SingleOrDefaultAsync(cancel);
        if (person is null || device is null || !await db.Pins.AnyAsync(p => p.PersonId == person.Id && p.Hash == known.Hash, cancel)) return null;
        db.PinGuesses.Attach(guess);
        guess.IsRight = true;
        var (session, secret) = Sessions.Open(db, person.Id, device.Id, SignInBy.Pin, isTaken, clock.GetUtcNow());
        db.Commands.Add(Note("SignIn", person.Id, device.Id, CommandOutcome.Done));
        await db.SaveChangesAsync(cancel);
        await transaction.CommitAsync(cancel);
        return new(session.Id, person.Id, secret, session.EndsAt);
    }

    private async Task<Refusal> DenyAsync(PinGuess guess, CancellationToken cancel)
    {
        await using var db = await contexts.CreateDbContextAsync(cancel);
        db.Commands.Add(Note("SignIn", guess.PersonId, guess.DeviceId, CommandOutcome.Denied));
        await db.SaveChangesAsync(cancel);
        return Wrong();
    }

    private static Refusal Wrong() => new("This PIN is not right.") { Denied = true };

    private CommandRecord Note(string kind, Guid person, Guid? device, CommandOutcome outcome) => new()
    {
        Id = Guid.CreateVersion7(),
        Kind = kind,
        ActorId = person,
        DeviceId = device,
        At = clock.GetUtcNow(),
        Hash = [],
        Outcome = outcome,
        Result = "null",
    };
}
