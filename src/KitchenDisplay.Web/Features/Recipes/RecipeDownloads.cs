using System.Text;
using KitchenDisplay.Core.Availability;
using KitchenDisplay.Core.Recipes;
using KitchenDisplay.Core.Recipes.Exchange;
using KitchenDisplay.Core.Recipes.Search;
using KitchenDisplay.Web.Doors;
using Microsoft.AspNetCore.Http.Features;

namespace KitchenDisplay.Web.Features.Recipes;

/// <summary>Recipes as files, written while they are read.</summary>
public static class RecipeDownloads
{
    /// <summary>What a file may be, by its ending.</summary>
    public static readonly IReadOnlyDictionary<string, RecipeFormat> Endings = new Dictionary<string, RecipeFormat> { ["md"] = RecipeFormat.Markdown, ["jsonld"] = RecipeFormat.JsonLd, ["json"] = RecipeFormat.Json, ["csv"] = RecipeFormat.Csv };

    /// <summary>What a person calls it.</summary>
    public static string Name(RecipeFormat format) => format switch
    {
        RecipeFormat.Markdown => "Markdown",
        RecipeFormat.JsonLd => "JSON-LD",
        RecipeFormat.Json => "KitchenDisplay JSON",
        _ => "CSV",
    };

    public static void MapRecipeDownloads(this WebApplication app)
    {
        app.MapGroup("").May(nameof(EightySixIt)).MapGet("/recipes/export/{id:guid}.{ending}", async (Guid id, string ending, RecipeExport export, CancellationToken cancel) =>
            Endings.TryGetValue(ending, out var format) && await export.FindAsync(id, cancel) is { } recipe ? File(One(recipe), format, RecipeFiles.Name(recipe.Title), isOne: true) : Results.NotFound());
        app.MapGroup("").May(nameof(EightySixIt)).MapGet("/recipes/export.{ending}", (string ending, HttpContext http, RecipeExport export) =>
            Endings.TryGetValue(ending == "zip" ? "md" : ending, out var format) ? Found(export, SearchAddress.Read($"http://here/{http.Request.QueryString}"), format, http) : Results.NotFound());
    }

    private static IResult Found(RecipeExport export, SearchWish wish, RecipeFormat format, HttpContext http)
    {
        // A .zip that cannot be rewound writes the heads of its files without waiting, and the server would break off.
        if (format == RecipeFormat.Markdown && http.Features.Get<IHttpBodyControlFeature>() is { } body) body.AllowSynchronousIO = true;
        return File(export.OfAsync(wish, http.RequestAborted), format, "recipes", isOne: false);
    }

    private static IResult File(IAsyncEnumerable<RecipeText> recipes, RecipeFormat format, string name, bool isOne) =>
        Results.Stream(to => WriteAsync(recipes, format, to, isOne), Type(format, isOne), $"{name}.{(format == RecipeFormat.Markdown && !isOne ? "zip" : Endings.First(e => e.Value == format).Key)}");

    private static async Task WriteAsync(IAsyncEnumerable<RecipeText> recipes, RecipeFormat format, Stream to, bool isOne)
    {
        if (format == RecipeFormat.Csv) await CsvRecipes.WriteAsync(recipes, to);
        else if (isOne) await to.WriteAsync(Encoding.UTF8.GetBytes(Write(await recipes.SingleAsync(), format)));
        else if (format == RecipeFormat.Markdown) await MarkdownRecipes.WriteZipAsync(recipes, to);
        else await (format == RecipeFormat.JsonLd ? JsonLdRecipes.WriteAsync(recipes, to) : JsonRecipes.WriteAsync(recipes, to));
    }

    private static string Write(RecipeText recipe, RecipeFormat format) => format switch
    {
        RecipeFormat.Markdown => MarkdownRecipes.Write(recipe),
        RecipeFormat.JsonLd => JsonLdRecipes.Write(recipe),
        _ => JsonRecipes.Write(recipe),
    };

    private static string Type(RecipeFormat format, bool isOne) => format switch
    {
        RecipeFormat.Markdown => isOne ? "text/markdown; charset=utf-8" : "application/zip",
        RecipeFormat.JsonLd => "application/ld+json",
        RecipeFormat.Json => "application/json",
        _ => "text/csv; charset=utf-8",
    };

    private static IAsyncEnumerable<RecipeText> One(RecipeText recipe) => new[] { recipe }.ToAsyncEnumerable();
}
