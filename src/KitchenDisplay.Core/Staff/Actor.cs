namespace KitchenDisplay.Core.Staff;

/// <summary>Who acts, with which roles, from which device. Every command carries one; the service checks it against the database.</summary>
public sealed record Actor(Guid PersonId, string Name, IReadOnlyList<Role> Roles, Guid? DeviceId = null)
{
    /// <summary>Whether the person has at least one of these roles. The owner may do everything.</summary>
    public bool Is(params ReadOnlySpan<Role> roles)
    {
        foreach (var role in Roles)
            if (role == Role.Owner || roles.Contains(role)) return true;
        return false;
    }
}
