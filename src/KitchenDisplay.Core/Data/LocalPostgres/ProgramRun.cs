using System.ComponentModel;
using System.Diagnostics;

namespace KitchenDisplay.Core.Data;

/// <summary>What a program of the system said and how it ended.</summary>
internal sealed record ProgramRun(int ExitCode, string Output)
{
    public bool Succeeded => ExitCode == 0;

    /// <summary>Runs a program to its end; one that does not exist ends with 127, as in a shell.</summary>
    public static async Task<ProgramRun> OfAsync(string[] command, CancellationToken cancel)
    {
        var start = StartInfo(command);
        start.RedirectStandardInput = start.RedirectStandardOutput = start.RedirectStandardError = true;
        using var process = new Process { StartInfo = start };
        try
        {
            process.Start();
        }
        catch (Win32Exception e)
        {
            return new(127, e.Message);
        }

        process.StandardInput.Close();
        try
        {
            using var output = process.StandardOutput;
            using var errors = process.StandardError;
            var said = await Task.WhenAll(output.ReadToEndAsync(cancel), errors.ReadToEndAsync(cancel));
            await process.WaitForExitAsync(cancel);
            return new(process.ExitCode, string.Concat(said));
        }
        catch (OperationCanceledException)
        {
            process.Kill(entireProcessTree: true);
            throw;
        }
    }

    /// <summary>A start in the root folder (the server's user may not enter ours), with English messages and without the caller's PG settings.</summary>
    public static ProcessStartInfo StartInfo(string[] command)
    {
        var start = new ProcessStartInfo(command[0], command[1..]) { WorkingDirectory = "/" };
        foreach (var name in start.Environment.Keys.Where(name => name.StartsWith("PG", StringComparison.Ordinal)).ToList())
            start.Environment.Remove(name);
        start.Environment["LC_ALL"] = "C";
        return start;
    }
}
