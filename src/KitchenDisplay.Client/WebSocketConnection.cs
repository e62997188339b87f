using System.Buffers;
using System.IO.Pipelines;
using System.Net.WebSockets;
using Microsoft.AspNetCore.Connections;
using Microsoft.AspNetCore.Http.Features;

namespace KitchenDisplay.Client;

/// <summary>One open WebSocket as the pair of pipes that a <c>HubConnection</c> reads and writes.</summary>
internal sealed class WebSocketConnection : ConnectionContext
{
    private static readonly TimeSpan Goodbye = TimeSpan.FromSeconds(1);

    // The receiving loop hands over inline: SignalR only parses there and queues what it found.
    private static readonly PipeOptions Inward = new(readerScheduler: PipeScheduler.Inline, useSynchronizationContext: false);
    private static readonly PipeOptions Outward = new(useSynchronizationContext: false);

    private readonly WebSocket socket;
    private readonly WebSocketMessageType frames;
    private readonly Pipe received = new(Inward);
    private readonly Pipe toSend = new(Outward);
    private readonly CancellationTokenSource aborted = new();
    private readonly CancellationTokenSource closed = new();
    private readonly Task receiving;
    private readonly Task sending;

    public WebSocketConnection(WebSocket socket, TransferFormat format)
    {
        this.socket = socket;
        frames = format == TransferFormat.Binary ? WebSocketMessageType.Binary : WebSocketMessageType.Text;
        Transport = new Pipes(received.Reader, toSend.Writer);
        ConnectionClosed = closed.Token;
        receiving = ReceiveAsync();
        sending = SendAsync();
    }

    public override string ConnectionId { get; set; } = Guid.NewGuid().ToString("N");
    public override IDuplexPipe Transport { get; set; }
    public override IFeatureCollection Features { get; } = new FeatureCollection();
    public override IDictionary<object, object?> Items { get; set; } = new ConnectionItems();
    public override CancellationToken ConnectionClosed { get; set; }

    private async Task ReceiveAsync()
    {
        Exception? broken = null;
        try
        {
            while (true)
            {
                var frame = await socket.ReceiveAsync(received.Writer.GetMemory(), aborted.Token);
                if (frame.MessageType == WebSocketMessageType.Close)
                    break;
                received.Writer.Advance(frame.Count);
                if (frame.EndOfMessage && (await received.Writer.FlushAsync()).IsCompleted)
                    break;
            }
        }
        catch (OperationCanceledException) when (aborted.IsCancellationRequested)
        {
        }
        catch (Exception error)
        {
            broken = error;
        }
        await received.Writer.CompleteAsync(broken);
        toSend.Reader.CancelPendingRead();
        await closed.CancelAsync();
    }

    private async Task SendAsync()
    {
        Exception? broken = null;
        try
        {
            while (true)
            {
                var read = await toSend.Reader.ReadAsync();
                if (!read.Buffer.IsEmpty)
                    await SendAsync(read.Buffer);
                toSend.Reader.AdvanceTo(read.Buffer.End);
                if (read.IsCompleted || read.IsCanceled)
                    break;
            }
            await socket.CloseOutputAsync(WebSocketCloseStatus.NormalClosure, null, aborted.Token);
        }
        catch (Exception error) when (error is OperationCanceledException or WebSocketException or ObjectDisposedException)
        {
            broken = error;
        }
        await toSend.Reader.CompleteAsync(broken);
    }

    private async ValueTask SendAsync(ReadOnlySequence<byte> message)
    {
        var next = message.Start;
        message.TryGet(ref next, out var part);
        while (message.TryGet(ref next, out var following))
        {
            await socket.SendAsync(part, frames, endOfMessage: false, aborted.Token);
            part = following;
        }
        await socket.SendAsync(part, frames, endOfMessage: true, aborted.Token);
    }

    public override void Abort(ConnectionAbortedException abortReason) => aborted.Cancel();

    public override async ValueTask DisposeAsync()
    {
        await Transport.Output.CompleteAsync();
        await Transport.Input.CompleteAsync();
        aborted.CancelAfter(Goodbye); // a peer that does not answer the close may not hold us
        await Task.WhenAll(receiving, sending);
        socket.Dispose();
        aborted.Dispose();
        closed.Dispose();
        await base.DisposeAsync();
    }

    private sealed record Pipes(PipeReader Input, PipeWriter Output) : IDuplexPipe;
}
