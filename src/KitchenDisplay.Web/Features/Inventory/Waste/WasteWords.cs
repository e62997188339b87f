using KitchenDisplay.Core.Inventory.Waste;
using Microsoft.Extensions.Localization;

namespace KitchenDisplay.Web.Features.Inventory.Waste;

/// <summary>Why something is thrown away, as people call it.</summary>
public static class WasteWords
{
    public static string Of(IStringLocalizer<Texts> t, WasteReason reason) => reason switch
    {
        WasteReason.Spoiled => t["Spoiled"],
        WasteReason.DateOver => t["Date over"],
        WasteReason.Burnt => t["Burnt"],
        WasteReason.Dropped => t["Dropped"],
        WasteReason.TooMuchMade => t["Too much made"],
        WasteReason.SentBack => t["Sent back"],
        WasteReason.TooWarm => t["Too warm"],
        _ => t["Something else"],
    };
}
