using System.Globalization;

namespace KitchenDisplay.Core.Data;

/// <summary>The one app that holds a data folder, by a file lock that dies with it, however it dies.</summary>
internal sealed class FolderHolder : IDisposable
{
    private readonly FileStream held;

    private FolderHolder(FileStream held) => this.held = held;

    public static FolderHolder Take(string folder) =>
        TryTake(folder) ?? throw ServerRefusal.Held(folder, HolderOf(folder));

    /// <summary>Null when another app holds the folder.</summary>
    public static FolderHolder? TryTake(string folder)
    {
        try
        {
            // .NET takes an flock for FileShare.None, so even readers are shut out: the pid stands in a file of its own.
            var lockFile = new FileStream(Path.Combine(folder, "holder"), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
            File.WriteAllText(PidFile(folder), Environment.ProcessId.ToString(CultureInfo.InvariantCulture));
            return new(lockFile);
        }
        catch (IOException e) when (IsHeld(e))
        {
            return null;
        }
    }

    // EWOULDBLOCK: 11 on Linux, 35 on macOS.
    private static bool IsHeld(IOException e) => e.HResult is 11 or 35;

    private static string HolderOf(string folder)
    {
        try
        {
            return $"process {File.ReadAllText(PidFile(folder)).Trim()}";
        }
        catch (IOException)
        {
            return "it has just begun to start";
        }
    }

    private static string PidFile(string folder) => Path.Combine(folder, "holder.pid");

    public void Dispose() => held.Dispose();
}
