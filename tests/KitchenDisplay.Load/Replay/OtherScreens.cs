using KitchenDisplay.Core.House;
using KitchenDisplay.Load.Screens;
using KitchenDisplay.Load.Support;

namespace KitchenDisplay.Load.Replay;

/// <summary>The screens of all other displays: without them their work would be NOT ON SCREEN, and come to the one that is looked at.</summary>
internal sealed class OtherScreens : IAsyncDisposable
{
    private readonly List<HeadlessScreen> screens = [];

    public static async Task<OtherScreens> OpenAsync(KitchenNode node, string except, CancellationToken cancel)
    {
        var others = new OtherScreens();
        foreach (var display in node.Board.Snapshot.All<Display>().Where(d => d.Slug != except))
            others.screens.Add(await HeadlessScreen.OpenAsync(new Uri(node.Address, $"kitchen/{display.Slug}"), (_, _) => { }, cancel));
        return others;
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var screen in screens) await screen.DisposeAsync();
    }
}
