using System.Threading.Channels;
using Microsoft.AspNetCore.SignalR.Client;
using Microsoft.Extensions.Logging;

namespace KitchenDisplay.Client;

/// <summary>Follows one station through every failure. One loop does it all, so a change and a snapshot never race.</summary>
internal sealed partial class StationWatch(Func<HubConnection> connect, string? station, ChannelWriter<KitchenBoard> boards, ILogger logger)
{
    // Never at once: a server that closes its connections because it stops still takes new ones for a moment, and then waits for them.
    private static readonly TimeSpan[] Pauses = [TimeSpan.FromMilliseconds(250), TimeSpan.FromMilliseconds(500), TimeSpan.FromSeconds(1)];
    private static readonly TimeSpan ConnectPatience = TimeSpan.FromSeconds(5);

    private KitchenBoard board = KitchenBoard.Unknown;
    private int failures;

    public async Task RunAsync(CancellationToken cancel)
    {
        while (!cancel.IsCancellationRequested)
        {
            try
            {
                await FollowAsync(cancel);
            }
            catch (Exception error) when (!cancel.IsCancellationRequested)
            {
                if (board.IsLive)
                    LogLost(error.Message);
                Show(board with { Trouble = error.Message });
                await Task.Delay(Pauses[Math.Min(failures++, Pauses.Length - 1)], cancel).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            }
            catch (Exception) when (cancel.IsCancellationRequested)
            {
            }
        }
    }

    private async Task FollowAsync(CancellationToken cancel)
    {
        var changes = Channel.CreateUnbounded<StationChange>();
        await using var connection = connect();
        connection.On<StationChange>("Changed", change => changes.Writer.TryWrite(change));
        connection.Closed += error =>
        {
            changes.Writer.TryComplete(error ?? new IOException("The kitchen has closed the connection."));
            return Task.CompletedTask;
        };
        await StartAsync(connection, cancel);
        await JoinAsync(connection, cancel);
        await foreach (var change in changes.Reader.ReadAllAsync(cancel))
        {
            if (board.After(change) is { } next)
                Show(next);
            else
                await JoinAsync(connection, cancel); // a change was missed: everything anew
        }
    }

    private static async Task StartAsync(HubConnection connection, CancellationToken cancel)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        patience.CancelAfter(ConnectPatience);
        await connection.StartAsync(patience.Token);
    }

    private async Task JoinAsync(HubConnection connection, CancellationToken cancel)
    {
        var snapshot = await connection.InvokeAsync<StationSnapshot>("Join", station, cancel);
        if (failures > 0)
            LogBack(snapshot.Cards.Length);
        failures = 0;
        Show(KitchenBoard.Of(snapshot));
    }

    private void Show(KitchenBoard next)
    {
        if (next == board)
            return;
        board = next;
        boards.TryWrite(board);
    }

    [LoggerMessage(LogLevel.Warning, "The kitchen is out of reach: {Reason} Trying again.")]
    private partial void LogLost(string reason);

    [LoggerMessage(LogLevel.Information, "The kitchen is back, {Cards} open cards.")]
    private partial void LogBack(int cards);
}
