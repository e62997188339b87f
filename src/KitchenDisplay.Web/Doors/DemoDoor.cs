using System.Net;
using KitchenDisplay.Core.Data;
using KitchenDisplay.Core.Doors.Devices;
using KitchenDisplay.Core.Doors.SignIn;
using KitchenDisplay.Core.House;
using KitchenDisplay.Core.Staff;
using KitchenDisplay.Web.Live;
using KitchenDisplay.Web.Startup;
using Npgsql;

namespace KitchenDisplay.Web.Doors;

/// <summary>In the demo restaurant every browser is a paired device at once, wall and tablet in one: whoever tries the house out has one screen and no manager. The app listens to this machine alone then, unless it was told otherwise.</summary>
public sealed class DemoDoor(StartOptions options, LiveBoard board, NpgsqlDataSource source, TimeProvider clock, Doorbell bell)
{
    // One for all of them: a person who comes or goes makes every board read everything anew.
    private static readonly Guid screen = new("01999999-0000-7000-8000-00000000de30");

    private static readonly TimeSpan Lasts = TimeSpan.FromDays(1);

    /// <summary>Whether this is the demo, and whoever asks sits at this machine or everybody was invited.</summary>
    public bool IsOpenTo(HttpContext http) => board.Snapshot.All<Restaurant>().Any(r => r.IsDemo)
        && (options.OpenDemo || http.Connection.RemoteIpAddress is not { } from || IPAddress.IsLoopback(from));

    /// <summary>Pairs the browser that asks for a page.</summary>
    /// <returns>Null when it asks for anything else.</returns>
    public async Task<Visitor?> LetInAsync(HttpContext http)
    {
        if (!http.WantsPage()) return null;
        var (now, secret, device) = (clock.GetUtcNow(), Secret.New(), Guid.CreateVersion7());
        await using var batch = source.CreateBatch();
        batch.BatchCommands.Add(new("insert into people (id, name, roles, active, is_screen) values ($1, 'This screen', $2, true, true) on conflict do nothing")
        {
            Parameters = { new() { Value = screen }, new() { Value = new[] { nameof(Role.Cook), nameof(Role.Expediter) } } },
        });
        batch.BatchCommands.Add(new("""
            insert into devices (id, name, purpose, person_id, secret_hash, paired_at, paired_by, seen_at, expires_at, approved_at, locks_after, taken_locks_after, locks_after_send)
            values ($1, 'This screen', 'Display', $2, $3, $4, $2, $4, $5, $4, 900, 900, false)
            """)
        {
            Parameters = { new() { Value = device }, new() { Value = screen }, new() { Value = Secret.HashOf(secret) }, new() { Value = now }, new() { Value = now + Lasts } },
        });
        await batch.ExecuteNonQueryAsync(http.RequestAborted);
        bell.Ring();
        http.Keep(DoorCookies.Device, secret, now + Lasts);
        var visitor = new Visitor(null, null, device, screen, DevicePurpose.Display);
        http.User = visitor.ToPrincipal();
        return visitor;
    }
}
