using KitchenDisplay.Core.Commands;
using KitchenDisplay.Core.Recipes.Versions;

namespace KitchenDisplay.Core.Recipes.Writing;

/// <summary>A recipe on somebody's desk: what was opened, what is typed, and what its lines are for the stock.</summary>
public sealed class OpenRecipe
{
    private readonly Larder larder;
    private readonly List<LineChoice?> choices = [];
    private IReadOnlyList<LineChoice?> openedChoices = [];
    private WrittenRecipe openedWritten = new();

    /// <param name="opened">Null for one that nobody has written yet.</param>
    /// <param name="newId">Its id, if it is a new one.</param>
    public OpenRecipe(Larder larder, RecipeAt? opened, Guid newId)
    {
        this.larder = larder;
        Opened = opened ?? new(newId, 0, default, null, 0, "", new RecipeText(""), []);
        Open(Opened);
    }

    /// <summary>The version that what is typed is based on; 0 when there is none.</summary>
    public RecipeAt Opened { get; private set; }
    public WrittenRecipe Written { get; private set; } = new();

    /// <summary>The ingredients as they were understood.</summary>
    public IReadOnlyList<IngredientGroup> Groups { get; private set; } = [];

    /// <summary>The steps as they were understood.</summary>
    public IReadOnlyList<MethodSection> Sections { get; private set; } = [];

    /// <summary>What has been said of each line, in their order.</summary>
    public IReadOnlyList<LineChoice?> Choices => choices;

    public bool IsNew => Opened.Version == 0 && Opened.Text.Title.Length == 0;

    public bool IsChanged => Written != openedWritten || !choices.SequenceEqual(openedChoices);

    /// <summary>The lines with what they are for the stock, as far as the larder has been asked.</summary>
    public IReadOnlyList<LinkedLine> Lines { get; private set; } = [];

    /// <summary>Somebody has typed.</summary>
    public Task TypeAsync(WrittenRecipe written)
    {
        var before = Texts();
        var old = choices.ToList();
        Written = written;
        Read();
        choices.Clear();
        choices.AddRange(SameLine.Of(before, Texts()).Select(was => was is { } line ? old[line] : null));
        return LinkAsync();
    }

    /// <summary>Somebody says what a line is for the stock; null leaves it to its name.</summary>
    public Task ChooseAsync(int at, LineChoice? choice)
    {
        // A tap may arrive after its line has gone.
        if (at > choices.Count) return Task.CompletedTask;
        choices[at - 1] = choice;
        return LinkAsync();
    }

    /// <summary>Takes up what was typed before, of which the choices belong to a text that may be a little older.</summary>
    public async Task ResumeAsync(WrittenRecipe written, string choicesOf, IReadOnlyList<LineChoice?> made)
    {
        await TypeAsync(Written with { Ingredients = choicesOf });
        for (var i = 0; i < Math.Min(made.Count, choices.Count); i++) choices[i] = made[i];
        await TypeAsync(written);
    }

    /// <summary>Asks the stock for what lines name.</summary>
    public async Task LinkAsync()
    {
        Link();
        await larder.LearnAsync(Groups.SelectMany(g => g.Lines).Select(LineChoice.NameOf), choices.Select(c => c?.LinkedTo).OfType<Guid>());
        // Somebody may have typed on meanwhile.
        Link();
    }

    private void Link()
    {
        var links = new LineLinks(larder, Opened.RecipeId);
        Lines = [.. Groups.SelectMany(g => g.Lines).Zip(choices, (line, choice) => (line, choice)).Select((l, i) => links.Of(i + 1, l.line, l.choice))];
    }

    /// <summary>Goes on with another version instead; what was typed is gone.</summary>
    public Task TakeAsync(RecipeAt theirs)
    {
        Open(theirs);
        return LinkAsync();
    }

    /// <summary>Puts what was typed on top of another version: of a part that both have changed it counts, what only the other has changed stays.</summary>
    public Task PutOnTopOfAsync(RecipeAt theirs)
    {
        var (mine, mineWas, before, was) = (Written, openedWritten, choices.ToList(), openedChoices);
        Open(theirs);
        if (mine.Ingredients == mineWas.Ingredients && before.SequenceEqual(was)) return TypeAsync(mine.OnTopOf(openedWritten, mineWas));
        return ResumeAsync(mine.OnTopOf(openedWritten, mineWas) with { Ingredients = mine.Ingredients }, mine.Ingredients, before);
    }

    /// <exception cref="Refusal">A field or a line makes no sense; it names every one.</exception>
    public async Task<SaveRecipe> ToSaveAsync(Guid command)
    {
        await LinkAsync();
        var wrong = Lines.Select(l => l.Against).OfType<Sentence>().ToList();
        if (wrong.Count > 0) throw new Refusal(wrong);
        var (text, yield, unit) = TypedFields.Read(Written, Opened);
        return new(command, Opened.RecipeId, text.Title, yield, unit, [.. Lines.Where(l => l.To is not null).Select(l => l.ToSave())], text with { Ingredients = Groups, Method = Sections }, Opened.Version);
    }

    private void Open(RecipeAt opened)
    {
        Opened = opened;
        Written = openedWritten = opened.Text.Title.Length == 0 ? new() { YieldUnit = "servings" } : WrittenRecipe.Of(opened);
        Read();
        choices.Clear();
        choices.AddRange(Groups.SelectMany(g => g.Lines).Select((line, i) => ChoiceOf(line, opened.Lines.FirstOrDefault(l => l.At == i + 1))));
        openedChoices = [.. choices];
    }

    private void Read()
    {
        Groups = TypedLists.Ingredients(Written.Ingredients, Written.Language, Opened.Text.Ingredients.SelectMany(g => g.Lines));
        Sections = TypedLists.Steps(Written.Steps, Opened.Text.Method.SelectMany(s => s.Steps));
    }

    private List<string> Texts() => [.. Groups.SelectMany(g => g.Lines.Select(l => l.Text))];

    // What stood as text yesterday is not linked by opening it.
    private static LineChoice ChoiceOf(IngredientLine line, SavedRecipeLine? saved)
    {
        if (saved is null) return new(LineChoice.NameOf(line), null, null);
        var isAsWritten = saved.Quantity == line.Quantity && saved.Unit == line.Unit;
        return new(LineChoice.NameOf(line), saved.ItemId, saved.SubRecipeId, isAsWritten ? "" : TypedFields.Write(saved.Quantity), isAsWritten ? "" : saved.Unit, TypedFields.Write(saved.Usable * 100));
    }
}
