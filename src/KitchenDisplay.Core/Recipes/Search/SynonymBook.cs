using KitchenDisplay.Core.Commands;
using KitchenDisplay.Core.Data;
using KitchenDisplay.Core.Staff;
using KitchenDisplay.Core.Words;
using Microsoft.EntityFrameworkCore;

namespace KitchenDisplay.Core.Recipes.Search;

/// <summary>Which words mean the same. This node's search knows a change at once, every other one within a minute.</summary>
public sealed class SynonymBook(CommandBook book, IDbContextFactory<KitchenContext> contexts, RecipeCorpus corpus)
{
    /// <summary>Every group, by its first word.</summary>
    public async Task<IReadOnlyList<Synonym>> GroupsAsync(CancellationToken cancel = default)
    {
        await using var db = await contexts.CreateDbContextAsync(cancel);
        return [.. (await db.Synonyms.AsNoTracking().ToListAsync(cancel)).OrderBy(s => s.Words.FirstOrDefault(), StringComparer.Ordinal).ThenBy(s => s.Id)];
    }

    /// <summary>Adds a group or changes it.</summary>
    /// <exception cref="Refusal">A word cannot be one, stands there twice, or in another group; or somebody else has changed the group meanwhile.</exception>
    public async Task<SynonymsSaved> SaveAsync(SaveSynonyms command, Actor actor, CancellationToken cancel = default)
    {
        var saved = await book.CarryOutAsync(command, actor, async (db, _, ct) =>
        {
            await AloneAsync(db, ct);
            var words = Check(command);
            var others = await db.Synonyms.AsNoTracking().Where(s => s.Id != command.GroupId).ToListAsync(ct);
            var taken = words.SelectMany(w => others.Where(o => o.Words.Contains(w)).Select(o => new Sentence("“{0}” already means the same as {1}. Add the others there.", w, string.Join(", ", o.Words.Where(x => x != w))))).ToList();
            if (taken.Count > 0) throw new Refusal(taken);
            var group = await db.Synonyms.SingleOrDefaultAsync(s => s.Id == command.GroupId, ct);
            if (command.Was is { } was && !was.SequenceEqual(group?.Words ?? [])) throw new Refusal("Somebody has changed these words meanwhile: {0}. Reload the page and look at them.", group is null ? "–" : string.Join(", ", group.Words));
            if (group is null) db.Add(group = new Synonym { Id = command.GroupId, Words = [] });
            group.Words = words;
            return new SynonymsSaved(words);
        }, cancel);
        corpus.Forget();
        return saved;
    }

    /// <summary>Takes a group away.</summary>
    public async Task<SynonymsRemoved> RemoveAsync(RemoveSynonyms command, Actor actor, CancellationToken cancel = default)
    {
        var removed = await book.CarryOutAsync(command, actor, async (db, _, ct) =>
        {
            await AloneAsync(db, ct);
            var group = await db.Synonyms.SingleOrDefaultAsync(s => s.Id == command.GroupId, ct) ?? throw new Refusal("These words have been taken away already.");
            db.Remove(group);
            return new SynonymsRemoved(group.Words);
        }, cancel);
        corpus.Forget();
        return removed;
    }

    // Two who add the same word to two groups at once would both find it free.
    private static Task<int> AloneAsync(KitchenContext db, CancellationToken cancel) => db.Database.ExecuteSqlAsync($"select pg_advisory_xact_lock(hashtext('kitchendisplay.synonyms'))", cancel);

    private static string[] Check(SaveSynonyms command)
    {
        if (command.GroupId == Guid.Empty) throw new Refusal("Words without a number cannot be saved. Reload the page and try again.");
        var typed = command.Words.Select(w => (w ?? "").Trim()).ToList();
        var wrong = typed.Select(Against).OfType<Sentence>().ToList();
        if (wrong.Count > 0) throw new Refusal(wrong);
        var words = typed.Select(w => string.Join(' ', Folding.Words(w))).ToArray();
        var twice = words.GroupBy(w => w).Where(g => g.Count() > 1).Select(g => new Sentence("“{0}” stands there twice.", g.Key)).ToList();
        if (twice.Count > 0) throw new Refusal(twice);
        if (words.Length is < 2 or > SaveSynonyms.MaxWords) throw new Refusal("Write 2 to {0} words that mean the same.", SaveSynonyms.MaxWords);
        return words;
    }

    private static Sentence? Against(string word) => word switch
    {
        "" => new("A word is empty. Write it, or take it away."),
        { Length: > SaveSynonyms.MaxWord } => new("“{0}…” is longer than {1} letters.", word[..20], SaveSynonyms.MaxWord),
        // A hyphen and an apostrophe part words for the search as a blank does.
        _ when !word.All(c => char.IsLetterOrDigit(c) || c is ' ' or '-' or '\'' or '’') || !Folding.Words(word).Any() => new("“{0}” has signs that no word has. Write letters, digits and blanks only.", word),
        _ => null,
    };
}
