using KitchenDisplay.Core.Data;
using KitchenDisplay.Web;
using KitchenDisplay.Web.Startup;

try
{
    var options = StartOptions.Read(args);
    if (options.Help)
    {
        Console.WriteLine(StartOptions.Usage);
        return 0;
    }

    if (options.Health)
        return await HealthQuestion.AskAsync(options);

    await using var database = await KitchenDatabase.OpenAsync(options);
    if (options.VerifyAudit)
        return await AuditQuestion.AskAsync(database.Connections);

    await using var app = KitchenApp.Build(options, database.Connections);
    await app.OpenAsync();
    await app.WaitForShutdownAsync();
    return 0;
}
catch (Exception refusal) when (refusal is LocalPostgresException or DatabaseTooNewException)
{
    Console.Error.WriteLine(refusal.Message);
    return StartRefusedException.Failed;
}
catch (OperationCanceledException)
{
    // Stopped before it was open: nothing is left running.
    return 0;
}
catch (StartRefusedException refusal)
{
    Console.Error.WriteLine(refusal.Message);
    return refusal.ExitCode;
}
