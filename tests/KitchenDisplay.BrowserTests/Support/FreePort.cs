using System.Net;
using System.Net.Sockets;

namespace KitchenDisplay.BrowserTests.Support;

/// <summary>A loopback port that stays free while nobody listens on it.</summary>
internal static class FreePort
{
    // Below the range from which systems give out ports to clients: a browser that knocks while the app is away
    // could be given the app's own port there, and keep it from coming back.
    internal static int Choose()
    {
        while (true)
        {
            try
            {
                using var listener = new TcpListener(IPAddress.Loopback, Random.Shared.Next(12_000, 20_000));
                listener.Start();
                return ((IPEndPoint)listener.LocalEndpoint).Port;
            }
            catch (SocketException)
            {
                // Taken. Another one.
            }
        }
    }
}
