using KitchenDisplay.Core.Menu;
using KitchenDisplay.Core.Ordering;

namespace KitchenDisplay.Web.Features.Ordering;

/// <summary>How modifiers read in one line: "medium rare · + bone marrow · NO butter".</summary>
public static class ModifierText
{
    public static string Of(IEnumerable<LineModifier> modifiers) => string.Join(" · ", modifiers.Select(m => Of(m.Name, m.Kind)));

    public static string Of(string name, ModifierKind kind) => kind switch
    {
        ModifierKind.Extra => $"+ {name}",
        ModifierKind.No => $"NO {name}",
        _ => name,
    };
}
