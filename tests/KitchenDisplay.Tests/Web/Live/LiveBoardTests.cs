using KitchenDisplay.Tests.Support;
using KitchenDisplay.Web.Live;

namespace KitchenDisplay.Tests.Web.Live;

public sealed class LiveBoardTests
{
    private static readonly TimeSpan AtMost = TimeSpan.FromSeconds(10);
    private static readonly BoardRead Anything = new(true, []);
    private static readonly Type Words = typeof(string), Numbers = typeof(Version);

    private readonly HandClock clock = new();
    private readonly LiveBoard board;

    public LiveBoardTests() => board = new(clock);

    [Fact]
    public void A_read_of_some_roots_replaces_those_and_drops_the_ones_that_are_gone()
    {
        var (steak, fries, cola, number) = (Guid.CreateVersion7(), Guid.CreateVersion7(), Guid.CreateVersion7(), Guid.CreateVersion7());
        board.Take(new(true, [new(Words, null, [new(steak, "steak"), new(fries, "fries")]), new(Numbers, null, [new(number, new Version(1, 0))])]));
        var numbers = board.Snapshot.Of<Version>();

        board.Take(new(false, [new(Words, [steak, fries, cola], [new(fries, "more fries"), new(cola, "cola")])]));

        Assert.Equal(["cola", "more fries"], board.Snapshot.All<string>().Order());
        Assert.Null(board.Snapshot.Find<string>(steak));
        Assert.Same(numbers, board.Snapshot.Of<Version>());
    }

    [Fact]
    public void A_full_read_leaves_nothing_behind()
    {
        board.Take(new(true, [new(Words, null, [new(Guid.CreateVersion7(), "steak")]), new(Numbers, null, [new(Guid.CreateVersion7(), new Version(1, 0))])]));

        board.Take(new(true, [new(Words, null, [])]));

        Assert.Empty(board.Snapshot.All<string>());
        Assert.Empty(board.Snapshot.All<Version>());
    }

    [Fact]
    public void A_snapshot_that_somebody_holds_never_changes()
    {
        var id = Guid.CreateVersion7();
        board.Take(new(true, [new(Words, null, [new(id, "steak")])]));
        var held = board.Snapshot;

        board.Take(new(false, [new(Words, [id], [])]));

        Assert.Equal("steak", held.Find<string>(id));
        Assert.True(board.Snapshot.Version > held.Version);
    }

    [Fact]
    public void A_read_that_brings_nothing_only_says_that_the_database_was_reached()
    {
        Assert.Null(board.LastRead);
        board.Take(Anything);
        var snapshot = board.Snapshot;
        clock.Pass(TimeSpan.FromSeconds(1));

        board.Take(new(false, []));

        Assert.Same(snapshot, board.Snapshot);
        Assert.Equal(clock.GetUtcNow(), board.LastRead);
    }

    [Fact]
    public async Task What_comes_while_an_eye_looks_is_remembered_once_and_it_never_looks_twice_at_a_time()
    {
        var seen = new List<long>();
        var (looking, gate, atOnce) = (0, new TaskCompletionSource(), 0);
        using var eye = board.Subscribe(async snapshot =>
        {
            atOnce = Math.Max(atOnce, Interlocked.Increment(ref looking));
            lock (seen) seen.Add(snapshot.Version);
            await gate.Task;
            Interlocked.Decrement(ref looking);
        });
        board.Take(Anything);
        await SeenAsync(1);

        for (var i = 0; i < 100; i++) board.Take(Anything);
        gate.SetResult();
        await SeenAsync(2);

        board.Take(Anything);
        await SeenAsync(3);
        Assert.Equal([1, 101, 102], seen);
        Assert.Equal(1, atOnce);

        Task SeenAsync(int times) => Until.TrueAsync(() => { lock (seen) return Task.FromResult(seen.Count == times && (times == 1 || looking == 0)); }, AtMost);
    }

    [Fact]
    public async Task However_fast_it_changes_every_eye_ends_with_the_newest()
    {
        var last = new long[20];
        var eyes = Enumerable.Range(0, last.Length).Select(i => board.Subscribe(async snapshot =>
        {
            if (i % 2 == 0) await Task.Yield();
            Volatile.Write(ref last[i], snapshot.Version);
        })).ToList();

        for (var i = 0; i < 5000; i++) board.Take(Anything);

        await Until.TrueAsync(() => Task.FromResult(last.All(version => version == 5000)), AtMost);
        eyes.ForEach(eye => eye.Dispose());
    }

    [Fact]
    public async Task A_subscriber_that_blocks_or_throws_holds_up_neither_the_bridge_nor_the_others()
    {
        using var blocked = new ManualResetEventSlim();
        var (seen, thrown) = (0L, 0);
        using var blocks = board.Subscribe(_ => { blocked.Wait(); return Task.CompletedTask; });
        using var throws = board.Subscribe(_ => { thrown++; throw new InvalidOperationException("The screen is broken."); });
        using var throwsLater = board.Subscribe(async _ => { await Task.Yield(); throw new InvalidOperationException("The screen is broken."); });
        using var sees = board.Subscribe(snapshot => { Volatile.Write(ref seen, snapshot.Version); return Task.CompletedTask; });

        for (var i = 1; i <= 3; i++)
        {
            board.Take(Anything);
            await Until.TrueAsync(() => Task.FromResult(Volatile.Read(ref seen) == i && thrown == i), AtMost);
        }
        blocked.Set();
    }

    [Fact]
    public async Task A_closed_eye_sees_nothing_more_not_even_what_was_on_its_way()
    {
        var (gate, looks) = (new TaskCompletionSource(), 0);
        var eye = board.Subscribe(_ => { Interlocked.Increment(ref looks); return gate.Task; });
        board.Take(Anything);
        await Until.TrueAsync(() => Task.FromResult(looks == 1), AtMost);
        board.Take(Anything);

        eye.Dispose();
        gate.SetResult();
        var other = 0L;
        using var witness = board.Subscribe(snapshot => { Volatile.Write(ref other, snapshot.Version); return Task.CompletedTask; });
        board.Take(Anything);
        await Until.TrueAsync(() => Task.FromResult(Volatile.Read(ref other) == 3), AtMost);

        Assert.Equal(1, looks);
    }
}
