using KitchenDisplay.Core.Commands;
using KitchenDisplay.Core.Staff;
using KitchenDisplay.Web.Live;

namespace KitchenDisplay.Web.Features;

/// <summary>Who acts on a screen until there is a sign-in.</summary>
public static class DemoActor
{
    /// <summary>The person whom the device remembers, if that role is theirs; otherwise the first one who has it, or null when nobody has.</summary>
    public static Actor? For(BoardSnapshot board, Role preferred, Guid? person) =>
        (person is { } id && board.Find<Person>(id) is { } known && known.Acting().Is(preferred) ? known : FirstWith(preferred, board))?.Acting();

    /// <summary>The person whom the device remembers, if they have one of the roles; otherwise the first manager; null when nobody is one.</summary>
    public static Actor? InOffice(BoardSnapshot board, Role[] may, Guid? person) =>
        person is { } id && board.Find<Person>(id) is { Active: true } known && known.Acting().Is(may) ? known.Acting()
            : For(board, Role.Manager, null);

    public static Refusal NoManager() => new("Nobody here is a manager yet. Add a person with that role.");

    private static Person? FirstWith(Role role, BoardSnapshot board) =>
        board.All<Person>().Where(p => p.Active && p.Roles.Contains(role)).MinBy(p => p.Id);
}
