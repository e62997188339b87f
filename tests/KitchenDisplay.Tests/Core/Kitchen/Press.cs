using FsCheck;
using FsCheck.Fluent;

namespace KitchenDisplay.Tests.Core.Kitchen;

/// <summary>What a hand does at a wall, or calls into the kitchen.</summary>
public enum Key
{
    Start,
    Ready,
    ReadyAndLeave,
    Bump,
    Acknowledge,
    Confirm,
    Undo,
    RecallLast,
    Recall,
    RecallAnew,
    RecallSurely,
    Push,
    Pull,
    Rush,
    Calm,
    Change,
    Void,
    Add,
    Fire,
    Hold,
    TakeOver,
    GiveBack,
}

/// <summary>One touch.</summary>
/// <param name="Wall">The station's own wall, or <see cref="Everywhere"/>.</param>
/// <param name="Line">Counted round and round through the lines that there are.</param>
/// <param name="What">A station, a course, a note, or how many deeds ago: as the key needs it.</param>
public sealed record Press(Key Key, int Wall, int Line, int What)
{
    public const int Stations = 4;
    public const int Everywhere = Stations;

    private static readonly Gen<Key> keys = Gen.Frequency(
        [.. Enum.GetValues<Key>().Select(k => (k switch { Key.Bump => 8, Key.Confirm or Key.Acknowledge or Key.Undo or Key.Start => 5, Key.Ready or Key.ReadyAndLeave or Key.Push => 4, _ => 2 }, Gen.Constant(k)))]);

    private static readonly Gen<Press> one =
        from key in keys
        from wall in Gen.Frequency((2, Gen.Constant(Everywhere)), (5, Gen.Choose(0, Stations - 1)))
        from line in Gen.Choose(0, 7)
        from what in Gen.Frequency((2, Gen.Constant(0)), (3, Gen.Choose(0, Stations - 1)))
        select new Press(key, wall, line, what);

    /// <summary>Any sequence of touches; a failing one is shortened until each of its touches is needed.</summary>
    public static Arbitrary<Press[]> Sequences(int most) => Arb.From(
        Gen.Choose(1, most).SelectMany(one.ArrayOf),
        presses => Enumerable.Range(0, presses.Length).Select(without => presses.Where((_, i) => i != without).ToArray()));
}
