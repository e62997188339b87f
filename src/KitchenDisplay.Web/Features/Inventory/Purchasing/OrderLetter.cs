using KitchenDisplay.Core.House;
using KitchenDisplay.Core.Inventory.Purchasing;
using Microsoft.Extensions.Localization;

namespace KitchenDisplay.Web.Features.Inventory.Purchasing;

/// <summary>An order as a mail that the person's own program sends.</summary>
internal static class OrderLetter
{
    // Longer addresses are cut off by some systems, and half an order is worse than none.
    private const int Longest = 1900;

    /// <summary>A link that opens the mail, ready to be sent; null when nobody knows the supplier's address.</summary>
    internal static string? Link(IStringLocalizer t, OrderSheet sheet, Restaurant? house)
    {
        if (sheet.Supplier.Email is not { } to) return null;
        var head = $"mailto:{Uri.EscapeDataString(to).Replace("%40", "@", StringComparison.Ordinal)}?subject={Uri.EscapeDataString(Subject(t, sheet, house))}&body=";
        var whole = head + Uri.EscapeDataString(Text(t, sheet, house, Lines(sheet)));
        return whole.Length <= Longest ? whole : head + Uri.EscapeDataString(Text(t, sheet, house, [t["The order has {0} lines; you find them in the file with this mail.", sheet.Order.Lines.Count]]));
    }

    internal static string Subject(IStringLocalizer t, OrderSheet sheet, Restaurant? house) => t["Order {0} of {1}", sheet.Order.Number, house?.Name ?? ""];

    /// <summary>One line for each item: code, packs, name.</summary>
    internal static IEnumerable<string> Lines(OrderSheet sheet) => sheet.Order.Lines.Select(l => $"{l.Packs} x {l.PackWord}  {sheet.Item(l).Name}{(l.Code is null ? "" : $"  [{l.Code}]")}");

    private static string Text(IStringLocalizer t, OrderSheet sheet, Restaurant? house, IEnumerable<string> lines) => string.Join("\r\n",
    [
        Subject(t, sheet, house),
        .. sheet.Supplier.CustomerNumber is { } number ? new[] { t["Customer number {0}", number].Value } : [],
        .. sheet.Order.DeliverOn is { } day ? new[] { t["Please deliver on {0}.", PurchasingWords.Weekday(day)].Value } : [],
        "", .. lines, "", .. sheet.Order.Note is { } note ? new[] { note, "" } : [], house?.Name ?? "",
    ]);
}
