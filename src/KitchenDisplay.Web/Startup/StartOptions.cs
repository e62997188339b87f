namespace KitchenDisplay.Web.Startup;

/// <summary>What the app was asked for on the command line. Settings (connection strings, log levels) come from the environment.</summary>
public sealed record StartOptions
{
    public const string Usage = """
        KitchenDisplay: kitchen display and ordering for professional kitchens.

          --urls <address>   where to listen, several with ; between (default: http://localhost:5080)
          --no-demo          start without the demo restaurant
          --reset-demo       clear the demo restaurant and load it again
          --open-demo        listen on other than loopback addresses, also without https; the demo's PINs stand on its sign-in page, so everybody who reaches it may order and bump
          --certificate <file>   by what https proves itself: a PEM file with its key, or a PFX (default: one by the house's own authority, made the first time)
          --verify-audit     check that nothing that was sealed in the audit has been changed: exit code 0 or 1
          --health           ask the app that runs at this address whether it is alive: exit code 0 or 1
          --help             this text
        """;

    public string? Urls { get; init; }
    public bool NoDemo { get; init; }
    public bool ResetDemo { get; init; }
    public bool OpenDemo { get; init; }
    public string? Certificate { get; init; }
    public bool VerifyAudit { get; init; }
    public bool Health { get; init; }
    public bool Help { get; init; }

    /// <exception cref="StartRefusedException">The first option that cannot be understood.</exception>
    public static StartOptions Read(params IReadOnlyList<string> args)
    {
        var options = new StartOptions();
        for (var rest = new Queue<string>(args); rest.TryDequeue(out var option);)
        {
            options = option switch
            {
                "--urls" => options with { Urls = rest.TryDequeue(out var urls) ? urls : "" },
                _ when option.StartsWith("--urls=", StringComparison.Ordinal) => options with { Urls = option["--urls=".Length..] },
                "--no-demo" => options with { NoDemo = true },
                "--reset-demo" => options with { ResetDemo = true },
                "--open-demo" => options with { OpenDemo = true },
                "--certificate" => options with { Certificate = rest.TryDequeue(out var file) ? file : "" },
                "--verify-audit" => options with { VerifyAudit = true },
                "--health" => options with { Health = true },
                "--help" or "-h" => options with { Help = true },
                _ => throw new StartRefusedException($"The option {option} is not known: see --help."),
            };
        }

        if (options.Urls is "")
            throw new StartRefusedException($"--urls needs an address, like {ListenAddresses.Default}.");
        if (options.Certificate is "")
            throw new StartRefusedException("--certificate needs a file.");
        if (options.NoDemo && options.ResetDemo)
            throw new StartRefusedException("--no-demo and --reset-demo contradict each other: give one of them.");
        return options;
    }
}
