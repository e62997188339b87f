namespace KitchenDisplay.Core.Data;

/// <summary>The sentences for everything that keeps PostgreSQL from running, each with what to do about it.</summary>
internal static class ServerRefusal
{
    private static readonly string[] Severities = ["PANIC:", "FATAL:", "error:"];

    public static LocalPostgresException NoBinaries(IReadOnlyList<string>? folders) => new(folders is null
        ? "PostgreSQL's server is not installed: install the package postgresql (version 15 or later), or set ConnectionStrings__Kitchen and ConnectionStrings__KitchenOwner to use another server."
        : $"There is no PostgreSQL server in {string.Join(" or ", folders)}: name the folder that holds its programs postgres and initdb.");

    public static LocalPostgresException OnWindows() =>
        new("KitchenDisplay starts no PostgreSQL of its own on Windows: install PostgreSQL there and set ConnectionStrings__Kitchen and ConnectionStrings__KitchenOwner.");

    public static LocalPostgresException TooOld(PostgresBinaries found, int oldest) =>
        new($"PostgreSQL {found.Major} in {found.Folder} is too old: install version {oldest} or later.");

    public static LocalPostgresException OtherMajor(string folder, int cluster, int installed) =>
        new($"The data in {folder} was written by PostgreSQL {cluster}, but version {installed} is installed: install PostgreSQL {cluster} beside it, or bring the data over with pg_upgrade.");

    public static LocalPostgresException Held(string folder, string holder) =>
        new($"The data folder {folder} is in use by another KitchenDisplay ({holder}): stop that one first, or set KITCHENDISPLAY_DATA to another folder for this one.");

    public static LocalPostgresException NoServerUser() =>
        new("PostgreSQL refuses to run as root and there is no user postgres to run it as: create that user, or start KitchenDisplay as an ordinary user.");

    public static LocalPostgresException CannotBecomeServerUser() =>
        new("PostgreSQL refuses to run as root and none of setpriv, runuser and su can start it as the user postgres: install util-linux, or start KitchenDisplay as an ordinary user.");

    public static LocalPostgresException NoPermission(string path, string user, Exception? inner = null) =>
        new($"The user {user} may not write to {path}: give the folder to this user, or set KITCHENDISPLAY_DATA to a folder that this user may enter and write.", inner);

    public static LocalPostgresException DiskFull(string path, Exception? inner = null) =>
        new($"The disk that holds {path} is full: free some space on it and start again.", inner);

    public static LocalPostgresException PortInUse(int port) =>
        new($"Port {port} is in use by another program: stop that program, or choose another port for PostgreSQL.");

    public static LocalPostgresException KeysLost(string keys, string cluster) =>
        new($"The passwords of the database are missing: put the file {keys} back from a backup, or move {cluster} away to begin with an empty database.");

    public static LocalPostgresException From(Exception e, string folder) => e switch
    {
        LocalPostgresException refusal => refusal,
        UnauthorizedAccessException => NoPermission(folder, Environment.UserName, e),
        _ => FromOutput(e.Message, folder, inner: e),
    };

    /// <summary>Reads out of what a program of PostgreSQL wrote what was wrong.</summary>
    public static LocalPostgresException FromOutput(string output, string folder, int? port = null, string? user = null, Exception? inner = null)
    {
        if (Says("No space left on device") || Says("Disk quota exceeded") || Says("Check free disk space"))
            return DiskFull(folder, inner);
        if (port is not null && (Says("Address already in use") || Says("could not create any TCP/IP sockets")))
            return PortInUse(port.Value);
        if (Says("Permission denied") || Says("Read-only file system") || Says("Operation not permitted"))
            return NoPermission(folder, user ?? Environment.UserName, inner);
        if (Says("Cannot allocate memory") || Says("could not map anonymous shared memory"))
            return new("PostgreSQL got no memory for its buffers: close other programs, or give this machine more memory.", inner);
        return new($"PostgreSQL did not start on {folder}: repair what it says and start again: {Reason()}", inner);

        bool Says(string words) => output.Contains(words, StringComparison.OrdinalIgnoreCase);

        string Reason()
        {
            var lines = output.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
            var worst = lines.FirstOrDefault(line => Severities.Any(line.Contains)) ?? lines.LastOrDefault() ?? "it ended without a word";
            return Severities.Select(severity => worst.IndexOf(severity, StringComparison.Ordinal)).Where(at => at > 0).Select(at => worst[at..]).FirstOrDefault(worst);
        }
    }
}
