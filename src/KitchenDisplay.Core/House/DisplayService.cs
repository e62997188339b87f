using System.Globalization;
using System.Text;
using KitchenDisplay.Core.Commands;
using KitchenDisplay.Core.Staff;
using Microsoft.EntityFrameworkCore;

namespace KitchenDisplay.Core.House;

/// <summary>Which displays there are, what they show and how they behave.</summary>
public sealed class DisplayService(CommandBook book)
{
    /// <summary>Makes a display, or changes what it is for.</summary>
    public Task<DisplaySaved> SaveAsync(SaveDisplay command, Actor actor, CancellationToken cancel = default) =>
        book.CarryOutAsync(command, actor, async (db, _, ct) =>
        {
            var name = command.Name?.Trim() ?? "";
            if (command.DisplayId == Guid.Empty) throw new Refusal("A display without a number cannot be saved. Reload the page and try again.");
            if (name.Length is 0 or > SaveDisplay.MaxName || !IsReadable(name)) throw new Refusal("Give the display a name of 1 to {0} characters.", SaveDisplay.MaxName);
            if (!command.IsEverywhere && command.StationIds.Count == 0) throw new Refusal("Choose at least one station for {0}, or all of them.", name);
            var stations = await db.Stations.ToListAsync(ct);
            if (command.StationIds.Concat(command.FallbackFor).Except(stations.Select(s => s.Id)).Any()) throw new Refusal("One of the stations does not exist any more. Reload the page and choose again.");
            var slug = SlugOf(name);
            if (slug.Length == 0) throw new Refusal("The name needs a letter or a digit: it becomes the display's address.");
            if (await db.Displays.AnyAsync(d => d.Slug == slug && d.Id != command.DisplayId, ct)) throw new Refusal("There already is a display “{0}”. Choose another name.", name);

            var display = await db.Displays.Include(d => d.Stations).SingleOrDefaultAsync(d => d.Id == command.DisplayId, ct);
            if (display is null) db.Add(display = new Display { Id = command.DisplayId, Name = name, Slug = slug, Position = 1 + (await db.Displays.MaxAsync(d => (int?)d.Position, ct) ?? 0) });
            (display.Name, display.Slug, display.IsEverywhere) = (name, slug, command.IsEverywhere);
            display.Stations.Clear();
            foreach (var id in command.IsEverywhere ? [] : command.StationIds.Distinct()) display.Stations.Add(new DisplayStation { DisplayId = display.Id, StationId = id });
            // A display of the whole kitchen shows every station anyway: what it had taken over goes back to its own.
            foreach (var taken in stations.Where(s => command.IsEverywhere && s.TakenById == display.Id)) taken.TakenById = null;
            foreach (var station in stations)
                if (command.FallbackFor.Contains(station.Id)) station.FallbackId = display.Id;
                else if (station.FallbackId == display.Id) station.FallbackId = null;
            return new DisplaySaved(slug);
        }, cancel);

    /// <summary>Changes how a display behaves.</summary>
    public Task<DisplaySaved> SetAsync(SetDisplay command, Actor actor, CancellationToken cancel = default) =>
        book.CarryOutAsync(command, actor, async (db, _, ct) =>
        {
            var display = await db.Displays.SingleOrDefaultAsync(d => d.Id == command.DisplayId, ct) ?? throw new Refusal("This display does not exist any more. Choose another one.");
            Check(command.Settings);
            display.Settings = command.Settings;
            return new DisplaySaved(display.Slug);
        }, cancel);

    /// <summary>Takes a station over, or gives it back.</summary>
    public Task<StationTaken> TakeOverAsync(TakeOver command, Actor actor, CancellationToken cancel = default) =>
        book.CarryOutAsync(command, actor, async (db, _, ct) =>
        {
            var station = await db.Stations.SingleOrDefaultAsync(s => s.Id == command.StationId, ct) ?? throw new Refusal("This station does not exist any more.");
            var display = command.DisplayId is { } id ? await db.Displays.Include(d => d.Stations).SingleOrDefaultAsync(d => d.Id == id, ct) ?? throw new Refusal("This display does not exist any more.") : null;
            if (display?.IsEverywhere == true) throw new Refusal("{0} shows every station anyway.", display.Name);
            // Where it belongs, it need not be taken.
            station.TakenById = display?.Stations.Any(s => s.StationId == station.Id) == true ? null : display?.Id;
            return new StationTaken(station.Id, station.TakenById);
        }, cancel);

