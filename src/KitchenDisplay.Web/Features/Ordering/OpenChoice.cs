using KitchenDisplay.Core.House;
using KitchenDisplay.Core.Ordering;

namespace KitchenDisplay.Web.Features.Ordering;

/// <summary>A party about to be opened. Its ids are made once, so that a second tap opens nothing else.</summary>
public sealed class OpenChoice(OrderKind kind, TableTile? table, Restaurant house, DateTimeOffset now)
{
    private static readonly int[] MinutesAhead = [15, 20, 30, 45, 60, 90];
    private readonly Guid commandId = Guid.CreateVersion7();
    private readonly TimeZoneInfo zone = TimeZoneInfo.FindSystemTimeZoneById(house.TimeZone);

    public Guid OrderId { get; } = Guid.CreateVersion7();
    public OrderKind Kind => kind;

    /// <summary>Null for a tab or a take-away.</summary>
    public TableTile? Table => table;
    public int Covers { get; set; } = table?.Seats ?? 1;
    public string? Name { get; set; }
    public DateTimeOffset? PromisedAt { get; set; }

    /// <summary>Times that are often promised, on full five minutes.</summary>
    public IReadOnlyList<DateTimeOffset> Promises { get; } = [.. MinutesAhead.Select(m => RoundUp(now.AddMinutes(m)))];

    public bool IsComplete => kind == OrderKind.Table || !string.IsNullOrWhiteSpace(Name) && (kind == OrderKind.Tab || PromisedAt is not null);

    /// <summary>Time of day in the house.</summary>
    public TimeOnly LocalTime(DateTimeOffset moment) => TimeOnly.FromDateTime(TimeZoneInfo.ConvertTime(moment, zone).DateTime);

    /// <summary>Promises the next time that the house's clock shows this.</summary>
    public void PromiseAt(TimeOnly time)
    {
        var local = TimeZoneInfo.ConvertTime(now, zone).DateTime;
        var day = DateOnly.FromDateTime(local).AddDays(time < TimeOnly.FromDateTime(local) ? 1 : 0);
        var promised = day.ToDateTime(time);
        // An hour that summer time skips does not exist; an hour later does.
        if (zone.IsInvalidTime(promised)) promised = promised.AddHours(1);
        PromisedAt = new DateTimeOffset(promised, zone.GetUtcOffset(promised));
    }

    public OpenOrder ToCommand() =>
        new(commandId, OrderId, kind, table is null ? [] : [table.TableId], table is null ? Name : null, kind == OrderKind.TakeAway ? PromisedAt : null, Covers);

    private static DateTimeOffset RoundUp(DateTimeOffset moment)
    {
        var step = TimeSpan.FromMinutes(5).Ticks;
        return new DateTimeOffset((moment.UtcTicks + step - 1) / step * step, TimeSpan.Zero);
    }
}
