using KitchenDisplay.Core.Data;
using KitchenDisplay.Core.Doors.Devices;
using KitchenDisplay.Core.Doors.SignIn;
using KitchenDisplay.Core.Staff;

namespace KitchenDisplay.Tests.Support;

/// <summary>Lets tests in that are not about the door.</summary>
public static class DoorKeys
{
    /// <summary>Signs the first person in who has this role, by passphrase as it were.</summary>
    /// <returns>The secret for the cookie.</returns>
    public static async Task<string> SignInAsync(KitchenConnections house, Role role = Role.Manager)
    {
        var secret = Secret.New();
        await Sql.RunAsync(house.KitchenOwner, $"""
            insert into sessions (id, secret_hash, person_id, by, is_taken, started_at, ends_at)
            select '{Guid.CreateVersion7()}', '\x{Convert.ToHexString(Secret.HashOf(secret))}', id, 'Passphrase', true, now(), now() + interval '8 hours'
            from people where '{role}' = any(roles) and active and not is_screen order by name limit 1
            """);
        return secret;
    }

    /// <summary>Pairs a tablet.</summary>
    /// <returns>The device, and the secret for its cookie.</returns>
    public static async Task<(Guid Id, string Secret)> PairAsync(KitchenConnections house, DevicePurpose purpose = DevicePurpose.Tablet)
    {
        var (id, secret) = (Guid.CreateVersion7(), Secret.New());
        await Sql.RunAsync(house.KitchenOwner, $"""
            insert into devices (id, name, purpose, secret_hash, paired_at, paired_by, expires_at, approved_at, locks_after, taken_locks_after, locks_after_send)
            values ('{id}', 'Tablet', '{purpose}', '\x{Convert.ToHexString(Secret.HashOf(secret))}', now(), '{id}', now() + interval '90 days', now(), 90, 900, false)
            """);
        return (id, secret);
    }

    /// <summary>The same for whatever this client asks.</summary>
    public static async Task SignInAsync(this HttpClient http, KitchenConnections house, Role role = Role.Manager) =>
        http.DefaultRequestHeaders.Add("Cookie", $"kd-session={await SignInAsync(house, role)}");
}
