using System.Security.Claims;
using KitchenDisplay.Core.Doors.Devices;

namespace KitchenDisplay.Web.Doors;

/// <summary>Who stands at the door: a device that was let in, a person who has signed in, or both.</summary>
/// <param name="PersonId">Whoever is signed in.</param>
/// <param name="SessionId">By which sign-in; null as long as nobody is.</param>
/// <param name="ScreenId">As whom the device acts by itself; null for one that needs a person.</param>
public sealed record Visitor(Guid? PersonId, Guid? SessionId, Guid? DeviceId, Guid? ScreenId, DevicePurpose? Purpose)
{
    private const string Person = "person", Session = "session", Device = "device", Screen = "screen", For = "purpose";

    public ClaimsPrincipal ToPrincipal() => new(new ClaimsIdentity(
        [.. Claim(Person, PersonId), .. Claim(Session, SessionId), .. Claim(Device, DeviceId), .. Claim(Screen, ScreenId), .. Claim(For, Purpose)], KitchenDoor.Scheme));

    /// <summary>Null for whoever was not let in.</summary>
    public static Visitor? Of(ClaimsPrincipal? principal) => principal?.Identity is { IsAuthenticated: true }
        ? new(Id(principal, Person), Id(principal, Session), Id(principal, Device), Id(principal, Screen), Enum.TryParse<DevicePurpose>(principal.FindFirstValue(For), out var purpose) ? purpose : null)
        : null;

    private static IEnumerable<Claim> Claim(string type, object? value) => value?.ToString() is { } text ? [new Claim(type, text)] : [];

    private static Guid? Id(ClaimsPrincipal principal, string type) => Guid.TryParse(principal.FindFirstValue(type), out var id) ? id : null;
}
