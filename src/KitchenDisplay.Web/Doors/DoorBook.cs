using KitchenDisplay.Core.Doors.Devices;
using KitchenDisplay.Core.Doors.SignIn;
using Npgsql;

namespace KitchenDisplay.Web.Doors;

/// <summary>Looks up whose cookies these are. In the database and not on the board: a device or person that was let in a moment ago on another node is let in here.</summary>
public sealed class DoorBook(NpgsqlDataSource source, TimeProvider clock)
{
    // Sliding ninety days needs no write per request.
    private static readonly TimeSpan Sighting = TimeSpan.FromMinutes(1);

    /// <summary>Null when neither lets anybody in.</summary>
    public async Task<Visitor?> FindAsync(string? deviceSecret, string? sessionSecret, CancellationToken cancel)
    {
        if (deviceSecret is null && sessionSecret is null) return null;
        var now = clock.GetUtcNow();
        await using var command = source.CreateCommand("""
            select d.id, d.purpose, d.person_id, s.id, s.person_id, d.seen_at
            from (select) nothing
                left join lateral (select * from devices where secret_hash = $1 and unpaired_at is null and expires_at > $3) d on true
                left join lateral (select s.* from sessions s join people p on p.id = s.person_id
                    where s.secret_hash = $2 and s.ended_at is null and s.ends_at > $3 and p.active and (s.device_id is null or s.device_id = d.id)) s on true
            """);
        command.Parameters.Add(new() { Value = deviceSecret is null ? [] : Secret.HashOf(deviceSecret) });
        command.Parameters.Add(new() { Value = sessionSecret is null ? [] : Secret.HashOf(sessionSecret) });
        command.Parameters.Add(new() { Value = now });
        await using var reader = await command.ExecuteReaderAsync(cancel);
        await reader.ReadAsync(cancel);
        var device = Id(0);
        var session = Id(3);
        if (device is null && session is null) return null;
        var purpose = device is null ? null : (DevicePurpose?)Enum.Parse<DevicePurpose>(reader.GetString(1));
        var visitor = new Visitor(Id(4), session, device, Id(2), purpose);
        var isOld = device is not null && (await reader.IsDBNullAsync(5, cancel) || now - reader.GetFieldValue<DateTimeOffset>(5) > Sighting);
        await reader.DisposeAsync();
        if (isOld) await SeeAsync(device!.Value, now, cancel);
        return visitor;

        Guid? Id(int column) => reader.IsDBNull(column) ? null : reader.GetGuid(column);
    }

    private async Task SeeAsync(Guid device, DateTimeOffset now, CancellationToken cancel)
    {
        await using var command = source.CreateCommand("update devices set seen_at = $2, expires_at = $3 where id = $1 and unpaired_at is null");
        command.Parameters.Add(new() { Value = device });
        command.Parameters.Add(new() { Value = now });
        command.Parameters.Add(new() { Value = now + Device.Slides });
        await command.ExecuteNonQueryAsync(cancel);
    }
}
