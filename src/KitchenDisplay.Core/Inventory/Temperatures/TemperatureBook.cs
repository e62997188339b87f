using KitchenDisplay.Core.Data;
using KitchenDisplay.Core.House;
using KitchenDisplay.Core.Staff;
using Microsoft.EntityFrameworkCore;

namespace KitchenDisplay.Core.Inventory.Temperatures;

/// <summary>A point with how it stands today.</summary>
/// <param name="Plan">What holds now.</param>
/// <param name="Last">The last reading that holds; null before the first one.</param>
public sealed record PointToday(TemperaturePoint Point, string Place, TemperaturePlan Plan, IReadOnlyList<TemperatureCheck> Checks, ReadingRow? Last);

/// <summary>A reading with the names of what it is about.</summary>
/// <param name="CorrectedBy">The reading that replaced it; null when it holds.</param>
public sealed record ReadingRow(TemperatureReading Reading, string Point, string Place, string? Who, Guid? CorrectedBy);

/// <summary>What an inspector reads of one day: every check that was due, and every look that nobody had asked for.</summary>
/// <param name="Point">What was looked at.</param>
/// <param name="Check">Null for a look that nobody had asked for, and for a reading that was corrected.</param>
/// <param name="Reading">Null when nobody has looked.</param>
public sealed record ReportRow(DateOnly Day, DateTimeOffset At, string Point, string Place, TemperatureCheck? Check, ReadingRow? Reading);

/// <summary>Reads temperatures, for those who look and for inspectors.</summary>
public sealed class TemperatureBook(IDbContextFactory<KitchenContext> contexts, TimeProvider clock)
{
    /// <summary>Days that one report covers at most.</summary>
    public const int MostDays = 366;

    /// <summary>Every point that is checked, by name, with its checks of this business day.</summary>
    public async Task<IReadOnlyList<PointToday>> TodayAsync(CancellationToken cancel = default)
    {
        await using var db = await contexts.CreateDbContextAsync(cancel);
        if (await db.Restaurants.AsNoTracking().SingleOrDefaultAsync(cancel) is not { } house) return [];
        var now = clock.GetUtcNow();
        var places = await PlacesAsync(db, cancel);
        var points = await db.TemperaturePoints.AsNoTracking().Include(p => p.Plans).Where(p => p.Active).OrderBy(p => p.Name).ToListAsync(cancel);
        var rows = (await RowsAsync(db, places, house.DayBegan(now) - TemperatureChecks.Early, now, cancel)).ToLookup(r => r.Reading.PointId);
        return [.. points.Select(p => new PointToday(p, places[p.PlaceId], p.Plans.MaxBy(x => x.Since)!, TemperatureChecks.Of(p, house, house.BusinessDay(now), [.. rows[p.Id].Select(r => r.Reading)], now), rows[p.Id].Where(r => r.CorrectedBy is null).MaxBy(r => r.Reading.At)))];
    }

    /// <summary>What was due, what was done and what was not, from a business day to another, both included; in the order of time.</summary>
    public async Task<IReadOnlyList<ReportRow>> ReportAsync(DateOnly first, DateOnly last, CancellationToken cancel = default)
    {
        await using var db = await contexts.CreateDbContextAsync(cancel);
        if (await db.Restaurants.AsNoTracking().SingleOrDefaultAsync(cancel) is not { } house || last < first || last.DayNumber - first.DayNumber >= MostDays) return [];
        var now = clock.GetUtcNow();
        var places = await PlacesAsync(db, cancel);
        var points = await db.TemperaturePoints.AsNoTracking().Include(p => p.Plans).ToListAsync(cancel);
        // A correction may come days later.
        var rows = await RowsAsync(db, places, house.MomentOf(first, house.DayStarts) - TemperatureChecks.Early, DateTimeOffset.MaxValue, cancel);
        var readings = rows.ToLookup(r => r.Reading.PointId);
        var due = (from point in points
                   from day in Enumerable.Range(0, last.DayNumber - first.DayNumber + 1).Select(first.AddDays)
                   from check in TemperatureChecks.Of(point, house, day, [.. readings[point.Id].Select(r => r.Reading)], now)
                   where check.State != CheckState.Later
                   select new ReportRow(day, check.DueAt, point.Name, places[point.PlaceId], check, check.Reading is { } held ? rows.Single(x => x.Reading.Id == held.Id) : null)).ToList();
        var shown = due.Select(d => d.Reading?.Reading.Id).OfType<Guid>().ToHashSet();
        var others = rows.Where(r => !shown.Contains(r.Reading.Id)).Select(r => new ReportRow(house.BusinessDay(r.Reading.DueAt ?? r.Reading.At), r.Reading.At, r.Point, r.Place, null, r)).Where(r => r.Day >= first && r.Day <= last);
        return [.. due.Concat(others).OrderBy(r => r.Day).ThenBy(r => r.At).ThenBy(r => r.Point, StringComparer.CurrentCulture)];
    }

    /// <summary>What lies at a point's place and in what is in it, and may be used: in question when the point fails.</summary>
    public async Task<IReadOnlyList<LotRow>> LotsAsync(Guid point, CancellationToken cancel = default)
    {
        await using var db = await contexts.CreateDbContextAsync(cancel);
        var inside = await db.Database.SqlQuery<Guid>($"""
            with recursive inside as (select place_id as id from temperature_points where id = {point} union select p.id from places p join inside i on p.parent_id = i.id) select id as "Value" from inside
            """).ToListAsync(cancel);
        return await StockList.Rows(db).Where(l => inside.Contains(l.PlaceId) && l.State == LotState.Usable).OrderBy(l => l.Item).ThenBy(l => l.Code).ThenBy(l => l.Place).ToListAsync(cancel);
    }

    private static Task<Dictionary<Guid, string>> PlacesAsync(KitchenContext db, CancellationToken cancel) => db.Places.AsNoTracking().ToDictionaryAsync(p => p.Id, p => p.Name, cancel);

    private static async Task<List<ReadingRow>> RowsAsync(KitchenContext db, Dictionary<Guid, string> places, DateTimeOffset from, DateTimeOffset to, CancellationToken cancel)
    {
        var (since, until) = (from.ToUniversalTime(), to.ToUniversalTime());
        var readings = await db.TemperatureReadings.AsNoTracking().Where(r => r.At >= since && r.At <= until).OrderBy(r => r.At).ToListAsync(cancel);
        var points = await db.TemperaturePoints.AsNoTracking().ToDictionaryAsync(p => p.Id, cancel);
        var people = await db.Set<Person>().AsNoTracking().ToDictionaryAsync(p => p.Id, p => p.Name, cancel);
        var corrected = readings.Where(r => r.SupersedesId is not null).ToDictionary(r => r.SupersedesId!.Value, r => r.Id);
        return readings.ConvertAll(r => new ReadingRow(r, points[r.PointId].Name, places[points[r.PointId].PlaceId], people.GetValueOrDefault(r.PersonId), corrected.TryGetValue(r.Id, out var by) ? by : null));
    }
}
