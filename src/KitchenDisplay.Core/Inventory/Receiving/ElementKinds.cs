namespace KitchenDisplay.Core.Inventory.Receiving;

/// <summary>The elements that are known: those that say something of a delivery, and those that are read over.</summary>
public static class ElementKinds
{
    private static readonly Dictionary<string, ElementKind> byAi = All().ToDictionary(k => k.Ai);

    /// <summary>The element that begins here; null for an identifier that nobody knows.</summary>
    public static ElementKind? Find(ReadOnlySpan<char> text)
    {
        var known = byAi.GetAlternateLookup<ReadOnlySpan<char>>();
        for (var length = 2; length <= 4 && length <= text.Length; length++)
            if (known.TryGetValue(text[..length], out var kind)) return text.Length >= kind.AiLength && (!kind.HasPoint || char.IsAsciiDigit(text[length])) ? kind : null;
        return null;
    }

    private static IEnumerable<ElementKind> All() =>
    [
        new("00", "shipping unit", ElementForm.Key, 18), new("01", "product", ElementForm.Key, 14), new("02", "content", ElementForm.Key, 14),
        new("10", "lot", ElementForm.Text, 20, false),
        new("11", "production date", ElementForm.Date, 6), new("12", "due date", ElementForm.Date, 6), new("13", "packaging date", ElementForm.Date, 6),
        new("15", "best before", ElementForm.Date, 6), new("16", "sell by", ElementForm.Date, 6), new("17", "use by", ElementForm.Date, 6),
        new("20", "variant", ElementForm.Digits, 2), new("21", "serial number", ElementForm.Text, 20, false), new("22", "variant", ElementForm.Text, 20, false),
        new("30", "pieces", ElementForm.Digits, 8, false), new("37", "count", ElementForm.Digits, 8, false),
        // Net weights and volumes, other sizes, gross ones.
        .. Ais(310, 316).Concat(Ais(320, 337)).Concat(Ais(340, 357)).Concat(Ais(360, 369)).Select(ai => new ElementKind(ai, "measure", ElementForm.Decimals, 6)),
        new("390", "amount", ElementForm.Decimals, 15, false), new("391", "amount", ElementForm.DecimalsInCurrency, 18, false),
        new("392", "price", ElementForm.Decimals, 15, false), new("393", "price", ElementForm.DecimalsInCurrency, 18, false),
        new("394", "discount", ElementForm.Decimals, 4), new("395", "price per unit", ElementForm.Decimals, 6),
        .. Ais(235, 235).Concat(Ais(240, 243)).Concat(Ais(250, 251)).Concat(Ais(253, 255)).Concat(Ais(400, 401)).Append("403").Concat(Ais(420, 421)).Concat(Ais(423, 427)).Select(Other),
        new("402", "shipment", ElementForm.Key, 17), new("422", "origin", ElementForm.Digits, 3),
        .. Ais(410, 417).Select(ai => new ElementKind(ai, "location", ElementForm.Key, 13)),
        .. Ais(4300, 4333).Concat(Ais(7001, 7011)).Concat(Ais(7020, 7023)).Concat(Ais(7030, 7042)).Concat(Ais(7230, 7259)).Concat(Ais(8001, 8013)).Concat(Ais(8017, 8020)).Append("8026").Append("8030").Concat(Ais(8110, 8112)).Append("8200").Select(Other),
        .. Ais(90, 99).Select(Other),
    ];

    private static IEnumerable<string> Ais(int from, int to) => Enumerable.Range(from, to - from + 1).Select(ai => $"{ai}");

    private static ElementKind Other(string ai) => new(ai, "information", ElementForm.Text, 90, false);
}
