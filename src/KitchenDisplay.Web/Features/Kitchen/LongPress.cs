using Microsoft.AspNetCore.Components;

namespace KitchenDisplay.Web.Features.Kitchen;

/// <summary>Makes <c>@onlongpress</c> known to Razor: the browser's script raises it when a finger or a key has rested for 600 ms.</summary>
[EventHandler("onlongpress", typeof(EventArgs), enableStopPropagation: false, enablePreventDefault: false)]
public static class EventHandlers;
