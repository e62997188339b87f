namespace KitchenDisplay.Web.Live;

/// <summary>Does the same again and again. What goes wrong is said once and tried again the next time, whatever it was: a service that gives up ends the app, and the kitchen with it.</summary>
public abstract partial class Keeper(TimeSpan every, TimeProvider clock, ILogger logger) : BackgroundService
{
    protected TimeProvider Clock => clock;

    /// <summary>Does what is due now.</summary>
    protected abstract Task WorkAsync(CancellationToken cancel);

    protected sealed override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(every, clock);
        var failed = false;
        do
        {
            try
            {
                await WorkAsync(stoppingToken);
                failed = false;
            }
            catch (Exception reason) when (!stoppingToken.IsCancellationRequested)
            {
                if (!failed) Postponed(GetType().Name, reason);
                failed = true;
            }
        }
        while (await timer.WaitForNextTickAsync(stoppingToken));
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "{Keeper} tries again later.")]
    private partial void Postponed(string keeper, Exception reason);
}
