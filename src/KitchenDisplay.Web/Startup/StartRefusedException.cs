namespace KitchenDisplay.Web.Startup;

/// <summary>The app does not start, and the message is a sentence that says what to do.</summary>
public sealed class StartRefusedException(string message, int exitCode = StartRefusedException.BadOption) : Exception(message)
{
    public const int BadOption = 2;
    public const int Failed = 1;

    public int ExitCode { get; } = exitCode;

    public static StartRefusedException PortInUse(string? urls) => new(
        $"Another program already listens on {urls}: stop it, or choose another port with --urls http://localhost:5081.", Failed);
}
