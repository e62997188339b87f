using System.Data.Common;
using KitchenDisplay.Core.Recipes.Versions;
using KitchenDisplay.Core.Recipes.Writing;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Routing;

namespace KitchenDisplay.Web.Features.Recipes.Writing;

/// <summary>Where a recipe is written. What is typed is kept by the browser until it is saved.</summary>
public sealed partial class WritePage
{
    private OpenRecipe? recipe;
    private KeptInBrowser keeping = default!;
    private KeptRecipe? kept, laidAside;
    private RecipeAt? theirs, mine;
    private IReadOnlyDictionary<Guid, string> names = new Dictionary<Guid, string>();
    private ElementReference form;
    private string? problem;
    private bool isMissing, isWatched, isTold = true, isShown = true, isSaved;

    /// <summary>Null for a new recipe.</summary>
    [Parameter]
    public Guid? Id { get; set; }

    private bool IsUnsaved => !isSaved && recipe is { IsChanged: true };

    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (firstRender)
        {
            keeping = new(Browser, $"./{Assets["js/written.js"]}", $"kd-written-{Id?.ToString() ?? "new"}");
            kept = await keeping.LoadAsync();
            if (kept is null) await OpenAsync(Id, null);
            StateHasChanged();
        }
        else if (recipe is not null && kept is null && !isSaved)
        {
            if (!isWatched)
            {
                isWatched = true;
                await keeping.WatchAsync(form, recipe);
            }
            if (!isTold)
            {
                isTold = true;
                await keeping.TellAsync(recipe);
            }
            if (!isShown)
            {
                isShown = true;
                await keeping.ShowAsync();
            }
        }
    }

    private async Task OpenAsync(Guid? id, int? version)
    {
        var opened = id is { } known ? await History.FindAsync(known, version) ?? await History.FindAsync(known) : null;
        isMissing = id is not null && opened is null;
        if (isMissing) return;
        recipe = new(new Larder(Contexts), opened, Guid.CreateVersion7());
        await recipe.LinkAsync();
    }

    private async Task ResumeAsync()
    {
        if (kept is not { Fields: { } fields } was) return;
        await TryAsync(async () =>
        {
            if (Id is null) recipe = new(new Larder(Contexts), null, was.RecipeId);
            else await OpenAsync(Id, was.BasedOn);
            if (recipe is not null) await recipe.ResumeAsync(fields, was.ChoicesOf, was.Choices);
            (kept, isTold) = (null, false);
        });
    }

    private async Task DropAsync()
    {
        kept = null;
        await keeping.ForgetAsync();
        await OpenAsync(Id, null);
    }

    private Task TypeAsync(WrittenRecipe written) => TryAsync(async () =>
    {
        var lines = recipe!.Choices.Count;
        await recipe.TypeAsync(written);
        // The browser keeps the letters by itself; only a new line may put another one's link elsewhere.
        if (recipe.Choices.Count != lines) isTold = false;
    });

    private Task ChooseAsync((int At, LineChoice? Choice) said) => TryAsync(() =>
    {
        isTold = false;
        return recipe!.ChooseAsync(said.At, said.Choice);
    });

    private async Task SaveAsync()
    {
        await DoAsync(async (id, actor) =>
        {
            await Recipes.SaveRecipeAsync(await recipe!.ToSaveAsync(id), actor);
            isSaved = true;
        });
        if (!isSaved && Reasons.Count > 0) await TryAsync(LookForTheirsAsync);
        isShown = isSaved;
        if (!isSaved) return;
        await keeping.ForgetAsync();
        Addresses.NavigateTo($"recipes/{recipe!.Opened.RecipeId}");
    }

    // Somebody else may have saved meanwhile: then both are shown.
    private async Task LookForTheirsAsync()
    {
        (theirs, mine) = (null, null);
        if (await History.FindAsync(recipe!.Opened.RecipeId) is not { } now || now.Version == recipe.Opened.Version) return;
        try
        {
            var save = await recipe.ToSaveAsync(Guid.Empty);
            var written = recipe.Opened with { Yield = save.Yield, YieldUnit = save.YieldUnit, Text = save.Text!, Lines = save.Lines };
            names = await History.NamesAsync([recipe.Opened, now, written]);
            // Both say the same: an answer that was lost, or two of one mind.
            if (RecipeComparison.Of(now, written, NameOf).IsEmpty) isSaved = true;
            else (theirs, mine) = (now, written);
        }
        catch (Core.Commands.Refusal)
        {
            // What makes no sense yet is said first.
        }
    }

    private async Task KeepMineAsync()
    {
        if (theirs is not { } now) return;
        await TryAsync(() => recipe!.PutOnTopOfAsync(now));
        (theirs, mine) = (null, null);
        await SaveAsync();
        isTold = isSaved;
    }

    private async Task TakeTheirsAsync()
    {
        if (theirs is not { } now) return;
        laidAside = new(recipe!.Opened.RecipeId, recipe.Opened.Version, recipe.Written.Ingredients, recipe.Choices.ToList(), recipe.Written);
        await TryAsync(() => recipe.TakeAsync(now));
        (theirs, mine) = (null, null);
        Forget();
        await keeping.ForgetAsync();
    }

    private async Task BringBackAsync()
    {
        kept = laidAside;
        laidAside = null;
        await ResumeAsync();
    }

    private async Task BeforeLeavingAsync(LocationChangingContext leaving)
    {
        if (IsUnsaved && !await keeping.AskAsync(T["This recipe is not saved. Leave it? What you have written is kept in this tab, and offered when you come back."])) leaving.PreventNavigation();
    }

    private async Task TryAsync(Func<Task> what)
    {
        try
        {
            problem = null;
            await what();
        }
        // Npgsql's own, and EF's around it.
        catch (Exception silence) when (silence is DbException or InvalidOperationException)
        {
            problem = T["The database does not answer. Go on writing; nothing is lost."];
        }
    }

    private string NameOf(Guid id) => names.GetValueOrDefault(id, "?");
}
