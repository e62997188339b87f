using KitchenDisplay.Core.Commands;
using KitchenDisplay.Core.Ordering;
using KitchenDisplay.Core.Staff;
using KitchenDisplay.Web.Features.Menu;

namespace KitchenDisplay.Web.Features.Ordering;

/// <summary>What a draft needs of the kitchen.</summary>
/// <param name="Send">Sends, or throws a <see cref="Refusal"/>; anything else leaves the outcome open.</param>
/// <param name="TakeBack">True when the command will never be carried out, false when it has been.</param>
/// <param name="Reprice">The draft at the menu's present prices, after a refusal.</param>
public sealed record DraftSending(Func<SendTicket, Task<TicketSent>> Send, Func<Guid, Task<bool>> TakeBack, Func<Draft, Draft> Reprice)
{
    /// <summary>Sends to the kitchen itself, as whoever works with the tablet at that moment.</summary>
    public static DraftSending To(OrderService orders, Func<Actor> actor, Func<MenuCard> menu) =>
        new(send => orders.SendAsync(send, actor()), id => orders.CancelSendAsync(id, actor()), draft => draft.Reprice(menu()));
}
