using KitchenDisplay.Core.Menu;

namespace KitchenDisplay.Core.Recipes.Search;

/// <summary>What somebody looks for.</summary>
/// <param name="Text">As it was typed; empty for everything that the filters let through, by title.</param>
public sealed record SearchWish(string? Text)
{
    public const int MostCovers = 10_000;

    /// <summary>Whether the words are meant as they were typed.</summary>
    public bool IsExact { get; init; }

    /// <summary>All of these.</summary>
    public IReadOnlyList<string> Tags { get; init; } = [];
    public string? Cuisine { get; init; }
    public string? Course { get; init; }

    /// <summary>Declared to be free of each of them, in every ingredient.</summary>
    public IReadOnlyList<Allergen> FreeOf { get; init; } = [];
    public int? MaxMinutes { get; init; }

    /// <summary>Only what can be cooked now for so many; null for anything.</summary>
    public int? Covers { get; init; }
    public int PageSize { get; init; } = 20;

    /// <summary>The last hit of the page before.</summary>
    public RecipeHit? After { get; init; }

    /// <summary>Only these.</summary>
    internal IReadOnlyCollection<Guid>? Among { get; init; }
}

/// <summary>A recipe that was found.</summary>
/// <param name="IsPartial">It has not all of the words.</param>
/// <param name="Snippet">A part of its ingredients and steps, the words that were found between U+0002 and U+0003.</param>
/// <param name="MarkedTitle">Its title, marked in the same way.</param>
public sealed record RecipeHit(Guid Id, string Title, bool IsPartial, double Score, IReadOnlyList<string> Tags, string? Cuisine, int? Minutes, IReadOnlyList<Why> Why, string Snippet, string MarkedTitle)
{
    /// <summary>How much of it can be cooked now; null when it cannot, or nobody knows.</summary>
    public Cookable? Now { get; init; }
}

/// <summary>Where a word was found: A the title, B the ingredients, C tags and notes, D the steps and what is in sub-recipes.</summary>
public sealed record Why(string Word, string Fields);

/// <summary>How many of what was found have what; of the first thousand, when there are more.</summary>
public sealed record Facets(int Found, IReadOnlyDictionary<string, int> Tags, IReadOnlyDictionary<string, int> Cuisines, IReadOnlyDictionary<string, int> Courses, IReadOnlyDictionary<string, int> FreeOf, IReadOnlyDictionary<string, int> Minutes, int Cookable)
{
    /// <summary>More than this is not looked at.</summary>
    public const int Most = 1000;

    public bool IsCut => Found >= Most;
}

/// <summary>What was found.</summary>
/// <param name="Corrections">What was taken for words that no recipe has.</param>
/// <param name="Excluded">What no hit has, in every spelling that was left out.</param>
public sealed record SearchResult(IReadOnlyList<RecipeHit> Hits, Facets Facets, IReadOnlyList<Correction> Corrections, IReadOnlyList<string> Excluded)
{
    public static SearchResult Empty { get; } = new([], FacetCounts.Of([], 0), [], []);

    internal static SearchResult Nothing(SearchPlan plan) => Empty with { Corrections = plan.Corrections, Excluded = plan.Excluded };
}