    /// <summary>Sets fixed minutes for DUE and LATE.</summary>
    public Task<TimerSet> SetTimerAsync(SetTimer command, Actor actor, CancellationToken cancel = default) =>
        book.CarryOutAsync(command, actor, async (db, _, ct) =>
        {
            if (command.StationId is { } station && !await db.Stations.AnyAsync(s => s.Id == station, ct)) throw new Refusal("This station does not exist any more.");
            if (command.OrderKind is not (null or "Table" or "Tab" or "TakeAway")) throw new Refusal("Choose a table, a tab or a take-away.");
            var rule = await db.TimerRules.SingleOrDefaultAsync(r => r.StationId == command.StationId && r.OrderKind == command.OrderKind, ct);
            if (command is { DueMinutes: null, LateMinutes: null })
            {
                if (rule is not null) db.Remove(rule);
                return new TimerSet(null, null);
            }
            if (command is not { DueMinutes: { } due, LateMinutes: { } late } || due is < 1 or > 600 || late < due || late > 600) throw new Refusal("Choose minutes from 1 to 600, and LATE not before DUE.");
            if (rule is null) db.Add(rule = new TimerRule { StationId = command.StationId, OrderKind = command.OrderKind });
            (rule.DueMinutes, rule.LateMinutes) = (due, late);
            return new TimerSet(due, late);
        }, cancel);

    private static void Check(DisplaySettings? settings)
    {
        if (settings is null) throw new Refusal("There are no settings to save. Reload the page and try again.");
        if (!Enum.IsDefined(settings.Layout) || !DisplaySettings.Grids.Contains(settings.Cells)) throw new Refusal("Choose columns, or a grid of {0}.", string.Join(", ", DisplaySettings.Grids));
        if (settings.Inch is < 7 or > 120) throw new Refusal("Say the screen's diagonal, from 7 to 120 inches.");
        if (settings.Metres is < 0.3m or > 10) throw new Refusal("Say from how far it is read, from 0.3 to 10 metres.");
        if (settings.Keys is null || settings.Keys.Count > 40 || settings.Keys.Any(k => k.Value is null or { Length: > 30 } || !IsReadable(k.Key) || !IsReadable(k.Value))) throw new Refusal("One of the keys is none. Press it again.");
        if (settings.Keys.Values.Distinct(StringComparer.OrdinalIgnoreCase).Count() < settings.Keys.Count) throw new Refusal("One key does two things. Press another one for one of them.");
        if (settings.Sounds is null || settings.Sounds.Count > 10 || settings.Sounds.Any(s => s.Value is null or { Volume: < 0 or > 1 } or { Tone: null or { Length: > 20 } } || !IsReadable(s.Key) || !IsReadable(s.Value.Tone))) throw new Refusal("A volume goes from 0 to 1.");
    }

    // PostgreSQL refuses some control characters and half characters; nobody can read any of them.
    private static bool IsReadable(string text) => !text.EnumerateRunes().Any(rune => Rune.IsControl(rune) || rune == Rune.ReplacementChar);

    /// <summary>The name as it stands in an address: letters and digits without accents.</summary>
    internal static string SlugOf(string name)
    {
        var plain = name.Normalize(NormalizationForm.FormD).ToLowerInvariant().Where(c => char.GetUnicodeCategory(c) != UnicodeCategory.NonSpacingMark);
        return string.Join('-', string.Concat(plain.Select(c => char.IsAsciiLetterOrDigit(c) ? c : ' ')).Split(' ', StringSplitOptions.RemoveEmptyEntries));
    }
}
