using KitchenDisplay.Core.Kitchen;
using Microsoft.AspNetCore.Components;

namespace KitchenDisplay.Web.Features.Kitchen;

/// <summary>What all cards of a wall have in common. It stays the same object, so that a card need not render when only the wall does.</summary>
/// <param name="IsEveryStation">Whether the wall shows the work of all stations.</param>
/// <param name="TimeOfDay">A moment as the restaurant's clocks show it.</param>
/// <param name="Touch">A row was touched.</param>
/// <param name="Bump">The head was touched.</param>
/// <param name="Confirm">The allergies were touched.</param>
/// <param name="Open">More is to be done than a touch can say.</param>
/// <param name="Recipe">Somebody asks how it is made.</param>
/// <param name="Call">A key was pressed for it.</param>
public sealed record CardHost(
    bool IsEveryStation, Func<DateTimeOffset, string> TimeOfDay,
    EventCallback<RowTouch> Touch, EventCallback<Card> Bump, EventCallback<Card> Confirm, EventCallback<Card> Open, EventCallback<Card> Recipe, EventCallback<CalledCard> Call);
