using KitchenDisplay.Core.Recipes.Writing;
using Microsoft.AspNetCore.Components;
using Microsoft.JSInterop;

namespace KitchenDisplay.Web.Features.Recipes.Writing;

/// <summary>Keeps in the browser what somebody writes, until it is saved.</summary>
/// <param name="name">Under which the browser keeps it.</param>
public sealed class KeptInBrowser(IJSRuntime browser, string address, string name)
{
    private IJSObjectReference? script, watching;

    /// <summary>What was kept; null for nothing.</summary>
    public async Task<KeptRecipe?> LoadAsync()
    {
        script = await browser.InvokeAsync<IJSObjectReference>("import", address);
        return KeptRecipe.Read(await script.InvokeAsync<string?>("load", name));
    }

    /// <summary>From now on each letter is kept.</summary>
    public async Task WatchAsync(ElementReference form, OpenRecipe recipe)
    {
        if (script is not null && watching is null) watching = await script.InvokeAsync<IJSObjectReference>("watch", form, name, About(recipe));
    }

    /// <summary>Keeps what is not in a box: what lines are linked to, and which version was opened.</summary>
    public async Task TellAsync(OpenRecipe recipe)
    {
        if (watching is not null) await watching.InvokeVoidAsync("tell", About(recipe));
    }

    /// <summary>It is saved, or nobody wants it any more.</summary>
    public async Task ForgetAsync()
    {
        if (script is not null) await script.InvokeVoidAsync("forget", name);
    }

    /// <summary>Brings into view why it was not saved.</summary>
    public async Task ShowAsync()
    {
        if (watching is not null) await watching.InvokeVoidAsync("show");
    }

    /// <summary>True if the person says yes.</summary>
    public async Task<bool> AskAsync(string question) => script is null || await script.InvokeAsync<bool>("ask", question);

    private static KeptRecipe About(OpenRecipe recipe) => new(recipe.Opened.RecipeId, recipe.Opened.Version, recipe.Written.Ingredients, recipe.Choices);
}
