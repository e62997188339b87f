using KitchenDisplay.Core.Data;
using KitchenDisplay.Core.Doors.SignIn;
using KitchenDisplay.Core.Staff;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace KitchenDisplay.Core.Doors;

/// <summary>Somebody on the list of those who work here, or did.</summary>
/// <param name="PinDrawn">Null without a PIN.</param>
/// <param name="SignsInAs">The name that goes with the passphrase; null without one.</param>
public sealed record StaffRow(Guid Id, string Name, IReadOnlyList<Role> Roles, bool Active, DateTimeOffset? PinDrawn, string? SignsInAs);

/// <summary>Reads who works here.</summary>
public sealed class StaffList(IDbContextFactory<KitchenContext> contexts)
{
    /// <summary>Everybody, those who are gone last.</summary>
    public async Task<IReadOnlyList<StaffRow>> ReadAsync(CancellationToken cancel = default)
    {
        await using var db = await contexts.CreateDbContextAsync(cancel);
        var people = await db.People.AsNoTracking().Where(p => !p.IsScreen).ToListAsync(cancel);
        var pins = await db.Pins.AsNoTracking().ToDictionaryAsync(p => p.PersonId, p => p.DrawnAt, cancel);
        var names = await db.Set<IdentityUser<Guid>>().AsNoTracking().ToDictionaryAsync(a => a.Id, a => a.UserName, cancel);
        return [.. people.OrderBy(p => !p.Active).ThenBy(p => p.Name, StringComparer.CurrentCulture)
            .Select(p => new StaffRow(p.Id, p.Name, [.. p.Roles], p.Active, pins.TryGetValue(p.Id, out var drawn) ? drawn : null, names.GetValueOrDefault(p.Id)))];
    }

    /// <summary>Devices that have used up their wrong PINs and wait for a manager.</summary>
    public async Task<IReadOnlySet<Guid>> UsedUpAsync(DateTimeOffset now, CancellationToken cancel = default)
    {
        await using var db = await contexts.CreateDbContextAsync(cancel);
        var since = now - Guessing.Window;
        var used = await db.Devices.Where(d => d.UnpairedAt == null)
            .Where(d => db.Set<PinGuess>().Count(g => g.DeviceId == d.Id && !g.IsRight && g.At >= since && g.At >= d.ApprovedAt) >= Guessing.Budget).Select(d => d.Id).ToListAsync(cancel);
        return used.ToHashSet();
    }
}
