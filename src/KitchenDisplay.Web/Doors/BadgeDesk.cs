using Microsoft.AspNetCore.Components.Authorization;
using Microsoft.AspNetCore.Components.Server.Circuits;

namespace KitchenDisplay.Web.Doors;

/// <summary>Gives a circuit its badge, and takes it away when somebody comes back to the circuit with other cookies.</summary>
public sealed class BadgeDesk : CircuitHandler
{
    private readonly Badge badge;
    private readonly AuthenticationStateProvider door;

    public BadgeDesk(Badge badge, AuthenticationStateProvider door)
    {
        (this.badge, this.door) = (badge, door);
        door.AuthenticationStateChanged += OnChanged;
    }

    public override async Task OnCircuitOpenedAsync(Circuit circuit, CancellationToken cancellationToken)
    {
        badge.Wear(await VisitorAsync(door.GetAuthenticationStateAsync()));
        await badge.ArriveAsync();
    }

    public override async Task OnConnectionUpAsync(Circuit circuit, CancellationToken cancellationToken) => Compare(await VisitorAsync(door.GetAuthenticationStateAsync()));

    private async void OnChanged(Task<AuthenticationState> now)
    {
        try
        {
            Compare(await VisitorAsync(now));
        }
        catch (Exception)
        {
            badge.Void();
        }
    }

    private void Compare(Visitor? now)
    {
        if (now != badge.Visitor) badge.Void();
    }

    private static async Task<Visitor?> VisitorAsync(Task<AuthenticationState> state) => Visitor.Of((await state).User);
}
