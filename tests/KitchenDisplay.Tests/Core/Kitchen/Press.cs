using FsCheck;
using FsCheck.Fluent;

namespace KitchenDisplay.Tests.Core.Kitchen;

/// <summary>What a hand does at a wall.</summary>
public enum Key
{
    Ready,
    Bump,
    Recall,
}

/// <summary>One touch: which key, at which of the stations (null on a wall of all stations), and for ready which lines.</summary>
public sealed record Press(Key Key, int? Station, int Line)
{
    public const int Stations = 3;

    /// <summary>The ways through the kitchen that a dish may take: per line its steps, each with the stations that work at once. The last one is held.</summary>
    public static readonly IReadOnlyList<IReadOnlyList<(int Step, int Station)>> Ways =
    [
        [(1, 0)],
        [(1, 0), (2, 2)],
        [(1, 0), (1, 1), (2, 2)],
        [(1, 1), (2, 0), (3, 2)],
        [(1, 0), (2, 0), (3, 1)],
        [(1, 0), (1, 1), (2, 0), (2, 2)],
        [(1, 0), (2, 2)],
    ];

    private static readonly Gen<Press> one =
        from key in Gen.Frequency((2, Gen.Constant(Key.Ready)), (4, Gen.Constant(Key.Bump)), (3, Gen.Constant(Key.Recall)))
        from station in Gen.Frequency((1, Gen.Constant((int?)null)), (5, Gen.Choose(0, Stations - 1).Select(s => (int?)s)))
        from line in Gen.Choose(0, Ways.Count - 1)
        select new Press(key, station, line);

    /// <summary>Any sequence of touches; a failing one is shortened until each of its touches is needed.</summary>
    public static Arbitrary<Press[]> Sequences(int most) => Arb.From(
        Gen.Choose(1, most).SelectMany(one.ArrayOf),
        presses => Enumerable.Range(0, presses.Length).Select(without => presses.Where((_, i) => i != without).ToArray()));
}
