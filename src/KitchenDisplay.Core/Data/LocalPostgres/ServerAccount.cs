namespace KitchenDisplay.Core.Data;

/// <summary>The user as whom the server runs: PostgreSQL refuses root, so root hands it to the user postgres.</summary>
internal sealed class ServerAccount(string? user, string[] become)
{
    private static readonly string[][] WaysToBecomePostgres =
    [
        ["setpriv", "--reuid=postgres", "--regid=postgres", "--init-groups", "--"],
        ["runuser", "-u", "postgres", "--"],
        ["su", "-s", "/bin/sh", "-c", "exec \"$0\" \"$@\"", "--", "postgres"],
    ];

    public string Name => user ?? Environment.UserName;

    public static async Task<ServerAccount> FindAsync(CancellationToken cancel)
    {
        if (!Environment.IsPrivilegedProcess)
            return new(null, []);
        if (!(await ProgramRun.OfAsync(["id", "-u", "postgres"], cancel)).Succeeded)
            throw ServerRefusal.NoServerUser();
        foreach (var way in WaysToBecomePostgres)
        {
            if ((await ProgramRun.OfAsync([.. way, "true"], cancel)).Succeeded)
                return new("postgres", way);
        }

        throw ServerRefusal.CannotBecomeServerUser();
    }

    public string[] Command(params string[] command) => [.. become, .. command];

    /// <summary>Gives a file or folder that we made to the server's user.</summary>
    public async Task OwnAsync(string path, CancellationToken cancel)
    {
        if (user is not null && await ProgramRun.OfAsync(["chown", $"{user}:", path], cancel) is { Succeeded: false } run)
            throw ServerRefusal.FromOutput(run.Output, path);
    }

    public async Task<bool> MayWriteAsync(string folder, CancellationToken cancel) =>
        (await ProgramRun.OfAsync(Command("test", "-w", folder, "-a", "-x", folder), cancel)).Succeeded;
}
