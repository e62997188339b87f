using Microsoft.Extensions.Logging;

namespace KitchenDisplay.Core.Data;

internal static partial class LocalPostgresLog
{
    [LoggerMessage(Level = LogLevel.Information, Message = "Making a PostgreSQL {Major} cluster in {Folder}")]
    public static partial void MakingCluster(this ILogger logger, int major, string folder);

    [LoggerMessage(Level = LogLevel.Information, Message = "PostgreSQL is ready on port {Port} (process {Pid}, data in {Folder})")]
    public static partial void ServerReady(this ILogger logger, int port, int pid, string folder);

    [LoggerMessage(Level = LogLevel.Warning, Message = "Took over the PostgreSQL server that an earlier run left behind (process {Pid}, port {Port})")]
    public static partial void ServerAdopted(this ILogger logger, int pid, int port);

    [LoggerMessage(Level = LogLevel.Warning, Message = "PostgreSQL (process {Pid}) has ended by itself; starting it again")]
    public static partial void ServerLost(this ILogger logger, int pid);

    [LoggerMessage(Level = LogLevel.Warning, Message = "PostgreSQL is back on port {Port} (process {Pid})")]
    public static partial void ServerBack(this ILogger logger, int port, int pid);

    [LoggerMessage(Level = LogLevel.Error, Message = "PostgreSQL does not come back; trying again in {Delay}")]
    public static partial void ServerStaysAway(this ILogger logger, TimeSpan delay, Exception reason);
}
