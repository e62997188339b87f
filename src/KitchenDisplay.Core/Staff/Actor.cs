namespace KitchenDisplay.Core.Staff;

/// <summary>Who acts, with which roles, from which device, by which sign-in. Every command carries one; the service checks all of it against the database.</summary>
/// <param name="SessionId">Null for a screen that acts as itself.</param>
public sealed record Actor(Guid PersonId, string Name, IReadOnlyList<Role> Roles, Guid? DeviceId = null, Guid? SessionId = null)
{
    /// <summary>Whether the person has at least one of these roles. The owner may do everything.</summary>
    public bool Is(params ReadOnlySpan<Role> roles)
    {
        foreach (var role in Roles)
            if (role == Role.Owner || roles.Contains(role)) return true;
        return false;
    }
}
