using KitchenDisplay.Core.Audit;
using KitchenDisplay.Core.Data;
using KitchenDisplay.Core.Doors.SignIn;

namespace KitchenDisplay.Web.Startup;

/// <summary>Whether the audit is as it was sealed, for somebody at a terminal.</summary>
public static class AuditQuestion
{
    public static async Task<int> AskAsync(KitchenConnections connections)
    {
        await using var source = Database.Source(connections);
        var keys = HouseKeys.Open(LocalPostgresOptions.ForApp().DataFolder);
        var verdict = await new AuditVerifier(source, keys).VerifyAsync();
        Console.WriteLine($"{verdict.Blocks} blocks with {verdict.Rows} rows are as they were sealed.{(keys.HeadsFile is null ? " No file of seals is named, so that a chain cut off at its end would not be noticed." : "")}");
        if (verdict.Fault is null) return 0;
        Console.Error.WriteLine(verdict.Fault);
        return StartRefusedException.Failed;
    }
}
