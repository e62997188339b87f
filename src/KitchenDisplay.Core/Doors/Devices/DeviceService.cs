using KitchenDisplay.Core.Commands;
using KitchenDisplay.Core.Data;
using KitchenDisplay.Core.Doors.SignIn;
using KitchenDisplay.Core.Staff;
using Microsoft.EntityFrameworkCore;

namespace KitchenDisplay.Core.Doors.Devices;

/// <summary>Which devices may come in.</summary>
public sealed class DeviceService(CommandBook book)
{
    public const int MaxName = 60;
    private const int LeastSeconds = 15;
    private const int MostSeconds = 8 * 3600;

    /// <exception cref="Refusal">The code is not one that waits, or the name or the display is missing.</exception>
    public Task<DeviceDone> ApproveAsync(ApproveDevice command, Actor actor, CancellationToken cancel = default) =>
        book.CarryOutAsync(command, actor, async (db, now, cancel) =>
        {
            var hash = Secret.HashOf(Pairing.Clean(command.Code));
            var pairing = await db.Pairings.FromSql($"select * from pairings where code_hash = {hash} for update").SingleOrDefaultAsync(cancel);
            if (pairing is null || pairing.ExpiresAt < now || pairing.DeviceId is not null)
                throw new Refusal("No device waits with this code. A code lives for ten minutes and is used once: look at the screen for its newest one.");
            if (command.Purpose == DevicePurpose.Display != command.DisplayId is not null) throw new Refusal("Say which display of the wall this screen is.");
            var name = NameOf(command.Name);
            var screen = ScreenOf(command, name);
            if (screen is not null) db.People.Add(screen);
            db.Devices.Add(new Device
            {
                Id = command.DeviceId,
                Name = name,
                Purpose = command.Purpose,
                DisplayId = command.DisplayId,
                PersonId = screen?.Id,
                PairedAt = now,
                PairedBy = actor.PersonId,
                ApprovedAt = now,
                ExpiresAt = now + Device.Slides,
            });
            pairing.DeviceId = command.DeviceId;
            return new DeviceDone(command.DeviceId);
        }, cancel);

    /// <exception cref="Refusal">The device is gone, or a value is out of its range.</exception>
    public Task<DeviceDone> SaveAsync(SaveDevice command, Actor actor, CancellationToken cancel = default) =>
        book.CarryOutAsync(command, actor, async (db, _, cancel) =>
        {
            var device = await FindAsync(db, command.DeviceId, cancel);
            if (new[] { command.LocksAfter, command.TakenLocksAfter }.Any(s => s is < LeastSeconds or > MostSeconds))
                throw new Refusal("A device asks for a PIN again after {0} seconds at the earliest and {1} hours at the latest.", LeastSeconds, MostSeconds / 3600);
            (device.Name, device.LocksAfter, device.TakenLocksAfter, device.LocksAfterSend) = (NameOf(command.Name), command.LocksAfter, command.TakenLocksAfter, command.LocksAfterSend);
            if (device.PersonId is { } id) (await db.People.SingleAsync(p => p.Id == id, cancel)).Name = device.Name;
            return new DeviceDone(device.Id);
        }, cancel);

    /// <exception cref="Refusal">The device is gone.</exception>
    public Task<DeviceDone> ReapproveAsync(ReapproveDevice command, Actor actor, CancellationToken cancel = default) =>
        book.CarryOutAsync(command, actor, async (db, now, cancel) =>
        {
            (await FindAsync(db, command.DeviceId, cancel)).ApprovedAt = now;
            return new DeviceDone(command.DeviceId);
        }, cancel);

    /// <summary>A device that is gone already is left so.</summary>
    /// <exception cref="Refusal">It is a screen of the wall with open tickets, and nobody has said that this is meant.</exception>
    public Task<DeviceDone> UnpairAsync(UnpairDevice command, Actor actor, CancellationToken cancel = default) =>
        book.CarryOutAsync(command, actor, async (db, now, cancel) =>
        {
            // Whatever it is just doing ends first; whatever comes later finds it gone.
            var device = await db.Devices.FromSql($"select * from devices where id = {command.DeviceId} for update").SingleOrDefaultAsync(cancel)
                ?? throw new Refusal("This device does not exist.");
            if (device.UnpairedAt is not null) return new DeviceDone(device.Id);
            if (!command.Confirmed && await OpenTicketsAsync(db, device, cancel) is > 0 and var open)
                throw new Refusal("{0} shows {1} open tickets. Unpair it all the same?", device.Name, open) { CanBeConfirmed = true };
            device.UnpairedAt = now;
            if (device.PersonId is { } id) (await db.People.FromSql($"select * from people where id = {id} for update").SingleAsync(cancel)).Active = false;
            await Sessions.EndOnDeviceAsync(db, device.Id, now, cancel);
            return new DeviceDone(device.Id);
        }, cancel);

    private static async Task<Device> FindAsync(KitchenContext db, Guid id, CancellationToken cancel) =>
        await db.Devices.SingleOrDefaultAsync(d => d.Id == id && d.UnpairedAt == null, cancel) ?? throw new Refusal("This device is not paired any more.");

    private static string NameOf(string typed) => typed.Trim() is { Length: > 0 and <= MaxName } name ? name : throw new Refusal("Give the device a name of at most {0} characters.", MaxName);

    // A screen and a program act under names of their own; tablets and the office only through persons.
    private static Person? ScreenOf(ApproveDevice command, string name) => command.Purpose switch
    {
        DevicePurpose.Display => new Person { Name = name, IsScreen = true, Roles = command.Calls ? [Role.Cook, Role.Expediter] : [Role.Cook] },
        DevicePurpose.Program or DevicePurpose.GuestBoard => new Person { Name = name, IsScreen = true, Roles = [] },
        _ => null,
    };

    // By SQL: what is on the wall is the kitchen's business, and this folder stands below it.
    private static Task<int> OpenTicketsAsync(KitchenContext db, Device device, CancellationToken cancel) => db.Database.SqlQuery<int>($"""
        select count(distinct t.ticket_id)::int as "Value" from prep_tasks t join lines l on l.id = t.line_id
        where t.state in ('Fired', 'Started', 'Ready') and l.state = 'Fired'
            and (t.station_id in (select station_id from display_stations where display_id = {device.DisplayId}) or exists (select from displays where id = {device.DisplayId} and is_everywhere))
        """).SingleAsync(cancel);
}
