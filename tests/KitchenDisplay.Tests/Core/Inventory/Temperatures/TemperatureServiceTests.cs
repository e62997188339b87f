using KitchenDisplay.Core.Commands;
using KitchenDisplay.Core.Data;
using KitchenDisplay.Core.Inventory.Temperatures;
using KitchenDisplay.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using Npgsql;

namespace KitchenDisplay.Tests.Core.Inventory.Temperatures;

public sealed class TemperatureServiceTests : IClassFixture<StoreRoom>, IAsyncDisposable
{
    private readonly StoreRoom store;
    private readonly ServiceProvider node;
    private readonly HandClock clock = new();
    private readonly TemperatureService service;
    private readonly TemperatureBook book;

    public TemperatureServiceTests(StoreRoom store)
    {
        (this.store, node) = (store, TestKitchen.Provide(store.Kitchen.Connections));
        var contexts = node.GetRequiredService<IDbContextFactory<KitchenContext>>();
        service = new(new CommandBook(contexts, clock, node.GetRequiredService<Doorbell>(), NullLogger<CommandBook>.Instance));
        book = new(contexts, clock);
    }

    private TestKitchen Kitchen => store.Kitchen;

    // The hand's clock begins at 21:30 by the clocks of the house.
    [Fact]
    public async Task A_failure_is_written_only_with_what_was_done_about_it()
    {
        var point = await PointAsync(new TimeOnly(22, 0));
        var command = new RecordTemperature(New(), point, 7.44m, " ");

        var refusal = await Assert.ThrowsAsync<Refusal>(() => service.RecordAsync(command, Kitchen.Cook));
        Assert.Contains("7.4 °C is > 5 °C. Say what you have done", refusal.Message, StringComparison.Ordinal);
        Assert.True(refusal.CanBeConfirmed);
        var recorded = await service.RecordAsync(command with { Action = "Moved everything" }, Kitchen.Cook);

        Assert.True(recorded.Failed);
        Assert.NotNull(recorded.DueAt);
        var today = (await book.TodayAsync()).Single(p => p.Point.Id == point);
        Assert.Equal((CheckState.Done, 7.4m, "Moved everything"), (today.Checks.Single().State, today.Last!.Reading.Celsius, today.Last.Reading.Action));
    }

    [Fact]
    public async Task A_reading_is_never_edited_and_superseded_once()
    {
        var point = await PointAsync(new TimeOnly(22, 0));
        var wrong = await service.RecordAsync(new(New(), point, 40, "typed too fast"), Kitchen.Cook);
        clock.Pass(TimeSpan.FromHours(3));

        var right = await service.RecordAsync(new(New(), point, 4, null, wrong.ReadingId), Kitchen.OtherCook);

        Assert.Equal((false, wrong.DueAt), (right.Failed, right.DueAt));
        await RefusedAsync("already been corrected", () => service.RecordAsync(new(New(), point, 3, null, wrong.ReadingId), Kitchen.Cook));
        var report = (await book.ReportAsync(new(2026, 7, 14), new(2026, 7, 14))).Where(r => r.Reading?.Reading.PointId == point).ToList();
        Assert.Equal([(40m, true), (4m, false)], report.OrderBy(r => r.Reading!.Reading.At).Select(r => (r.Reading!.Reading.Celsius, r.Reading.CorrectedBy is not null)));
        Assert.Equal(CheckState.Done, report.Single(r => r.Check is not null).Check!.State);
        foreach (var sql in new[] { "update temperature_readings set celsius = 3", "delete from temperature_readings", "update tallies set quantity = 0", "delete from wastes" })
            Assert.Equal("42501", (await Assert.ThrowsAsync<PostgresException>(() => Sql.RunAsync(Kitchen.Connections.Kitchen, sql))).SqlState);
    }

    [Fact]
    public async Task What_was_due_and_not_done_stands_in_the_report()
    {
        var point = await PointAsync(new TimeOnly(21, 45), new TimeOnly(23, 0));
        await service.RecordAsync(new(New(), point, 4, null), Kitchen.Cook);
        clock.Pass(TimeSpan.FromDays(2));

        var report = (await book.ReportAsync(new(2026, 7, 14), new(2026, 7, 15))).Where(r => r.Check?.PointId == point).ToList();

        Assert.Equal([CheckState.Done, CheckState.Missed, CheckState.Missed, CheckState.Missed], report.Select(r => r.Check!.State));
        Assert.Empty(await book.ReportAsync(new(2026, 7, 16), new(2026, 7, 14)));
        Assert.Empty(await book.ReportAsync(new(2020, 7, 16), new(2026, 7, 14)));
    }

    [Fact]
    public async Task Two_who_look_at_once_answer_one_check()
    {
        var point = await PointAsync(new TimeOnly(22, 0));

        var recorded = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(() => service.RecordAsync(new(New(), point, 4, null), Kitchen.Cook))));

        Assert.Single(recorded, r => r.DueAt is not null);
    }

    [Fact]
    public async Task What_lies_at_the_place_and_in_what_is_in_it_is_in_question()
    {
        var (room, shelf) = (await store.PlaceAsync(), New());
        await store.Inventory.SavePlaceAsync(new(New(), shelf, room, $"Inside {shelf}"), Kitchen.Manager);
        var item = await store.ItemAsync();
        var (inside, bad) = (await store.ReceiveAsync(item, 1, place: shelf), await store.ReceiveAsync(item, 1, place: shelf));
        await store.ReceiveAsync(item, 1);
        await store.Lots.QuarantineAsync(new(New(), bad, "smells"), Kitchen.Cook);
        var point = New();
        await service.SaveAsync(new(New(), point, room, "Room", 0, 5, []), Kitchen.Manager);

        Assert.Equal([inside], (await book.LotsAsync(point)).Select(l => l.LotId));
    }

    [Fact]
    public async Task Absurd_points_and_readings_are_refused_in_words()
    {
        var point = await PointAsync();
        var save = new SavePoint(New(), New(), store.Shelf, "Fridge", 0, 5, []);

        await RefusedAsync("no thermometer shows", () => service.RecordAsync(new(New(), point, 4000, null), Kitchen.Cook));
        await RefusedAsync("not checked any more", () => service.RecordAsync(new(New(), New(), 4, null), Kitchen.Cook));
        await RefusedAsync("does not exist", () => service.RecordAsync(new(New(), point, 4, null, New()), Kitchen.Cook));
        await RefusedAsync("above the upper one", () => service.SaveAsync(save with { Min = 6 }, Kitchen.Manager));
        await RefusedAsync("how warm or how cold", () => service.SaveAsync(save with { Min = null, Max = null }, Kitchen.Manager));
        await RefusedAsync("Give it a name", () => service.SaveAsync(save with { Name = " " }, Kitchen.Manager));
        await RefusedAsync("place does not exist", () => service.SaveAsync(save with { PlaceId = New() }, Kitchen.Manager));
        Assert.True((await Assert.ThrowsAsync<Refusal>(() => service.SaveAsync(save, Kitchen.Cook))).Denied);
    }

    private async Task<Guid> PointAsync(params TimeOnly[] times)
    {
        var point = New();
        await service.SaveAsync(new(New(), point, store.Shelf, $"Fridge {point}", 0, 5, times), Kitchen.Manager);
        return point;
    }

    private static Guid New() => Guid.CreateVersion7();

    private static async Task RefusedAsync(string words, Func<Task> what) => Assert.Contains(words, (await Assert.ThrowsAsync<Refusal>(what)).Message, StringComparison.Ordinal);

    public ValueTask DisposeAsync() => node.DisposeAsync();
}
