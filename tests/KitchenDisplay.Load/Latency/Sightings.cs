using System.Buffers.Text;

namespace KitchenDisplay.Load.Latency;

/// <summary>When one watcher, a screen or a hub client, first saw each ticket.</summary>
public sealed class Sightings(int tickets)
{
    // Where the sequence of ticket numbers starts in a new database.
    private const long FirstNumber = 1001;

    private readonly long[] first = new long[tickets];

    /// <summary>Notes the ticket if this text is a ticket's number: each card says it in its <c>data-ticket</c>.</summary>
    public void Read(ReadOnlySpan<byte> utf8, long arrived)
    {
        if (utf8.Length is >= 4 and <= 7 && Utf8Parser.TryParse(utf8, out long number, out var used) && used == utf8.Length)
            See(number, arrived);
    }

    public void See(long number, long arrived)
    {
        var at = number - FirstNumber;
        if (at >= 0 && at < first.Length)
            Interlocked.CompareExchange(ref first[at], arrived, 0);
    }

    /// <summary>The time at which the ticket was first seen, or null.</summary>
    public long? Of(long number) => Interlocked.Read(ref first[number - FirstNumber]) is > 0 and var seen ? seen : null;
}
