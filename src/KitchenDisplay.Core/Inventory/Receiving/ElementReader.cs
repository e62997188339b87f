using KitchenDisplay.Core.Commands;

namespace KitchenDisplay.Core.Inventory.Receiving;

/// <summary>Takes a GS1 code apart into its elements.</summary>
internal static class ElementReader
{
    /// <summary>What ends an element whose length is not fixed: FNC1, which scanners type as this sign.</summary>
    internal const char Separator = '\u001d';

    /// <summary>One after the other, as in the bars.</summary>
    internal static IEnumerable<(ElementKind Kind, ScannedElement Element)> Read(string text)
    {
        for (var at = 0; at < text.Length;)
        {
            if (text[at] == Separator)
            {
                at++;
                continue;
            }
            var kind = ElementKinds.Find(text.AsSpan(at)) ?? throw Unknown(text[at..Math.Min(text.Length, at + 4)]);
            var starts = at + kind.AiLength;
            var ends = text.IndexOf(Separator, starts);
            if (ends < 0) ends = text.Length;
            if (kind.IsFixed) ends = Math.Min(ends, starts + kind.Length);
            yield return (kind, Checked(kind, text[at..starts], text[starts..ends]));
            at = ends;
        }
    }

    /// <summary>With brackets, as people type what stands under the bars.</summary>
    internal static IEnumerable<(ElementKind Kind, ScannedElement Element)> ReadBrackets(string text)
    {
        for (var at = 0; at < text.Length;)
        {
            var starts = text.IndexOf(')', at) + 1;
            var kind = Bracket(text, at) ?? throw Unknown(starts > at ? text[at..starts].Trim('(', ')') : text[at..]);
            var ends = starts;
            while (ends < text.Length && (text[ends] != '(' || text[ends - 1] == '\\' || Bracket(text, ends) is null)) ends++;
            yield return (kind, Checked(kind, text[(at + 1)..(starts - 1)], text[starts..ends].Trim().Replace(@"\(", "(", StringComparison.Ordinal)));
            at = ends;
        }
    }

    private static ElementKind? Bracket(string text, int at)
    {
        var close = text.IndexOf(')', at);
        return text[at] == '(' && close > at && ElementKinds.Find(text.AsSpan(at + 1, close - at - 1)) is { } kind && kind.AiLength == close - at - 1 ? kind : null;
    }

    private static ScannedElement Checked(ElementKind kind, string ai, string value)
    {
        if (value.Length == 0) throw new Refusal("({0}) {1} is empty. Scan the whole label again.", ai, kind.Name);
        if (kind.IsFixed && value.Length < kind.Length) throw new Refusal("({0}) {1} has {2} of {3} digits: {4}. Scan the whole label again.", ai, kind.Name, value.Length, kind.Length, value);
        if (value.Length > kind.Length) throw new Refusal("({0}) {1} is too long: {2}. Does the scanner leave out the separators (FNC1)? Look at its settings, or type the label with brackets.", ai, kind.Name, value);
        if (kind.Form == ElementForm.Text ? !value.All(ElementText.Allows) : !value.All(char.IsAsciiDigit)) throw new Refusal("({0}) {1} holds a sign that does not belong there: {2}. Scan it again.", ai, kind.Name, value);
        if (kind.Form == ElementForm.Key && !CheckDigit.Closes(value)) throw new Refusal("({0}) {1} cannot be right: the last digit of {2} should be {3}. Scan it again, or type it again.", ai, kind.Name, value, CheckDigit.Of(value.AsSpan(..^1)));
        return new(ai, value);
    }

    private static Refusal Unknown(string where) => new("“{0}” begins no part of a label that is known. Scan it again, or type the number under the bars.", where);
}
