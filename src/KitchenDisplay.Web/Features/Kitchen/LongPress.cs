using Microsoft.AspNetCore.Components;

namespace KitchenDisplay.Web.Features.Kitchen;

/// <summary>Makes events known to Razor that the browser's scripts raise: <c>longpress</c> when a finger or a key has rested for 600 ms, and the keys of a bump bar that mean the chosen ticket.</summary>
[EventHandler("onlongpress", typeof(EventArgs), enableStopPropagation: false, enablePreventDefault: false)]
[EventHandler("onkitchenhold", typeof(EventArgs), enableStopPropagation: false, enablePreventDefault: false)]
[EventHandler("onkitchenfire", typeof(EventArgs), enableStopPropagation: false, enablePreventDefault: false)]
[EventHandler("onkitchenrush", typeof(EventArgs), enableStopPropagation: false, enablePreventDefault: false)]
[EventHandler("onkitchenrecipe", typeof(EventArgs), enableStopPropagation: false, enablePreventDefault: false)]
public static class EventHandlers;
