using System.Globalization;
using FsCheck;
using FsCheck.Fluent;
using KitchenDisplay.Core.Inventory;
using KitchenDisplay.Core.Inventory.Receiving;

namespace KitchenDisplay.Tests.Core.Inventory.Receiving;

/// <summary>What a supplier prints, and how scanners type it.</summary>
internal sealed record PrintedLabel(string Gtin, string? Lot, string? Serial, DateOnly? UseBy, DateOnly? BestBefore, decimal? Kilograms, int? Count, int Order)
{
    private static readonly string[] neverEnded = ["01", "17", "15"];

    /// <summary>The elements in one of many orders.</summary>
    public IReadOnlyList<ScannedElement> Elements => [.. All().Select((e, i) => (Element: e, Key: (i * 7 + Order) % 11)).OrderBy(e => e.Key).ThenBy(e => e.Element.Ai, StringComparer.Ordinal).Select(e => e.Element)];

    /// <summary>As FNC1 is typed by most: before the first one, and behind each whose length is not fixed.</summary>
    public string Raw(string prefix, string separator) => prefix + string.Concat(Elements.Select((e, i) => e.Ai + e.Value + (i < Elements.Count - 1 && !IsFixed(e) ? separator : "")));

    private static bool IsFixed(ScannedElement element) => neverEnded.Contains(element.Ai) || element.Ai.StartsWith("310", StringComparison.Ordinal);

    private IEnumerable<ScannedElement> All()
    {
        yield return new("01", Gtin);
        if (Lot is not null) yield return new("10", Lot);
        if (Serial is not null) yield return new("21", Serial);
        if (UseBy is { } useBy) yield return new("17", ElementDate.Write(useBy));
        if (BestBefore is { } best) yield return new("15", ElementDate.Write(best));
        if (Kilograms is { } weight) yield return new("3103", ((int)(weight * 1000)).ToString("000000", CultureInfo.InvariantCulture));
        if (Count is { } count) yield return new("37", $"{count}");
    }

    public override string ToString() => ElementText.Write(Elements);
}

internal static class LabelPress
{
    private const string Signs = "!\"%&'()*+,-./0123456789:;<=>?ABCDEFGHIJKLMNOPQRSTUVWXYZ_abcdefghijklmnopqrstuvwxyz";

    public static readonly DateOnly Today = new(2026, 7, 14);

    /// <summary>Any label with a product on it.</summary>
    public static Arbitrary<PrintedLabel> Labels() => Arb.From(
        from gtin in Gtins()
        from lot in Maybe(Text())
        from serial in Maybe(Text())
        from useBy in Maybe(Days())
        from best in Maybe(Days())
        from grams in Gen.Choose(0, 999_999)
        from isWeighed in Gen.Elements(true, false)
        from count in Gen.Choose(0, 99_999_999)
        from order in Gen.Choose(0, 10)
        select new PrintedLabel(gtin, lot, serial, useBy.Day, best.Day, isWeighed ? grams / 1000m : null, count > 90_000_000 ? null : count, order));

    public static Gen<string> Gtins() => from digits in Gen.ArrayOf(Gen.Choose(0, 9), 13) let text = string.Concat(digits) select text + CheckDigit.Of(text);

    private static Gen<string> Text() => from length in Gen.Choose(1, 20) from signs in Gen.ArrayOf(Gen.Elements(Signs.ToCharArray()), length) select new string(signs);

    private static Gen<(DateOnly? Day, int _)> Days() => from days in Gen.Choose(-49 * 365, 49 * 365) select ((DateOnly?)Today.AddDays(days), days);

    private static Gen<T?> Maybe<T>(Gen<T> some) => from value in some from isThere in Gen.Elements(true, true, false) select isThere ? value : default;
}
