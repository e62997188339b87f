using KitchenDisplay.Core.Staff;
using KitchenDisplay.Web.Doors;
using KitchenDisplay.Web.Live;

namespace KitchenDisplay.Tests.Support;

/// <summary>Who acts in tests of pages that are not about the door.</summary>
public static class Badges
{
    /// <summary>The badge of somebody on the board.</summary>
    public static Badge BadgeOf(this LiveBoard board, Role role)
    {
        var badge = new Badge(board, TimeProvider.System);
        badge.Wear(new Visitor(board.Snapshot.All<Person>().Where(p => p.Roles.Contains(role)).MinBy(p => p.Id)!.Id, null, null, null, null));
        return badge;
    }
}
