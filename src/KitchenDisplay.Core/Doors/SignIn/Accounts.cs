using KitchenDisplay.Core.Commands;
using KitchenDisplay.Core.Data;
using KitchenDisplay.Core.Staff;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Identity.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;

namespace KitchenDisplay.Core.Doors.SignIn;

/// <summary>Signs managers and owners in by passphrase, in any browser. ASP.NET Core Identity keeps the accounts, under the persons' ids.</summary>
public sealed class Accounts(IDbContextFactory<KitchenContext> contexts, TimeProvider clock, Doorbell bell)
{
    // Compared with when nobody is called like this, so that time does not tell whether somebody is.
    private static readonly IdentityUser<Guid> nobody = new("nobody") { PasswordHash = Hasher.HashPassword(new(), Guid.NewGuid().ToString()) };

    private static PasswordHasher<IdentityUser<Guid>> Hasher => new();

    // People sign in as they are called: blanks and any letters.
    private static IdentityOptions Rules => new() { User = { AllowedUserNameCharacters = "" } };

    /// <summary>Opens a session for whoever's passphrase this is.</summary>
    /// <param name="device">The paired device, if the browser is one.</param>
    /// <exception cref="Refusal">They do not go together: the same words whether somebody is called like this or not.</exception>
    public async Task<SignedIn> SignInAsync(string name, string passphrase, Guid? device, CancellationToken cancel = default)
    {
        await using var db = await contexts.CreateDbContextAsync(cancel);
        using var manager = Manage(db);
        var account = passphrase.Length > Passphrases.MaxLength ? null : await manager.FindByNameAsync(name.Trim());
        var isRight = await manager.CheckPasswordAsync(account ?? nobody, passphrase) && account is not null;
        await using var transaction = await db.Database.BeginTransactionAsync(cancel);
        var person = account is null ? null : await db.People.FromSql($"select * from people where id = {account.Id} and active for key share").AsNoTracking().SingleOrDefaultAsync(cancel);
        // Set anew while it was being looked at: then it is the old one.
        if (!isRight || person is null || !await db.Set<IdentityUser<Guid>>().AnyAsync(a => a.Id == person.Id && a.SecurityStamp == account!.SecurityStamp, cancel))
        {
            if (account is not null) db.Commands.Add(Note(account.Id, device, CommandOutcome.Denied));
            await db.SaveChangesAsync(cancel);
            await transaction.CommitAsync(cancel);
            throw new Refusal("This name and this passphrase do not go together.") { Denied = true };
        }

        var (session, secret) = Sessions.Open(db, person.Id, device, SignInBy.Passphrase, isTaken: true, clock.GetUtcNow());
        db.Commands.Add(Note(person.Id, device, CommandOutcome.Done));
        await db.SaveChangesAsync(cancel);
        await transaction.CommitAsync(cancel);
        bell.Ring();
        return new(session.Id, person.Id, secret, session.EndsAt);
    }

    /// <summary>Gives somebody a passphrase, or another one, in the transaction of whoever says so.</summary>
    /// <exception cref="Refusal">It is too short or too common, or the name is somebody else's.</exception>
    internal static async Task SetAsync(KitchenContext db, Guid person, string name, string passphrase)
    {
        using var manager = Manage(db);
        if (name.Trim().Length == 0) throw new Refusal("Say under which name the person signs in.");
        if (await manager.FindByIdAsync(person.ToString()) is not { } account)
        {
            Check(await manager.CreateAsync(new IdentityUser<Guid>(name.Trim()) { Id = person }, passphrase));
            return;
        }
        (account.UserName, account.PasswordHash) = (name.Trim(), null);
        Check(await manager.AddPasswordAsync(account, passphrase));
    }

    private static void Check(IdentityResult result)
    {
        if (!result.Succeeded) throw new Refusal([.. result.Errors.Select(e => new Sentence(e.Description))]);
    }

    private static UserManager<IdentityUser<Guid>> Manage(KitchenContext db) => new(
        new UserOnlyStore<IdentityUser<Guid>, KitchenContext, Guid>(db) { AutoSaveChanges = false }, Options.Create(Rules), Hasher,
        [new UserValidator<IdentityUser<Guid>>()], [new Passphrases()], new UpperInvariantLookupNormalizer(), new IdentityErrorDescriber(), null!, NullLogger<UserManager<IdentityUser<Guid>>>.Instance);

    private CommandRecord Note(Guid person, Guid? device, CommandOutcome outcome) => new()
    {
        Id = Guid.CreateVersion7(),
        Kind = "SignIn",
        ActorId = person,
        DeviceId = device,
        At = clock.GetUtcNow(),
        Hash = [],
        Outcome = outcome,
        Result = "null",
    };
}
