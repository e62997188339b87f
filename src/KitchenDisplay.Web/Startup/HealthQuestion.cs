namespace KitchenDisplay.Web.Startup;

/// <summary>The health check of a container, whose image has neither curl nor wget: the app asks the app.</summary>
public static class HealthQuestion
{
    public static async Task<int> AskAsync(StartOptions options)
    {
        var settings = WebApplication.CreateSlimBuilder().Configuration;
        var address = ListenAddresses.Choose(options with { OpenDemo = true }, settings)[0];
        using var client = new HttpClient { Timeout = TimeSpan.FromSeconds(3) };
        try
        {
            using var answer = await client.GetAsync(new Uri(ListenAddresses.FromHere(address), "healthz"));
            return answer.IsSuccessStatusCode ? 0 : StartRefusedException.Failed;
        }
        catch (Exception problem) when (problem is HttpRequestException or TaskCanceledException)
        {
            throw new StartRefusedException($"Nothing healthy answers at {address}: {problem.Message}", StartRefusedException.Failed);
        }
    }
}
