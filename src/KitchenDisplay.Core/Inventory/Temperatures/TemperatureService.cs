using System.Globalization;
using KitchenDisplay.Core.Commands;
using KitchenDisplay.Core.Data;
using KitchenDisplay.Core.House;
using KitchenDisplay.Core.Staff;
using Microsoft.EntityFrameworkCore;

namespace KitchenDisplay.Core.Inventory.Temperatures;

/// <summary>Keeps what thermometers show, and when somebody has to look.</summary>
public sealed class TemperatureService(CommandBook book)
{
    private const decimal Coldest = -100, Hottest = 400;
    private const int MostTimes = 24;

    /// <summary>Adds something whose temperature is checked, or changes it. What was due before stays due.</summary>
    public Task<PointSaved> SaveAsync(SavePoint command, Actor actor, CancellationToken cancel = default) =>
        book.CarryOutAsync(command, actor, async (db, now, ct) =>
        {
            var name = InventoryService.Tidy(command.Name, 60) ?? throw new Refusal("Give it a name of 1 to {0} characters.", 60);
            if (command.PointId == Guid.Empty) throw new Refusal("This cannot be saved without a number. Reload the page and try again.");
            var (min, max) = (Limit(name, command.Min), Limit(name, command.Max));
            if (min is null && max is null) throw new Refusal("{0}: say how warm or how cold it may be at most.", name);
            if (min > max) throw new Refusal("{0}: the lower limit is above the upper one.", name);
            TimeOnly[] times = command.Active ? [.. command.Times.Distinct().Order()] : [];
            if (times.Length > MostTimes) throw new Refusal("{0}: nobody looks more than {1} times a day.", name, MostTimes);
            await InventoryService.PlaceAsync(db, command.PlaceId, ct);
            var point = await db.TemperaturePoints.FromSql($"select * from temperature_points where id = {command.PointId} for no key update").Include(p => p.Plans).SingleOrDefaultAsync(ct);
            if (point is null) db.Add(point = new TemperaturePoint { Id = command.PointId, Name = name });
            (point.Name, point.PlaceId, point.Active) = (name, command.PlaceId, command.Active);
            if (point.Plans.MaxBy(p => p.Since)?.Says(min, max, times) != true) db.Add(new TemperaturePlan { PointId = point.Id, Since = now, Min = min, Max = max, Times = times });
            return new PointSaved(point.Id);
        }, cancel);

    /// <summary>Writes down what a thermometer shows.</summary>
    public Task<TemperatureRecorded> RecordAsync(RecordTemperature command, Actor actor, CancellationToken cancel = default) =>
        book.CarryOutAsync(command, actor, async (db, now, ct) =>
        {
            // Locked, so that two who look at once do not answer the same check twice.
            var point = await db.TemperaturePoints.FromSql($"select * from temperature_points where id = {command.PointId} for no key update").Include(p => p.Plans).SingleOrDefaultAsync(ct) ?? throw new Refusal("This is not checked any more. Reload the page.");
            if (command.Celsius is < Coldest or > Hottest) throw new Refusal("{0}: no thermometer shows {1:0.#} °C. Look again.", point.Name, command.Celsius);
            var celsius = Math.Round(command.Celsius, 1, MidpointRounding.AwayFromZero);
            var wrong = command.SupersedesId is { } id ? await WrongAsync(db, point, id, ct) : null;
            var plan = point.Plans.Where(p => p.Since <= now).MaxBy(p => p.Since) ?? throw new Refusal("This is not checked any more. Reload the page.");
            // What replaces an older reading is judged as that one was.
            var (min, max) = wrong is null ? (plan.Min, plan.Max) : (wrong.Min, wrong.Max);
            var action = InventoryService.Tidy(command.Action, 200);
            var reading = new TemperatureReading { Id = command.Id, PointId = point.Id, At = now, PersonId = actor.PersonId, Celsius = celsius, Min = min, Max = max, DueAt = wrong is null ? await AnsweredAsync(db, point, now, ct) : wrong.DueAt, Action = action, SupersedesId = wrong?.Id };
            if (reading.Failed && action is null) throw new Refusal("{0}: {1} °C is {2}. Say what you have done about it.", point.Name, Degrees(celsius), Off(reading)) { CanBeConfirmed = true };
            db.Add(reading);
            return new TemperatureRecorded(reading.Id, reading.Failed, reading.DueAt);
        }, cancel);

    private static async Task<TemperatureReading> WrongAsync(KitchenContext db, TemperaturePoint point, Guid id, CancellationToken cancel)
    {
        var wrong = await db.TemperatureReadings.AsNoTracking().SingleOrDefaultAsync(r => r.Id == id && r.PointId == point.Id, cancel) ?? throw new Refusal("The reading that is to be corrected does not exist.");
        if (await db.TemperatureReadings.AnyAsync(r => r.SupersedesId == id, cancel)) throw new Refusal("This reading has already been corrected. Correct the newer one.");
        return wrong;
    }

    private static async Task<DateTimeOffset?> AnsweredAsync(KitchenContext db, TemperaturePoint point, DateTimeOffset now, CancellationToken cancel)
    {
        var house = await db.Restaurants.AsNoTracking().SingleAsync(cancel);
        var began = house.DayBegan(now) - TemperatureChecks.Early;
        var readings = await db.TemperatureReadings.AsNoTracking().Where(r => r.PointId == point.Id && r.At >= began).ToListAsync(cancel);
        return TemperatureChecks.Answered(TemperatureChecks.Of(point, house, house.BusinessDay(now), readings, now), now)?.DueAt;
    }

    private static decimal? Limit(string name, decimal? celsius) => celsius is < Coldest or > Hottest ? throw new Refusal("{0}: a limit lies between {1} and {2} °C.", name, Coldest, Hottest)
        : celsius is { } limit ? Math.Round(limit, 1, MidpointRounding.AwayFromZero) : null;

    private static string Off(TemperatureReading reading) => reading.Celsius > reading.Max ? $"> {Degrees(reading.Max.Value)} °C" : $"< {Degrees(reading.Min!.Value)} °C";

    private static string Degrees(decimal celsius) => celsius.ToString("0.#", CultureInfo.CurrentCulture);
}
