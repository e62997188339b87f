using KitchenDisplay.Core.Commands;
using KitchenDisplay.Core.Staff;
using KitchenDisplay.Web.Live;

namespace KitchenDisplay.Web.Features.Ordering;

/// <summary>Who works with this tablet until there is a sign-in: whom the device remembers, or whoever was chosen since.</summary>
public sealed class FloorStaff(LiveBoard board)
{
    private static readonly Role[] Roles = [Role.Waiter, Role.Bartender, Role.Expediter, Role.Manager];

    /// <summary>Chosen in this circuit; the cookie is read only when a page is loaded.</summary>
    public Guid? Chosen { get; set; }

    /// <summary>Those who may take orders, by name.</summary>
    public IReadOnlyList<Person> People => [.. board.Snapshot.All<Person>().Where(p => p.Acting().Is(Roles)).OrderBy(p => p.Name, StringComparer.CurrentCulture)];

    /// <summary>Null when nobody in the house may take orders.</summary>
    public Actor? Now(Guid? remembered)
    {
        var known = (Chosen ?? remembered) is { } id ? board.Snapshot.Find<Person>(id)?.Acting() : null;
        return known is not null && known.Is(Roles) ? known : DemoActor.For(board.Snapshot, Role.Waiter, null);
    }

    /// <exception cref="Refusal">Nobody may take orders.</exception>
    public Actor NowOrRefuse(Guid? remembered) => Now(remembered) ?? throw new Refusal("Nobody in this house may take orders. Give somebody the role of a waiter.");
}
