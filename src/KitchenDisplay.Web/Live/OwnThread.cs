namespace KitchenDisplay.Web.Live;

/// <summary>A thread for what must never wait behind the renders of a hundred screens, as everything on the pool does.</summary>
internal static class OwnThread
{
    /// <returns>Ends when the work has ended.</returns>
    internal static Task Run(Action work) => Task.Factory.StartNew(work, CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default);
}
