using System.Globalization;
using KitchenDisplay.Core.Commands;
using KitchenDisplay.Core.Data;
using KitchenDisplay.Core.Doors;
using KitchenDisplay.Core.Doors.SignIn;
using KitchenDisplay.Core.House;
using KitchenDisplay.Core.Staff;
using Microsoft.EntityFrameworkCore;

namespace KitchenDisplay.Core.Demo;

/// <summary>What somebody says who opens a house for the first time.</summary>
/// <param name="Name">Of the restaurant.</param>
/// <param name="TimeZone">IANA name, such as <c>Europe/Berlin</c>.</param>
/// <param name="Currency">ISO 4217, such as <c>EUR</c>.</param>
/// <param name="Owner">Who owns it; also the name to sign in with.</param>
/// <param name="WithExample">Whether it begins with an example's menu, tables, stations and store, to be changed afterwards.</param>
public sealed record OpenHouse(string Name, string TimeZone, string Currency, string Owner, bool WithExample);

/// <summary>Opens a real restaurant: the house and its owner at once, or neither.</summary>
public sealed class FirstHouse(IDbContextFactory<KitchenContext> contexts, TimeProvider clock, Doorbell bell)
{
    /// <summary>Whether there is nobody yet who could let others in.</summary>
    public async Task<bool> IsWantedAsync(CancellationToken cancel = default)
    {
        await using var db = await contexts.CreateDbContextAsync(cancel);
        return !await db.People.AnyAsync(p => p.Active && p.Roles.Contains(Role.Owner), cancel);
    }

    /// <returns>The owner.</returns>
    /// <exception cref="Refusal">There is an owner already, something is missing, or the passphrase will not do.</exception>
    public async Task<Guid> OpenAsync(OpenHouse wish, string passphrase, CancellationToken cancel = default)
    {
        Check(wish, passphrase);
        var now = clock.GetUtcNow();
        await using var db = await contexts.CreateDbContextAsync(cancel);
        await using var transaction = await db.Database.BeginTransactionAsync(cancel);
        // Two may send the page at once: the second waits and then finds the first.
        await db.Database.ExecuteSqlAsync($"select pg_advisory_xact_lock(hashtext('kitchendisplay.demo'))", cancel);
        if (await db.People.AnyAsync(p => p.Active && p.Roles.Contains(Role.Owner), cancel)) throw new Refusal("This house has an owner already. Sign in.");
        if (!await db.Restaurants.AnyAsync(cancel)) await DemoLoader.FurnishAsync(db, Furnished(wish), now, isDemo: false, cancel);
        var owner = new Person { Name = wish.Owner.Trim(), Roles = [Role.Owner] };
        db.People.Add(owner);
        await Accounts.SetAsync(db, owner.Id, owner.Name, passphrase);
        db.Commands.Add(new CommandRecord { Id = Guid.CreateVersion7(), Kind = nameof(OpenHouse), ActorId = owner.Id, At = now, Hash = [], Outcome = CommandOutcome.Done, Result = "null" });
        await db.SaveChangesAsync(cancel);
        await transaction.CommitAsync(cancel);
        bell.Ring();
        return owner.Id;
    }

    private static void Check(OpenHouse wish, string passphrase)
    {
        List<Sentence> faults = [];
        if (string.IsNullOrWhiteSpace(wish.Name)) faults.Add(new("Give the restaurant a name."));
        if (string.IsNullOrWhiteSpace(wish.Owner) || wish.Owner.Trim().Length > StaffService.MaxName) faults.Add(new("Give the owner a name of at most {0} characters.", StaffService.MaxName));
        if (!TimeZoneInfo.TryFindSystemTimeZoneById(wish.TimeZone, out _)) faults.Add(new("“{0}” is no time zone: write it like Europe/Berlin.", wish.TimeZone));
        if (wish.Currency is not { Length: 3 } || !wish.Currency.All(char.IsAsciiLetterUpper)) faults.Add(new("“{0}” is no currency: write it like EUR.", wish.Currency));
        if (Passphrases.Fault(passphrase) is { } fault) faults.Add(new(fault));
        if (faults.Count > 0) throw new Refusal(faults);
    }

    private static DemoFile Furnished(OpenHouse wish)
    {
        var example = DemoFile.Read();
        var house = example.Restaurant with { Name = wish.Name.Trim(), TimeZone = wish.TimeZone, Currency = wish.Currency, Culture = CultureInfo.CurrentCulture.Name is { Length: > 0 } culture ? culture : example.Restaurant.Culture };
        if (wish.WithExample) return example with { Restaurant = house, People = [] };
        // A kitchen and a pass: as little as an order needs to be seen.
        return new DemoFile(house, [],
            [new("kitchen", "Kitchen", StationKind.Prep), new("pass", "Pass", StationKind.Pass)],
            [new("Kitchen", ["kitchen"], []), new("Pass", ["pass"], [], Everywhere: true)],
            example.Courses, example.TaxClasses, [], [], [], []);
    }
}
