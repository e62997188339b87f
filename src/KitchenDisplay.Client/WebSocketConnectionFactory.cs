using System.Net;
using System.Net.WebSockets;
using Microsoft.AspNetCore.Connections;

namespace KitchenDisplay.Client;

/// <summary>
/// Opens a WebSocket straight to a SignalR hub, without negotiating first: one round trip less,
/// and a node that went away is noticed on the only connection there is.
/// </summary>
/// <param name="format">Text or binary frames, as the hub protocol says.</param>
/// <param name="configure">Sets cookies, headers or compression on each new socket.</param>
public sealed class WebSocketConnectionFactory(TransferFormat format, Action<ClientWebSocketOptions>? configure = null) : IConnectionFactory
{
    /// <summary>Connects to a <see cref="UriEndPoint"/> (http, https, ws or wss).</summary>
    /// <exception cref="WebSocketException">The server cannot be reached or refuses the upgrade.</exception>
    public async ValueTask<ConnectionContext> ConnectAsync(EndPoint endpoint, CancellationToken cancellationToken = default)
    {
        if (endpoint is not UriEndPoint { Uri: var address })
            throw new ArgumentException($"A WebSocket needs an address such as http://kitchen:5000/hubs/kitchen, not {endpoint}.", nameof(endpoint));

        var socket = new ClientWebSocket();
        try
        {
            configure?.Invoke(socket.Options);
            await socket.ConnectAsync(ForWebSocket(address), cancellationToken);
        }
        catch
        {
            socket.Dispose();
            throw;
        }
        return new WebSocketConnection(socket, format);
    }

    private static Uri ForWebSocket(Uri address) => address.Scheme switch
    {
        "http" => new UriBuilder(address) { Scheme = "ws" }.Uri,
        "https" => new UriBuilder(address) { Scheme = "wss" }.Uri,
        _ => address,
    };
}
