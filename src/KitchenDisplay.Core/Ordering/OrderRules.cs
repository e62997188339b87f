using KitchenDisplay.Core.Commands;
using KitchenDisplay.Core.House;
using KitchenDisplay.Core.Staff;

namespace KitchenDisplay.Core.Ordering;

/// <summary>What an order must be like to be opened.</summary>
internal static class OrderRules
{
    internal static void Check(OpenOrder command)
    {
        if (command.Covers is < 1 or > OpenOrder.MaxCovers) throw new Refusal("Choose from 1 to {0} guests.", OpenOrder.MaxCovers);
        if (command.Kind == OrderKind.Table && command.TableIds.Count == 0) throw new Refusal("Choose a table first.");
        if (command.Kind != OrderKind.Table && command.TableIds.Count > 0) throw new Refusal("A tab or a take-away has no table. Open the table instead.");
        if (command.Kind != OrderKind.Table && Tidy(command.Name) is null) throw new Refusal("Give it a name, so that the kitchen can call it.");
        if (command.Name?.Length > OpenOrder.MaxName) throw new Refusal("The name is too long. Keep it to {0} characters.", OpenOrder.MaxName);
        if (command.Kind == OrderKind.TakeAway && command.PromisedAt is null) throw new Refusal("Say when it will be collected.");
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

    /// <summary>What was typed without control characters (PostgreSQL refuses a NUL) and outer blanks; null if nothing is left.</summary>
    internal static string? Tidy(string? typed)
    {
        var text = string.Concat((typed ?? "").Select(c => char.IsControl(c) ? ' ' : c)).Trim();
        return text.Length == 0 ? null : text;
    }
}
