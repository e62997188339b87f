namespace KitchenDisplay.Core.Staff;

/// <summary>Roles that work together. The owner belongs to all of them.</summary>
public static class Crew
{
    /// <summary>Who takes orders.</summary>
    public static readonly Role[] Floor = [Role.Waiter, Role.Bartender, Role.Expediter, Role.Manager];

    /// <summary>Who works at walls.</summary>
    public static readonly Role[] Brigade = [Role.Cook, Role.Chef, Role.Bartender, Role.Expediter, Role.Runner, Role.Manager];

    /// <summary>Who says what goes first.</summary>
    public static readonly Role[] Heads = [Role.Chef, Role.Expediter, Role.Manager];

    /// <summary>Who may call into the kitchen what happens to food that was sent.</summary>
    public static readonly Role[] Callers = [Role.Waiter, Role.Bartender, Role.Expediter, Role.Chef, Role.Manager];

    /// <summary>Who handles what is in store: receives, counts, throws away.</summary>
    public static readonly Role[] Store = [Role.Cook, Role.Chef, Role.Bartender, Role.Manager];

    /// <summary>Who may say what is out and what is left: whoever sees it first.</summary>
    public static readonly Role[] House = [Role.Waiter, Role.Cook, Role.Chef, Role.Bartender, Role.Expediter, Role.Runner, Role.Manager];

    /// <summary>Who furnishes the house: menu, displays, timers.</summary>
    public static readonly Role[] Office = [Role.Chef, Role.Manager];
}
