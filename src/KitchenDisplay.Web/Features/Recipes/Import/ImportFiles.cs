using KitchenDisplay.Core.Recipes.Exchange;
using Microsoft.AspNetCore.Components.Forms;
using Microsoft.JSInterop;

namespace KitchenDisplay.Web.Features.Recipes.Import;

/// <summary>Reads the files that somebody has chosen on a device. They come here, are read and forgotten.</summary>
public static class ImportFiles
{
    public const int Most = 1000;

    /// <summary>What a browser offers to choose.</summary>
    public const string Endings = ".md,.markdown,.txt,.json,.jsonld,.csv,.tsv,.zip,.html,.htm";

    /// <summary>Every recipe of a file, and what cannot be read.</summary>
    public static async Task<IReadOnlyList<RecipeRead>> ReadAsync(IBrowserFile file)
    {
        if (file.Size > RecipeReader.MostBytes) return [new(file.Name, null, [new("", "", new("The file is larger than {0} MB.", RecipeReader.MostBytes >> 20), new("Divide it into several files."))])];
        try
        {
            await using var stream = file.OpenReadStream(RecipeReader.MostBytes);
            using var memory = new MemoryStream();
            await stream.CopyToAsync(memory);
            // It may take a second, in which the page has to stay alive.
            return await Task.Run(() => RecipeReader.Read(memory.ToArray(), file.Name).Take(ImportSheet.Most + 1).ToList());
        }
        catch (Exception broken) when (broken is IOException or JSException or OperationCanceledException or TimeoutException)
        {
            return [new(file.Name, null, [new("", "", new("The file did not arrive."), new("Choose it again."))])];
        }
    }
}
