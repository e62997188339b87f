using System.Globalization;
using System.Net;
using System.Net.Sockets;

namespace KitchenDisplay.Core.Data;

/// <summary>The port on which the server listens: the same at each start, as long as nobody else has taken it.</summary>
internal static class LoopbackPort
{
    // Below the range from which systems give out ports to clients: there, a client that knocks while the server
    // restarts can be given the server's own port, connect to itself, and keep the server from coming back.
    private const int Lowest = 20_000;
    private const int Highest = 32_000;

    public static int Choose(int? wanted, string dataFolder)
    {
        if (wanted is not null)
            return IsFree(wanted.Value) ? wanted.Value : throw ServerRefusal.PortInUse(wanted.Value);
        var file = Path.Combine(dataFolder, "port");
        if (File.Exists(file) && int.TryParse(File.ReadAllText(file), CultureInfo.InvariantCulture, out var last) && IsFree(last))
            return last;
        int port;
        do
            port = Random.Shared.Next(Lowest, Highest);
        while (!IsFree(port));
        File.WriteAllText(file, port.ToString(CultureInfo.InvariantCulture));
        return port;
    }

    private static bool IsFree(int port)
    {
        try
        {
            using var listener = new TcpListener(IPAddress.Loopback, port);
            listener.Start();
            return true;
        }
        catch (SocketException)
        {
            return false;
        }
    }
}
