namespace KitchenDisplay.Core.Data;

/// <summary>The folder of one server, held by this app until it leaves.</summary>
internal sealed class DataFolder
{
    private const UnixFileMode OwnerOnly = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute;
    private static readonly TimeSpan SureToBeHeld = TimeSpan.FromMinutes(1);

    private readonly ServerAccount account;
    private readonly FolderHolder holder;

    private DataFolder(string path, bool isKept, ServerAccount account, FolderHolder holder) => (Path, IsKept, this.account, this.holder) = (path, isKept, account, holder);

    public string Path { get; }
    public bool IsKept { get; }

    public static async Task<DataFolder> HoldAsync(LocalPostgresOptions options, ServerAccount account, CancellationToken cancel)
    {
        if (options.DeleteOnDispose)
            await SweepAsync(account, cancel);
        var isNew = !Directory.Exists(options.DataFolder);
        var path = RealPath(Directory.CreateDirectory(options.DataFolder, OwnerOnly).FullName);
        // A folder that was there before with something in it is somebody's: it is not ours to give away.
        if (isNew || !Directory.EnumerateFileSystemEntries(path).Any())
            await account.OwnAsync(path, cancel);
        if (!await account.MayWriteAsync(path, cancel))
            throw ServerRefusal.NoPermission(path, account.Name);
        return new(path, !options.DeleteOnDispose, account, FolderHolder.Take(path));
    }

    /// <summary>Deletes the throw-away folders of test runs that were killed, and ends their servers.</summary>
    private static async Task SweepAsync(ServerAccount account, CancellationToken cancel)
    {
        foreach (var left in new DirectoryInfo(System.IO.Path.GetTempPath()).EnumerateDirectories(LocalPostgresOptions.ThrowAwayPrefix + "*"))
        {
            try
            {
                if (DateTime.UtcNow - left.CreationTimeUtc > SureToBeHeld && FolderHolder.TryTake(left.FullName) is { } holder)
                    await new DataFolder(RealPath(left.FullName), isKept: false, account, holder).LeaveAsync();
            }
            catch (Exception e) when (e is IOException or UnauthorizedAccessException)
            {
                // Another user's, or another run sweeps it at this moment.
            }

            cancel.ThrowIfCancellationRequested();
        }
    }

    // A server is known by the name of its folder, and must be found again by another way to the same folder.
    private static string RealPath(string path)
    {
        var real = "/";
        foreach (var part in System.IO.Path.TrimEndingDirectorySeparator(path).Split('/', StringSplitOptions.RemoveEmptyEntries))
        {
            real = System.IO.Path.Combine(real, part);
            real = new DirectoryInfo(real).ResolveLinkTarget(returnFinalTarget: true)?.FullName ?? real;
        }

        return real;
    }

    /// <summary>Lets the next app have the folder, or deletes it when it is not kept.</summary>
    public async Task LeaveAsync()
    {
        if (!IsKept)
        {
            await ServerProcesses.EndOrphansAsync(account, new Cluster(Path).Folder, CancellationToken.None);
            Directory.Delete(Path, recursive: true);
        }

        holder.Dispose();
    }
}
