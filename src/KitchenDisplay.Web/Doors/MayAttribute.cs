using KitchenDisplay.Core.Staff;

namespace KitchenDisplay.Web.Doors;

/// <summary>Who gets to see a page, or is answered by an endpoint: whoever may do at least one of these operations. The services check again what is done there.</summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class MayAttribute(params string[] operations) : Attribute
{
    public IReadOnlyList<string> Operations { get; } = operations;

    /// <summary>Whether a screen gets there without a person.</summary>
    public bool ForScreens { get; init; }

    public bool Lets(Badge badge) => badge.Actor is { } actor && Is(actor) || ForScreens && badge.Screen is { } screen && Is(screen);

    private bool Is(Actor actor) => Operations.Any(o => actor.Is(Rights.Of(o)));
}

/// <summary>A page for whoever has not been let in yet.</summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class OpenAttribute : Attribute, Microsoft.AspNetCore.Authorization.IAllowAnonymous
{
    /// <summary>Whether it is the same for everybody: then it is answered without asking the database who comes, and also when there is none.</summary>
    public bool ForAnybody { get; init; }
}
