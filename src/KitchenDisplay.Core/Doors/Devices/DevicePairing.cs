using KitchenDisplay.Core.Commands;
using KitchenDisplay.Core.Data;
using KitchenDisplay.Core.Doors.SignIn;
using Microsoft.EntityFrameworkCore;

namespace KitchenDisplay.Core.Doors.Devices;

/// <summary>What a browser that asked to be let in is told.</summary>
public enum PairingState
{
    /// <summary>Nobody has approved the code yet.</summary>
    Waiting,

    /// <summary>Approved: the device's secret comes along.</summary>
    Paired,

    /// <summary>Too late, or it was fetched already: ask for another code.</summary>
    Gone,
}

/// <summary>A code to be shown, and the secret by which whoever shows it asks what became of it.</summary>
public sealed record PairingCode(string Code, string Claim, DateTimeOffset ExpiresAt);

/// <summary>What became of a code.</summary>
public sealed record PairingAnswer(PairingState State, string? Secret = null, Guid? DeviceId = null);

/// <summary>The device's half of a pairing: it asks for a code, and fetches its secret once the code is approved.</summary>
public sealed class DevicePairing(IDbContextFactory<KitchenContext> contexts, TimeProvider clock, Doorbell bell)
{
    // Whoever asks need not be anybody yet, so that somebody could ask for ever.
    private const int MostWaiting = 500;

    /// <summary>A new code.</summary>
    /// <exception cref="Refusal">So many devices are waiting already that somebody must be playing.</exception>
    public async Task<PairingCode> StartAsync(CancellationToken cancel = default)
    {
        var (now, code, claim) = (clock.GetUtcNow(), Pairing.NewCode(), Secret.New());
        await using var db = await contexts.CreateDbContextAsync(cancel);
        await db.Pairings.Where(p => p.ExpiresAt < now).ExecuteDeleteAsync(cancel);
        if (await db.Pairings.CountAsync(cancel) >= MostWaiting) throw new Refusal("Too many devices wait for being paired. Try again in ten minutes.");
        var pairing = new Pairing { CodeHash = Secret.HashOf(code), ClaimHash = Secret.HashOf(claim), StartedAt = now, ExpiresAt = now + Pairing.Lives };
        db.Pairings.Add(pairing);
        await db.SaveChangesAsync(cancel);
        return new(code, claim, pairing.ExpiresAt);
    }

    /// <summary>How it stands with the code; fetches nothing.</summary>
    public async Task<PairingState> LookAsync(string claim, CancellationToken cancel = default)
    {
        var (now, hash) = (clock.GetUtcNow(), Secret.HashOf(claim));
        await using var db = await contexts.CreateDbContextAsync(cancel);
        var pairing = await db.Pairings.AsNoTracking().SingleOrDefaultAsync(p => p.ClaimHash == hash, cancel);
        return pairing is null || pairing.ExpiresAt < now ? PairingState.Gone : pairing.DeviceId is null ? PairingState.Waiting : PairingState.Paired;
    }

    /// <summary>What became of the code; an approved one gives the secret, and another one each time until the device is first seen with it: an answer may be lost on its way.</summary>
    public async Task<PairingAnswer> ClaimAsync(string claim, CancellationToken cancel = default)
    {
        var (now, hash) = (clock.GetUtcNow(), Secret.HashOf(claim));
        await using var db = await contexts.CreateDbContextAsync(cancel);
        await using var transaction = await db.Database.BeginTransactionAsync(cancel);
        var pairing = await db.Pairings.FromSql($"select * from pairings where claim_hash = {hash} for update").AsNoTracking().SingleOrDefaultAsync(cancel);
        if (pairing is null || pairing.ExpiresAt < now) return new(PairingState.Gone);
        if (pairing.DeviceId is not { } id) return new(PairingState.Waiting);
        var device = await db.Devices.SingleAsync(d => d.Id == id, cancel);
        if (device.SeenAt is not null || device.UnpairedAt is not null) return new(PairingState.Gone);
        var secret = Secret.New();
        device.SecretHash = Secret.HashOf(secret);
        await db.SaveChangesAsync(cancel);
        await transaction.CommitAsync(cancel);
        bell.Ring();
        return new(PairingState.Paired, secret, id);
    }
}
