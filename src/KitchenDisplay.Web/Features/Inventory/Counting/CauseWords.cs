using KitchenDisplay.Core.Inventory.Counting;
using Microsoft.Extensions.Localization;

namespace KitchenDisplay.Web.Features.Inventory.Counting;

/// <summary>Causes as people call them.</summary>
public static class CauseWords
{
    public static string Of(IStringLocalizer<Texts> t, VarianceCause cause) => cause switch
    {
        VarianceCause.Waste => t["Waste"],
        VarianceCause.Portioning => t["Portioning"],
        VarianceCause.UnmappedSales => t["Unmapped sales"],
        VarianceCause.Receiving => t["Receiving"],
        VarianceCause.Count => t["Last count"],
        _ => t["Unknown"],
    };
}
