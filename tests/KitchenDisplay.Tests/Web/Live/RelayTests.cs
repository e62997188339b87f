using System.Collections.Concurrent;
using KitchenDisplay.Tests.Support;
using KitchenDisplay.Web.Live;

namespace KitchenDisplay.Tests.Web.Live;

public class RelayTests
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    private readonly LiveBoard board = new(TimeProvider.System);
    private readonly ConcurrentQueue<IReadOnlySet<Guid>?> told = [];
    private readonly Guid ticket = Guid.CreateVersion7();

    [Fact]
    public async Task Ids_of_a_kind_go_to_those_who_ask_for_it_and_wake_no_eye()
    {
        var looks = 0;
        using var eye = board.Subscribe(_ => { looks++; return Task.CompletedTask; });
        using var relay = board.SubscribeRelay("sighting", Tell);

        board.Take(Seen("stock", Guid.CreateVersion7()));
        board.Take(Seen("sighting", ticket));

        await Until.TrueAsync(() => Task.FromResult(!told.IsEmpty), Patience);
        Assert.Equal([ticket], Assert.Single(told)!);
        Assert.Equal((0, 0), (looks, board.Snapshot.Version));
    }

    [Fact]
    public async Task After_a_full_read_any_of_them_may_have_changed()
    {
        using var relay = board.SubscribeRelay("sighting", Tell);

        board.Take(new BoardRead(true, []));

        await Until.TrueAsync(() => Task.FromResult(!told.IsEmpty), Patience);
        Assert.Null(Assert.Single(told));
    }

    [Fact]
    public async Task What_comes_while_one_works_is_told_together()
    {
        var first = new TaskCompletionSource();
        using var relay = board.SubscribeRelay("sighting", async roots => { await Tell(roots); await first.Task; });
        board.Take(Seen("sighting", ticket));
        await Until.TrueAsync(() => Task.FromResult(told.Count == 1), Patience);

        var (second, third) = (Guid.CreateVersion7(), Guid.CreateVersion7());
        board.Take(Seen("sighting", second));
        board.Take(Seen("sighting", third));
        board.Take(Seen("sighting", second));
        first.SetResult();

        await Until.TrueAsync(() => Task.FromResult(told.Count == 2), Patience);
        Assert.Equal(new HashSet<Guid> { second, third }, told.Last()!.ToHashSet());
    }

    [Fact]
    public async Task Who_has_failed_is_told_of_the_next_and_who_is_gone_of_nothing()
    {
        using var failing = board.SubscribeRelay("sighting", async roots => { await Tell(roots); throw new InvalidOperationException("No."); });
        board.SubscribeRelay("sighting", _ => { told.Enqueue(null); return Task.CompletedTask; }).Dispose();

        board.Take(Seen("sighting", ticket));
        await Until.TrueAsync(() => Task.FromResult(told.Count == 1), Patience);
        board.Take(Seen("sighting", ticket));

        await Until.TrueAsync(() => Task.FromResult(told.Count == 2), Patience);
        Assert.All(told, roots => Assert.Equal([ticket], roots!));
    }

    private Task Tell(IReadOnlySet<Guid>? roots)
    {
        told.Enqueue(roots);
        return Task.CompletedTask;
    }

    private static BoardRead Seen(string kind, Guid root) => new(false, []) { Relays = [new(kind, [root])] };
}
