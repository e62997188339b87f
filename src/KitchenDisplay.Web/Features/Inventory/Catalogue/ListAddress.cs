using System.Globalization;
using KitchenDisplay.Core.Inventory.Catalogue;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.WebUtilities;

namespace KitchenDisplay.Web.Features.Inventory.Catalogue;

/// <summary>What a list of items shows, as an address holds it.</summary>
/// <param name="Filter">In its text form.</param>
/// <param name="Order">A field or the path of a promoted attribute, “-” before it for the other direction.</param>
/// <param name="Columns">Besides the name.</param>
/// <param name="At">About which item the page begins with; 1 for the first.</param>
public sealed record ListAddress(string Filter, string Order, IReadOnlyList<string> Columns, long At)
{
    public const string ByName = "name";

    /// <summary>What a list shows until somebody chooses.</summary>
    public static IReadOnlyList<string> Usual { get; } = [KnownFields.Code, KnownFields.Category];

    public bool IsDescending => Order.StartsWith('-');

    /// <summary>The field or path without its direction.</summary>
    public string By => Order.TrimStart('-');

    public static ListAddress Read(string address)
    {
        var query = QueryHelpers.ParseQuery(new Uri(address).Query);
        var columns = One("show");
        return new(One("q") ?? "", One("sort") is { Length: > 0 } order ? order : ByName, columns is null ? Usual : columns.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries),
            long.TryParse(One("at"), CultureInfo.InvariantCulture, out var at) && at > 0 ? at : 1);

        string? One(string name) => query.GetValueOrDefault(name).FirstOrDefault();
    }

    public string Of(NavigationManager addresses) => addresses.GetUriWithQueryParameters(new Dictionary<string, object?>
    {
        ["q"] = Filter.Length == 0 ? null : Filter,
        ["sort"] = Order == ByName ? null : Order,
        ["show"] = Columns.SequenceEqual(Usual) ? null : string.Join(',', Columns),
        ["at"] = At > 1 ? At : null,
    });

    /// <summary>The order in which items come; by name when the attribute is not promoted.</summary>
    public ItemOrder OrderOf(IReadOnlyList<Promotion> promoted) => By switch
    {
        ByName => new(SortBy.Name, null, IsDescending),
        KnownFields.Code => new(SortBy.Code, null, IsDescending),
        KnownFields.Category => new(SortBy.Category, null, IsDescending),
        var path => promoted.FirstOrDefault(p => p.Name == path && p.State == PromotionState.Ready) is { } promotion ? new(SortBy.Attribute, promotion, IsDescending) : ItemOrder.ByName,
    };
}
