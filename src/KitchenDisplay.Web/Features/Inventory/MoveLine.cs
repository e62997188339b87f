using KitchenDisplay.Core.Commands;
using KitchenDisplay.Core.Inventory;
using KitchenDisplay.Core.Staff;

namespace KitchenDisplay.Web.Features.Inventory;

/// <summary>A lot that somebody is about to carry elsewhere. It stays on the list until it is there.</summary>
public sealed class MoveLine(LotRow lot)
{
    private Guid command = Guid.CreateVersion7();

    public LotRow Lot { get; } = lot;

    /// <summary>In base units; all of it unless said otherwise.</summary>
    public decimal? Quantity { get; set; } = lot.OnHand;
    public Asking Asking { get; } = new();

    public bool Is(LotRow other) => (other.LotId, other.PlaceId) == (Lot.LotId, Lot.PlaceId);

    /// <summary>Carries it, once however often it is asked.</summary>
    public Task<bool> MoveAsync(LotService lots, Guid to, Func<Actor> actor) => Asking.IsGrantedAsync(async () =>
    {
        try
        {
            await lots.TransferAsync(new(command, Lot.LotId, Lot.PlaceId, to, Quantity ?? throw new Refusal("Say how much."), Units.Name(Lot.Unit)), actor());
        }
        catch (Refusal refusal) when (refusal.IdIsUsed)
        {
            command = Guid.CreateVersion7();
            throw;
        }
    });
}
