using System.Diagnostics;
using System.Net.WebSockets;
using System.Text.Json;
using KitchenDisplay.Client;
using KitchenDisplay.Web.Features.Kitchen;
using Microsoft.AspNetCore.SignalR.Client;
using Microsoft.AspNetCore.SignalR.Protocol;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace KitchenDisplay.Load.Screens;

/// <summary>
/// A screen without a browser: it holds a real circuit, answers what the circuit asks and shows every text of every render batch
/// to <c>texts</c>. It looks, and says what it sees; nobody can touch it.
/// </summary>
public sealed class HeadlessScreen : IAsyncDisposable
{
    private static readonly Type[] Batch = [typeof(long), typeof(byte[])];
    private static readonly Type[] Call = [typeof(long), typeof(string), typeof(string), typeof(long)];

    // As Blazor numbers what it expects: a reference to an object.
    private const long Reference = 1;

    private readonly ScreenReport report = new(Guid.CreateVersion7(), IsVisible: true, HasWakeLock: true, IsAudible: true, Zoom: 1, UsualZoom: 1, Holds: null);
    private readonly TextOnScreen texts;
    private readonly HubConnection circuit;
    private readonly TaskCompletionSource shown = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly TaskCompletionSource<string> died = new(TaskCreationOptions.RunContinuationsAsynchronously);

    // How the circuit calls the component that wants to hear of what is seen; 0 before it has said so.
    private long eyes;

    private HeadlessScreen(CircuitPage page, TextOnScreen texts)
    {
        this.texts = texts;
        var builder = new HubConnectionBuilder().WithWebSocket(new Uri(page.App, "_blazor"), options => OpenLikeABrowser(options, page));
        builder.Services.Replace(ServiceDescriptor.Singleton<IHubProtocol>(new BlazorPackProtocol(Look)));
        circuit = builder.Build();
        circuit.On("JS.RenderBatch", Batch, (arguments, _) => circuit.SendAsync("OnRenderCompleted", arguments[0], null), this);
        circuit.On("JS.BeginInvokeJS", Call, (arguments, _) => AnswerAsync((long)arguments[0]!, (string)arguments[1]!, (string?)arguments[2], (long)arguments[3]!), this);
        circuit.On("JS.EndUpdateRootComponents", Batch[..1], (_, _) => Done(() => shown.TrySetResult()), this);
        circuit.On("JS.Error", Call[1..2], (arguments, _) => Done(() => died.TrySetResult((string)arguments[0]!)), this);
        circuit.Closed += error => Done(() => died.TrySetResult(error?.Message ?? "The circuit was closed."));
        foreach (var harmless in (string[])["JS.EndInvokeDotNet", "JS.AttachComponent", "JS.BeginTransmitStream", "JS.ReceiveByteArray", "JS.SavePersistedState"])
            circuit.On(harmless, [], (_, _) => Task.CompletedTask, this);
    }

    /// <summary>Ends, with the reason, when the circuit has failed or gone.</summary>
    public Task<string> Died => died.Task;

    /// <summary>Render batches so far.</summary>
    public int Batches { get; private set; }

    /// <summary>Bytes of all render batches so far.</summary>
    public long Bytes { get; private set; }

    /// <summary>Opens the page and returns when its components run in a circuit.</summary>
    public static async Task<HeadlessScreen> OpenAsync(Uri address, TextOnScreen texts, CancellationToken cancel)
    {
        var page = await CircuitPage.GetAsync(address, cancel);
        var screen = new HeadlessScreen(page, texts);
        try
        {
            await screen.StartAsync(page, cancel);
            return screen;
        }
        catch
        {
            await screen.DisposeAsync();
            throw;
        }
    }

    private async Task StartAsync(CircuitPage page, CancellationToken cancel)
    {
        await circuit.StartAsync(cancel);
        await circuit.InvokeAsync<string>("StartCircuit", page.App.ToString(), page.Address.ToString(), "[]", "", cancel);
        await circuit.SendAsync("UpdateRootComponents", page.ComponentsToAdd(), page.State, cancel);
        var first = await Task.WhenAny(shown.Task, Died).WaitAsync(cancel);
        if (first == Died)
            throw new InvalidOperationException($"{page.Address} did not come up: {await Died}");
    }

    /// <summary>Goes to another address of the app, as a link does that its router follows.</summary>
    public Task GoAsync(Uri address, CancellationToken cancel) => circuit.SendAsync("OnLocationChanged", address.ToString(), null, false, cancel);

    private void Look(ReadOnlySpan<byte> batch)
    {
        var arrived = Stopwatch.GetTimestamp();
        Batches++;
        Bytes += batch.Length;
        foreach (var text in new BatchTexts(batch))
            texts(text, arrived);
    }

    /// <summary>Reports rows that were put up. Nothing, as long as the page has not been asked to.</summary>
    public Task SawAsync(IReadOnlyList<SeenRow> rows, CancellationToken cancel) =>
        eyes == 0 ? Task.CompletedTask : circuit.SendAsync("BeginInvokeDotNetFromJS", "1", null, "Saw", eyes, JsonSerializer.Serialize(new[] { rows }, JsonSerializerOptions.Web), cancel);

    // Call 0 wants no answer. A module is answered with a reference to an object; null is an answer to every other question that our pages ask of a browser.
    private Task AnswerAsync(long call, string function, string? arguments, long expected)
    {
        if (function == "kitchenSight.open") eyes = JsonElement.Parse(arguments!)[0].GetProperty("__dotNetObject").GetInt64();
        var answer = function switch
        {
            "kitchenSight.beat" => JsonSerializer.Serialize(report, JsonSerializerOptions.Web),
            "orders" => "[]",
            _ when expected == Reference => """{"__jsObjectId":1}""",
            _ => "null",
        };
        return call == 0 ? Task.CompletedTask : circuit.SendAsync("EndInvokeJSFromDotNet", call, true, $"[{call},true,{answer}]");
    }

    private static Task Done(Action act)
    {
        act();
        return Task.CompletedTask;
    }

    private static void OpenLikeABrowser(ClientWebSocketOptions options, CircuitPage page)
    {
        options.Cookies = page.Cookies;
        options.SetRequestHeader("Origin", page.App.GetLeftPart(UriPartial.Authority));
        options.DangerousDeflateOptions = new WebSocketDeflateOptions();
    }

    public ValueTask DisposeAsync() => circuit.DisposeAsync();
}

/// <summary>Called with each text of a render batch and the time at which the batch arrived (<see cref="Stopwatch.GetTimestamp"/>).</summary>
public delegate void TextOnScreen(ReadOnlySpan<byte> utf8, long arrived);
