using System.Diagnostics;
using System.Text;
using KitchenDisplay.Load.Screens;

namespace KitchenDisplay.Load.Inventory;

/// <summary>The list of items in a real circuit: from the question to the batch that draws its first row.</summary>
internal sealed class GridProbe(Uri house) : IAsyncDisposable
{
    private const string Nothing = "No item is like this. Take a word or a condition away.";

    private HeadlessScreen screen = null!;
    private byte[] wanted = [];
    private TaskCompletionSource<long> drawn = new();

    public static async Task<GridProbe> OpenAsync(Uri house, CancellationToken cancel)
    {
        var probe = new GridProbe(house);
        probe.screen = await HeadlessScreen.OpenAsync(new Uri(house, "office/stock"), probe.Look, cancel);
        return probe;
    }

    /// <summary>How long it takes until a text is drawn, in ticks of <see cref="Stopwatch"/>. Before it the list is empty.</summary>
    public async Task<long> TimeAsync(string address, string text, CancellationToken cancel)
    {
        await GoAsync("office/stock?q=qqzzqqzz", Nothing, cancel);
        return await GoAsync(address, text, cancel);
    }

    public ValueTask DisposeAsync() => screen.DisposeAsync();

    private async Task<long> GoAsync(string address, string text, CancellationToken cancel)
    {
        (wanted, drawn) = (Encoding.UTF8.GetBytes(text), new(TaskCreationOptions.RunContinuationsAsynchronously));
        var began = Stopwatch.GetTimestamp();
        await screen.GoAsync(new Uri(house, address), cancel);
        return await drawn.Task.WaitAsync(TimeSpan.FromSeconds(10), cancel) - began;
    }

    private void Look(ReadOnlySpan<byte> text, long arrived)
    {
        if (text.SequenceEqual(wanted)) drawn.TrySetResult(arrived);
    }
}
