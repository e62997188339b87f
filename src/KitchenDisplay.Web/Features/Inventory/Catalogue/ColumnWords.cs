using System.Text.Json.Nodes;
using KitchenDisplay.Core.Inventory.Catalogue;
using Microsoft.Extensions.Localization;

namespace KitchenDisplay.Web.Features.Inventory.Catalogue;

/// <summary>The columns of a list of items: fields that every item has, and attributes by their paths.</summary>
public static class ColumnWords
{
    /// <summary>What stands above it.</summary>
    public static string Of(string column, IStringLocalizer words) => column switch
    {
        KnownFields.Code => words["Code"],
        KnownFields.Category => words["Category"],
        var path => path,
    };

    /// <summary>What an item says in it; empty for nothing.</summary>
    public static string Value(ItemRow row, string column) => column switch
    {
        KnownFields.Code => row.Code ?? "",
        KnownFields.Category => row.Category ?? "",
        var path => Find(row, path).Text,
    };

    /// <summary>What is to be set when somebody types this.</summary>
    public static ItemPatch Patch(ItemRow row, string column, string typed) => column is KnownFields.Code or KnownFields.Category ? ItemPatch.Field(column, typed) : ItemPatch.Attribute(column, Find(row, column).Typed(typed));

    private static Fact Find(ItemRow row, string path)
    {
        var node = JsonNode.Parse(row.Attributes);
        foreach (var key in path.Split('.')) node = (node as JsonObject)?[key];
        return new(path, null, node?.ToJsonString());
    }
}
