using KitchenDisplay.Core.Recipes;

namespace KitchenDisplay.Web.Features.Recipes.Import;

/// <summary>An import on its way: some recipes after the others, each part a command under a number of its own, so that a part of which nobody knows whether it was done can be asked for again.</summary>
public sealed class ImportRun
{
    // Enough steps to see that it goes on, and to stop in between.
    private const int Steps = 20;
    private const int Least = 25;

    private readonly IReadOnlyList<(ImportRecipes Command, ImportEntry[] Entries)> parts;
    private int next;
    private bool isStopped;

    public ImportRun(IReadOnlyList<ImportEntry> entries)
    {
        Total = entries.Count;
        parts = [.. entries.Chunk(Math.Clamp(entries.Count / Steps, Least, ImportRecipes.Most)).Select(some => (new ImportRecipes(Guid.CreateVersion7(), [.. some.Select(e => e.ToImport())]), some))];
    }

    public int Total { get; }

    /// <summary>How many have been answered for.</summary>
    public int Done { get; private set; }

    /// <summary>How many of them were here already, since somebody else was faster.</summary>
    public int Known { get; private set; }

    public bool IsGoing { get; private set; }
    public bool IsDone => next == parts.Count;

    /// <summary>Goes on where it stands, until it is done, stopped or fails; a second call while it goes does nothing.</summary>
    /// <param name="import">Carries a part out.</param>
    /// <param name="tell">After each part.</param>
    public async Task GoAsync(Func<ImportRecipes, Task<RecipesImported>> import, Action tell)
    {
        if (IsGoing) return;
        (IsGoing, isStopped) = (true, false);
        try
        {
            while (!IsDone && !isStopped)
            {
                var (command, entries) = parts[next];
                Known += (await import(command)).Known;
                foreach (var entry in entries) entry.Imported();
                (next, Done) = (next + 1, Done + entries.Length);
                tell();
            }
        }
        finally
        {
            IsGoing = false;
        }
    }

    /// <summary>Stops after the part that is on its way.</summary>
    public void Stop() => isStopped = true;
}
