using System.Globalization;
using System.Text;
using KitchenDisplay.Core.Commands;
using KitchenDisplay.Core.House;
using KitchenDisplay.Core.Staff;

namespace KitchenDisplay.Core.Ordering;

/// <summary>What an order must be like to be opened.</summary>
internal static class OrderRules
{
    private static readonly TimeSpan LongestAhead = TimeSpan.FromDays(366);
    private static readonly TimeSpan LongestPast = TimeSpan.FromHours(12);

    internal static void Check(OpenOrder command, DateTimeOffset now)
    {
        if (command.OrderId == Guid.Empty) throw new Refusal("An order without a number cannot be opened. Reload the page and open it again.");
        if (!Enum.IsDefined(command.Kind)) throw new Refusal("Choose a table, a tab or a take-away.");
        if (command.Covers is < 1 or > OpenOrder.MaxCovers) throw new Refusal("Choose from 1 to {0} guests.", OpenOrder.MaxCovers);
        if (command.Kind == OrderKind.Table && command.TableIds.Count == 0) throw new Refusal("Choose a table first.");
        if (command.Kind != OrderKind.Table && command.TableIds.Count > 0) throw new Refusal("A tab or a take-away has no table. Open the table instead.");
        if (command.Kind != OrderKind.Table && Tidy(command.Name) is null) throw new Refusal("Give it a name, so that the kitchen can call it.");
        if (command.Name?.Length > OpenOrder.MaxName) throw new Refusal("The name is too long. Keep it to {0} characters.", OpenOrder.MaxName);
        if (command.Kind != OrderKind.TakeAway) return;
        if (command.PromisedAt is not { } promised) throw new Refusal("Say when it will be collected.");
        // Beyond that no screen can write the time, and the database makes infinities of the outermost.
        if (promised < now - LongestPast || promised > now + LongestAhead) throw new Refusal("Say when it will be collected, from now on and within a year.");
    }

    internal static Order Open(OpenOrder command, Restaurant restaurant, Actor actor, DateTimeOffset now) => new()
    {
        Id = command.OrderId,
        Kind = command.Kind,
        Name = command.Kind == OrderKind.Table ? null : Tidy(command.Name),
        PromisedAt = command.Kind == OrderKind.TakeAway ? command.PromisedAt?.ToUniversalTime() : null,
        Covers = command.Covers,
        BusinessDay = restaurant.BusinessDay(now),
        WaiterId = actor.PersonId,
        OpenedAt = now,
        Tables = [.. command.TableIds.Distinct().Select(id => new OrderTable { OrderId = command.OrderId, TableId = id })],
        Checks = [new Check { OrderId = command.OrderId, Number = 1 }],
    };

    /// <summary>What was typed without what nobody can read: control characters, half characters (PostgreSQL refuses both), and those that turn the direction of what follows; null if nothing is left.</summary>
    internal static string? Tidy(string? typed)
    {
        // Runes: half of a surrogate pair comes out of this as the replacement character.
        var text = string.Concat((typed ?? "").EnumerateRunes().Select(rune => IsUnreadable(rune) ? " " : rune.ToString())).Trim();
        return text.Length == 0 ? null : text;
    }

    private static bool IsUnreadable(Rune rune) =>
        Rune.GetUnicodeCategory(rune) is UnicodeCategory.Control or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator
        || rune.Value is (>= 0x202A and <= 0x202E) or (>= 0x2066 and <= 0x2069);
}
