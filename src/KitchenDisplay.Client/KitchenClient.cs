using System.Net.WebSockets;
using System.Runtime.CompilerServices;
using System.Threading.Channels;
using Microsoft.AspNetCore.SignalR.Client;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;

namespace KitchenDisplay.Client;

/// <summary>The kitchen for programs that are not a screen of ours: printers, pagers, signs.</summary>
/// <param name="server">The address of the app, such as http://kitchen:5080/.</param>
/// <param name="logger">Hears about lost and regained connections.</param>
/// <param name="configure">Sets headers or cookies on each connection: a program proves itself by the cookie <c>kd-device</c>, with the secret that its pairing has given it (README, "Who comes in").</param>
public sealed class KitchenClient(Uri server, ILogger<KitchenClient>? logger = null, Action<ClientWebSocketOptions>? configure = null)
{
    private readonly ILogger logger = logger ?? NullLogger<KitchenClient>.Instance;

    /// <summary>
    /// The cards of a station: at once, and again whenever they change, until cancelled. A lost connection does not end it: it yields the
    /// last known cards with their <see cref="KitchenBoard.Trouble"/>, tries again for ever and goes on with the cards of then.
    /// Who is slow to look sees the newest state next, not each one between.
    /// </summary>
    /// <param name="station">The station's short name, as in the address of its wall, or null for the whole kitchen.</param>
    /// <param name="cancel">Ends it.</param>
    public async IAsyncEnumerable<KitchenBoard> WatchAsync(string? station = null, [EnumeratorCancellation] CancellationToken cancel = default)
    {
        var boards = Channel.CreateBounded<KitchenBoard>(new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropOldest });
        using var done = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        var watching = new StationWatch(Connection, station, boards.Writer, logger).RunAsync(done.Token);
        try
        {
            await foreach (var board in boards.Reader.ReadAllAsync(cancel))
                yield return board;
        }
        finally
        {
            await done.CancelAsync();
            await watching;
        }
    }

    private HubConnection Connection() => new HubConnectionBuilder().WithWebSocket(new Uri(server, "/hubs/kitchen"), configure).Build();
}
