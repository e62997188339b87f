using System.Security.Cryptography;
using KitchenDisplay.Core.Commands;
using KitchenDisplay.Core.Data;
using KitchenDisplay.Core.Doors.SignIn;
using KitchenDisplay.Core.Staff;
using Microsoft.EntityFrameworkCore;

namespace KitchenDisplay.Core.Doors;

/// <summary>Who works here, and by what they are known.</summary>
public sealed class StaffService(CommandBook book, HouseKeys keys)
{
    public const int MaxName = 60;

    /// <exception cref="Refusal">The name is missing, the roles are none, or the house would be without an owner.</exception>
    public Task<PersonDone> SaveAsync(SavePerson command, Actor actor, CancellationToken cancel = default) =>
        book.CarryOutAsync(command, actor, async (db, now, cancel) =>
        {
            var name = command.Name.Trim() is { Length: > 0 and <= MaxName } said ? said : throw new Refusal("Give the person a name of at most {0} characters.", MaxName);
            if (command.Roles.Count == 0) throw new Refusal("Give {0} at least one role.", name);
            var person = await LockAsync(db, command.PersonId, cancel);
            await MustBeInReachAsync(db, actor, person?.Roles.Union(command.Roles) ?? command.Roles, cancel);
            if (person is null)
            {
                db.People.Add(new Person { Id = command.PersonId, Name = name, Roles = [.. command.Roles.Distinct()], Active = command.Active });
                return new PersonDone(command.PersonId);
            }

            var loses = (person.Active && !command.Active) || person.Roles.Except(command.Roles).Any();
            if (loses && person.Roles.Contains(Role.Owner) && !await IsOtherOwnerAsync(db, person.Id, cancel)) throw new Refusal("{0} is the only owner. Make somebody else an owner first.", person.Name);
            (person.Name, person.Roles, person.Active) = (name, [.. command.Roles.Distinct()], command.Active);
            if (loses) await Sessions.EndOfPersonAsync(db, person.Id, null, now, cancel);
            return new PersonDone(person.Id);
        }, cancel);

    /// <summary>Draws a PIN, and tells it this once.</summary>
    /// <returns>Null when the same command was carried out before: what was told then is told to nobody again.</returns>
    /// <exception cref="Refusal">The person is not here any more, or is an owner and the one who asks is not.</exception>
    public async Task<string?> DrawPinAsync(DrawPin command, Actor actor, CancellationToken cancel = default)
    {
        string? told = null;
        await book.CarryOutAsync(command, actor, async (db, now, cancel) =>
        {
            var person = await HereAsync(db, command.PersonId, cancel);
            await MustBeInReachAsync(db, actor, person.Roles, cancel);
            told = await GiveAsync(db, keys, person.Id, Pin.Draw(), now, cancel);
            await Sessions.EndOfPersonAsync(db, person.Id, SignInBy.Pin, now, cancel);
            return new PersonDone(person.Id);
        }, cancel);
        return told;
    }

    /// <exception cref="Refusal">It is too short or too common; the person has no business in the back office, is not here any more, or is an owner and the one who asks is not.</exception>
    public Task<PersonDone> SetPassphraseAsync(SetPassphrase command, string passphrase, Actor actor, CancellationToken cancel = default) =>
        book.CarryOutAsync(command, actor, async (db, now, cancel) =>
        {
            var person = await HereAsync(db, command.PersonId, cancel);
            await MustBeInReachAsync(db, actor, person.Roles, cancel);
            if (!person.Acting().Is(Role.Manager)) throw new Refusal("Only managers and owners sign in by passphrase. {0} has a PIN for the devices of the house.", person.Name);
            await Accounts.SetAsync(db, person.Id, command.Name, passphrase);
            await Sessions.EndOfPersonAsync(db, person.Id, SignInBy.Passphrase, now, cancel);
            return new PersonDone(person.Id);
        }, cancel);

    /// <summary>Writes down whose PIN it is.</summary>
    /// <returns>The PIN.</returns>
    internal static async Task<string> GiveAsync(KitchenContext db, HouseKeys keys, Guid person, string pin, DateTimeOffset now, CancellationToken cancel)
    {
        var salt = RandomNumberGenerator.GetBytes(16);
        var hash = keys.HashOf(person, pin, salt);
        if (await db.Pins.SingleOrDefaultAsync(p => p.PersonId == person, cancel) is { } old) (old.Salt, old.Hash, old.DrawnAt) = (salt, hash, now);
        else db.Pins.Add(new Pin { PersonId = person, Salt = salt, Hash = hash, DrawnAt = now });
        return pin;
    }

    // Whatever the person is just doing ends first; whatever comes later finds what is written here.
    private static Task<Person?> LockAsync(KitchenContext db, Guid id, CancellationToken cancel) =>
        db.People.FromSql($"select * from people where id = {id} and not is_screen for update").SingleOrDefaultAsync(cancel);

    private static async Task<Person> HereAsync(KitchenContext db, Guid id, CancellationToken cancel) =>
        await LockAsync(db, id, cancel) is { Active: true } person ? person : throw new Refusal("This person does not work here any more.");

    /// <summary>Owners are the owners' business: a manager could otherwise become one.</summary>
    private static async Task MustBeInReachAsync(KitchenContext db, Actor actor, IEnumerable<Role> roles, CancellationToken cancel)
    {
        if (roles.Contains(Role.Owner) && !await db.People.AnyAsync(p => p.Id == actor.PersonId && p.Active && p.Roles.Contains(Role.Owner), cancel))
            throw new Refusal("Only an owner can do this with owners.") { Denied = true };
    }

    private static Task<bool> IsOtherOwnerAsync(KitchenContext db, Guid than, CancellationToken cancel) =>
        db.People.AnyAsync(p => p.Id != than && p.Active && p.Roles.Contains(Role.Owner), cancel);
}
