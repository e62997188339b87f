using KitchenDisplay.Core.Commands;

namespace KitchenDisplay.Core.Inventory.Temperatures;

/// <summary>Adds something whose temperature is checked, or changes it.</summary>
/// <param name="PointId">Made by whoever adds it.</param>
/// <param name="Times">By the clocks of the house; none when nobody has to look.</param>
public sealed record SavePoint(Guid Id, Guid PointId, Guid PlaceId, string Name, decimal? Min, decimal? Max, IReadOnlyList<TimeOnly> Times, bool Active = true) : Command<PointSaved>(Id);

/// <summary>The point is saved.</summary>
public sealed record PointSaved(Guid PointId);

/// <summary>Says what a thermometer shows.</summary>
/// <param name="Celsius">Rounded to one decimal.</param>
/// <param name="Action">What was done about it: demanded when it is too warm or too cold.</param>
/// <param name="SupersedesId">The reading that was wrong; null for a new one.</param>
public sealed record RecordTemperature(Guid Id, Guid PointId, decimal Celsius, string? Action, Guid? SupersedesId = null) : Command<TemperatureRecorded>(Id);

/// <summary>The reading stands.</summary>
/// <param name="DueAt">The check that it answers; null for one that nobody had asked for.</param>
public sealed record TemperatureRecorded(Guid ReadingId, bool Failed, DateTimeOffset? DueAt);
