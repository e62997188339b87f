using System.Diagnostics;
using KitchenDisplay.Load.Latency;

namespace KitchenDisplay.Tests.Load;

public class DistributionTests
{
    [Fact]
    public void A_percentile_is_the_latency_that_so_many_did_not_exceed()
    {
        var hundred = new Distribution(Enumerable.Range(1, 100).Reverse().Select(Milliseconds));

        Assert.Equal((50, 95, 99, 100), (hundred.P50, hundred.P95, hundred.P99, hundred.Max));
    }

    [Fact]
    public void One_slow_order_in_a_few_is_not_hidden()
    {
        var five = new Distribution([Milliseconds(1), Milliseconds(1), Milliseconds(1), Milliseconds(1), Milliseconds(900)]);

        Assert.Equal((1, 900), (five.P50, five.P95));
    }

    [Fact]
    public void Nothing_measured_is_no_error() => Assert.Equal(0, new Distribution([]).P99);

    private static long Milliseconds(int number) => number * Stopwatch.Frequency / 1000;
}
