using Microsoft.AspNetCore.Components;

namespace KitchenDisplay.Web.Doors;

/// <summary>The addresses of the ways in.</summary>
public static class DoorPaths
{
    /// <summary>The root certificate of the house's own authority.</summary>
    public const string Root = "/house.crt";

    /// <summary>The way in that leads back to where somebody is now.</summary>
    public static string SignIn(NavigationManager addresses) => SignIn(new Uri(addresses.Uri).PathAndQuery);

    /// <param name="next">Where it leads.</param>
    public static string SignIn(string next) => $"/sign-in?next={Uri.EscapeDataString(next)}";

    /// <summary>An address of this app and no other one; the start page for whatever else was given.</summary>
    public static string Own(string? next) => next is ['/', not ('/' or '\\'), ..] && !next.Any(char.IsControl) ? next : "/";
}
