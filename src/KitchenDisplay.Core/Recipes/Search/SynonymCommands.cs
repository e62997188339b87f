using KitchenDisplay.Core.Commands;

namespace KitchenDisplay.Core.Recipes.Search;

/// <summary>Says that these words mean the same to whoever looks for one of them, or are spellings of one.</summary>
/// <param name="GroupId">Made by whoever adds the group.</param>
/// <param name="Was">The words that were shown when somebody began to change them; null for a new group.</param>
public sealed record SaveSynonyms(Guid Id, Guid GroupId, IReadOnlyList<string> Words, IReadOnlyList<string>? Was = null) : Command<SynonymsSaved>(Id)
{
    /// <summary>Letters of a word, or of several together.</summary>
    public const int MaxWord = 60;

    /// <summary>Words that mean the same; each of them is looked for.</summary>
    public const int MaxWords = 20;

    public IReadOnlyList<string> Words { get; init => field = value ?? []; } = Words ?? [];
}

/// <summary>The words, as the search compares them.</summary>
public sealed record SynonymsSaved(IReadOnlyList<string> Words);

/// <summary>Says that these words no longer mean the same.</summary>
public sealed record RemoveSynonyms(Guid Id, Guid GroupId) : Command<SynonymsRemoved>(Id);

/// <summary>They are taken away.</summary>
public sealed record SynonymsRemoved(IReadOnlyList<string> Words);
