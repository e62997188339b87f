using System.Buffers.Binary;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using KitchenDisplay.Core.Data;
using KitchenDisplay.Core.Doors;
using KitchenDisplay.Core.Doors.SignIn;
using KitchenDisplay.Core.House;
using KitchenDisplay.Core.Staff;
using Microsoft.EntityFrameworkCore;

namespace KitchenDisplay.Core.Demo;

/// <summary>The PINs of the demo restaurant's people. They are no secrets: they follow from the names, and stand on the sign-in page.</summary>
public static class DemoPins
{
    /// <summary>The PIN that somebody of this name has in the demo.</summary>
    public static string Of(string name) =>
        (BinaryPrimitives.ReadUInt32BigEndian(SHA256.HashData(Encoding.UTF8.GetBytes(name))) % 1_000_000).ToString("D6", CultureInfo.InvariantCulture);

    /// <summary>Gives them to all who have none yet; in a real restaurant to nobody.</summary>
    public static async Task GiveAsync(KitchenContext db, HouseKeys keys, DateTimeOffset now, CancellationToken cancel = default)
    {
        if (!await db.Restaurants.AnyAsync(r => r.IsDemo, cancel)) return;
        await using var transaction = await db.Database.BeginTransactionAsync(cancel);
        await db.Database.ExecuteSqlAsync($"select pg_advisory_xact_lock(hashtext('kitchendisplay.demo'))", cancel);
        var people = await db.People.Where(p => !p.IsScreen && !db.Set<Pin>().Any(pin => pin.PersonId == p.Id)).ToListAsync(cancel);
        foreach (var person in people) await StaffService.GiveAsync(db, keys, person.Id, Of(person.Name), now, cancel);
        await db.SaveChangesAsync(cancel);
        await transaction.CommitAsync(cancel);
    }
}
