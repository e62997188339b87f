using KitchenDisplay.Core.Commands;
using KitchenDisplay.Core.Data;
using KitchenDisplay.Core.House;
using KitchenDisplay.Core.Staff;
using Microsoft.EntityFrameworkCore;

namespace KitchenDisplay.Core.Menu;

/// <summary>Who cooks what: the stations of each dish, and the detours. A dish that leads to a station that is not there is refused here, never dropped later.</summary>
public sealed class MenuService(CommandBook book, IDbContextFactory<KitchenContext> contexts)
{
    private const int LongestPrep = 4 * 60 * 60;

    /// <summary>Says which stations make a dish. What was sent before stays where it is.</summary>
    public Task<DishRouted> RouteAsync(RouteDish command, Actor actor, CancellationToken cancel = default) =>
        book.CarryOutAsync(command, actor, async (db, _, ct) =>
        {
            var dish = await db.Dishes.Include(d => d.Steps).SingleOrDefaultAsync(d => d.Id == command.DishId, ct) ?? throw new Refusal("This dish does not exist any more.");
            var stations = await db.Stations.Select(s => s.Id).ToListAsync(ct);
            var wrong = new List<Sentence>();
            if (command.Steps.Any(s => !stations.Contains(s.StationId))) wrong.Add(new("{0}: one of its stations does not exist. Choose another one, or the dish would never be cooked.", dish.Name));
            if (command.Steps.Any(s => s.PrepSeconds is < 1 or > LongestPrep)) wrong.Add(new("{0}: say how long each station takes, up to {1} hours.", dish.Name, LongestPrep / 3600));
            if (command.Steps.Any(s => s.Step is < 1 or > 20)) wrong.Add(new("{0}: number its steps from 1 to 20.", dish.Name));
            if (command.Steps.DistinctBy(s => (s.Step, s.StationId)).Count() < command.Steps.Count) wrong.Add(new("{0}: the same station is there twice in one step.", dish.Name));
            if (wrong.Count > 0) throw new Refusal(wrong);
            dish.Steps.Clear();
            foreach (var step in command.Steps) dish.Steps.Add(new DishStep { DishId = dish.Id, Step = step.Step, StationId = step.StationId, PrepSeconds = step.PrepSeconds });
            return new DishRouted(command.Steps.Count);
        }, cancel);

    /// <summary>The detours in their order: the first that fits counts.</summary>
    public async Task<IReadOnlyList<Detour>> DetoursAsync(CancellationToken cancel = default)
    {
        await using var db = await contexts.CreateDbContextAsync(cancel);
        return await db.Detours.AsNoTracking().OrderBy(d => d.Position).ToListAsync(cancel);
    }

    /// <summary>Adds a detour, changes it, or takes it away.</summary>
    public Task<DetourSet> SetDetourAsync(SetDetour command, Actor actor, CancellationToken cancel = default) =>
        book.CarryOutAsync(command, actor, async (db, _, ct) =>
        {
            if (command.To is not { } to)
            {
                await db.Detours.Where(d => d.Id == command.DetourId).ExecuteDeleteAsync(ct);
                return new DetourSet(null);
            }
            var stations = await db.Stations.Where(s => s.Id == command.FromStationId || s.Id == to).CountAsync(ct);
            if (to == command.FromStationId) throw new Refusal("Choose another station than the one that it comes from.");
            if (stations < 2) throw new Refusal("One of the stations does not exist. Choose another one, or the food would never be cooked.");
            if (command.DishId is { } dish && !await db.Dishes.AnyAsync(d => d.Id == dish, ct)) throw new Refusal("This dish does not exist any more.");
            if (command.DetourId == Guid.Empty) throw new Refusal("A detour without a number cannot be saved. Reload the page and try again.");
            if (command.FromTime is null != command.ToTime is null || command.FromTime is not null && command.FromTime == command.ToTime) throw new Refusal("Say from when and until when, or neither.");
            if (command.OrderKind is not (null or "Table" or "Tab" or "TakeAway")) throw new Refusal("Choose a table, a tab or a take-away.");
            var detour = await db.Detours.SingleOrDefaultAsync(d => d.Id == command.DetourId, ct);
            if (detour is null) db.Add(detour = new Detour { Id = command.DetourId, Position = 1 + (await db.Detours.MaxAsync(d => (int?)d.Position, ct) ?? 0) });
            (detour.DishId, detour.FromStationId, detour.ToStationId, detour.OrderKind) = (command.DishId, command.FromStationId, to, command.OrderKind);
            (detour.FromTime, detour.ToTime) = (command.FromTime, command.ToTime);
            return new DetourSet(detour.Position);
        }, cancel);
}
