using KitchenDisplay.Core.Words;

namespace KitchenDisplay.Core.Inventory.Catalogue;

/// <summary>Something that could be typed next.</summary>
/// <param name="Text">For the piece that is typed now.</param>
/// <param name="Share">In which part of the items it is so; 0 when nobody knows.</param>
/// <param name="IsWhole">Whether the condition is whole with it.</param>
public sealed record FilterProposal(string Text, double Share, bool IsWhole);

/// <summary>What a filter can name: out of what the items hold.</summary>
public sealed class ItemNames(ItemCensus census)
{
    private const int Most = 8;

    /// <summary>The attributes that items have, the most common first, and whether they have values or only hold others.</summary>
    public async Task<IReadOnlyList<(string Path, double Share, bool HasValues)>> AttributesAsync(CancellationToken cancel = default)
    {
        var known = await census.ReadAsync(cancel);
        var valued = known.Values.Select(v => v.Path).ToHashSet();
        return [.. known.Paths.OrderByDescending(p => p.Value).ThenBy(p => p.Key, StringComparer.Ordinal).Select(p => (p.Key, p.Value, valued.Contains(p.Key)))];
    }

    /// <summary>Whether most values of an attribute are numbers.</summary>
    public async Task<AttributeKind> KindAsync(string path, CancellationToken cancel = default)
    {
        var values = (await census.ReadAsync(cancel)).Values.Where(v => v.Path == path).ToList();
        return values.Count > 0 && values.Count(v => double.TryParse(v.Text, System.Globalization.CultureInfo.InvariantCulture, out _)) * 2 > values.Count ? AttributeKind.Number : AttributeKind.Text;
    }

    /// <summary>What the last piece of a filter's text could become.</summary>
    public async Task<IReadOnlyList<FilterProposal>> ProposeAsync(string typed, CancellationToken cancel = default)
    {
        var known = await census.ReadAsync(cancel);
        var piece = typed[(typed.LastIndexOf(' ') + 1)..];
        var minus = piece.StartsWith('-') ? "-" : "";
        var text = piece[minus.Length..];
        if (text.Length == 0) return [];
        var sign = text.IndexOf(':', StringComparison.Ordinal);
        if (sign < 0)
            return [.. KnownFields.All.Select(f => (Name: f, Share: 0d)).Concat(known.Paths.Select(p => (Name: p.Key, Share: p.Value)))
                .Where(n => n.Name.StartsWith(text, StringComparison.OrdinalIgnoreCase)).OrderByDescending(n => n.Share).Take(Most).Select(n => new FilterProposal($"{minus}{Quoted(n.Name)}:", n.Share, false))];
        var (name, begun) = (text[..sign].Trim('"'), text[(sign + 1)..].Split('|')[^1].TrimStart('"'));
        var before = $"{minus}{text[..(sign + 1)]}{string.Concat(text[(sign + 1)..].Split('|')[..^1].Select(v => $"{v}|"))}";
        IEnumerable<(string Value, double Share)> values = name switch
        {
            "has" => known.Paths.Select(p => (p.Key, p.Value)),
            KnownFields.State => KnownFields.States.Select(s => (s, 0d)),
            KnownFields.Category => known.Categories.Select(c => (c.Key, c.Value)),
            KnownFields.Place or KnownFields.Supplier => known.Names[name].Select(n => (n, 0d)),
            _ => known.Values.Where(v => v.Path == name).Select(v => (v.Text, v.Share)),
        };
        return [.. values.Where(v => Folding.Fold(v.Value).StartsWith(Folding.Fold(begun).Trim(), StringComparison.Ordinal)).OrderByDescending(v => v.Share).ThenBy(v => v.Value, StringComparer.Ordinal).Take(Most)
            .Select(v => new FilterProposal($"{before}{Quoted(v.Value)}", v.Share, true))];
    }

    private static string Quoted(string value) => value.Any(c => char.IsWhiteSpace(c) || c is '|' or ':' or '<' or '>' or '~') ? $"\"{value}\"" : value;
}
