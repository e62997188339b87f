using System.Globalization;

namespace KitchenDisplay.Core.Data;

/// <summary>What a server says of itself in its folder: process, port, and whether it accepts connections.</summary>
internal sealed record PostmasterFile(int Pid, int Port, bool IsReady)
{
    public static string Of(string cluster) => Path.Combine(cluster, "postmaster.pid");

    /// <summary>Null when there is none, or when it is just being written.</summary>
    public static PostmasterFile? Read(string cluster)
    {
        try
        {
            var lines = File.ReadAllLines(Of(cluster));
            return lines.Length >= 4 && Number(lines[0]) is { } pid && Number(lines[3]) is { } port
                ? new(pid, port, lines.Length >= 8 && lines[7].StartsWith("ready", StringComparison.Ordinal))
                : null;
        }
        catch (IOException)
        {
            return null;
        }
    }

    private static int? Number(string line) =>
        int.TryParse(line, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;
}
