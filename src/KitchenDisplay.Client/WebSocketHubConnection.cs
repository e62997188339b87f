using System.Net;
using System.Net.WebSockets;
using Microsoft.AspNetCore.Connections;
using Microsoft.AspNetCore.SignalR.Client;
using Microsoft.AspNetCore.SignalR.Protocol;
using Microsoft.Extensions.DependencyInjection;

namespace KitchenDisplay.Client;

/// <summary>Lets a <see cref="HubConnectionBuilder"/> connect through a bare WebSocket.</summary>
public static class WebSocketHubConnection
{
    /// <summary>Connects to the hub at this address by a WebSocket, in the frames that the builder's protocol wants.</summary>
    public static IHubConnectionBuilder WithWebSocket(this IHubConnectionBuilder builder, Uri hub, Action<ClientWebSocketOptions>? configure = null)
    {
        builder.Services.AddSingleton<EndPoint>(new UriEndPoint(hub));
        builder.Services.AddSingleton<IConnectionFactory>(services =>
            new WebSocketConnectionFactory(services.GetRequiredService<IHubProtocol>().TransferFormat, configure));
        return builder;
    }
}
