using System.Buffers;
using System.Diagnostics.CodeAnalysis;
using System.Text;
using Microsoft.AspNetCore.Connections;
using Microsoft.AspNetCore.SignalR;
using Microsoft.AspNetCore.SignalR.Protocol;

namespace KitchenDisplay.Load.Screens;

/// <summary>What a Blazor Server circuit speaks: SignalR's MessagePack messages under the name "blazorpack".</summary>
/// <param name="batches">
/// Looks at the bytes of a render batch while they still lie in the receive buffer, so that they are never copied to the heap;
/// the handler of <c>JS.RenderBatch</c> then gets an empty array. Null hands the bytes to the handler.
/// </param>
public sealed class BlazorPackProtocol(BatchArrived? batches = null) : IHubProtocol
{
    private const int Invocation = 1, Completion = 3, Ping = 6, Close = 7;
    private const int CompletedWithError = 1, CompletedWithResult = 3;

    public string Name => "blazorpack";
    public int Version => 1;
    public TransferFormat TransferFormat => TransferFormat.Binary;
    public bool IsVersionSupported(int version) => version == Version;

    public bool TryParseMessage(ref ReadOnlySequence<byte> input, IInvocationBinder binder, [NotNullWhen(true)] out HubMessage? message)
    {
        message = null;
        if (!MessageFrame.TryTake(ref input, out var frame))
            return false;

        var reader = new PackReader(frame);
        reader.ReadArrayLength();
        message = reader.ReadInteger() switch
        {
            Invocation => ReadInvocation(ref reader, binder),
            Completion => ReadCompletion(ref reader, binder),
            Ping => PingMessage.Instance,
            Close => new CloseMessage(reader.ReadString(), allowReconnect: false),
            var type => throw new InvalidDataException($"A circuit sends no messages of type {type}."),
        };
        return true;
    }

    private InvocationMessage ReadInvocation(ref PackReader reader, IInvocationBinder binder)
    {
        reader.Skip(); // headers
        var invocationId = reader.ReadString();
        var target = TargetName(reader.ReadText());
        var types = binder.GetParameterTypes(target);
        var sent = reader.ReadArrayLength();
        var arguments = new object?[types.Count];
        for (var i = 0; i < sent; i++)
        {
            if (i < types.Count)
                arguments[i] = ReadValue(ref reader, types[i]);
            else
                reader.Skip(); // newer servers add arguments
        }
        return new InvocationMessage(invocationId, target, arguments);
    }

    private static string TargetName(ReadOnlySequence<byte> utf8) =>
        utf8.IsSingleSegment && utf8.FirstSpan.SequenceEqual("JS.RenderBatch"u8)
            ? "JS.RenderBatch"
            : Encoding.UTF8.GetString(utf8);

    private static CompletionMessage ReadCompletion(ref PackReader reader, IInvocationBinder binder)
    {
        reader.Skip(); // headers
        var invocationId = reader.ReadString()!;
        return reader.ReadInteger() switch
        {
            CompletedWithError => CompletionMessage.WithError(invocationId, reader.ReadString()),
            CompletedWithResult => CompletionMessage.WithResult(invocationId, ReadResult(ref reader, binder.GetReturnType(invocationId))),
            _ => CompletionMessage.Empty(invocationId),
        };
    }

    private static string? ReadResult(ref PackReader reader, Type type) =>
        type == typeof(string) ? reader.ReadString() : throw new NotSupportedException($"A circuit returns texts, not {type.Name}.");

    private object? ReadValue(ref PackReader reader, Type type)
    {
        if (reader.TryReadNil())
            return null;
        if (type == typeof(long))
            return reader.ReadInteger();
        if (type == typeof(bool))
            return reader.ReadBoolean();
        if (type == typeof(string))
            return reader.ReadString();
        if (type != typeof(byte[]))
            throw new NotSupportedException($"A screen reads no {type.Name}.");
        return ReadBatch(reader.ReadBytes());
    }

    private byte[] ReadBatch(ReadOnlySequence<byte> bytes)
    {
        if (batches is null)
            return bytes.ToArray();
        if (bytes.IsSingleSegment)
        {
            batches(bytes.FirstSpan);
            return [];
        }
        var whole = ArrayPool<byte>.Shared.Rent((int)bytes.Length);
        bytes.CopyTo(whole);
        batches(whole.AsSpan(0, (int)bytes.Length));
        ArrayPool<byte>.Shared.Return(whole);
        return [];
    }

    public void WriteMessage(HubMessage message, IBufferWriter<byte> output)
    {
        var frame = new ArrayBufferWriter<byte>(64);
        var writer = new PackWriter(frame);
        switch (message)
        {
            case InvocationMessage invocation:
                writer.WriteArrayLength(6);
                writer.WriteInteger(Invocation);
                writer.WriteEmptyMap(); // headers
                writer.WriteString(invocation.InvocationId);
                writer.WriteString(invocation.Target);
                writer.WriteArrayLength(invocation.Arguments.Length);
                foreach (var argument in invocation.Arguments)
                    writer.WriteArgument(argument);
                writer.WriteArrayLength(0); // streams
                break;
            case PingMessage:
                writer.WriteArrayLength(1);
                writer.WriteInteger(Ping);
                break;
            case CloseMessage close:
                writer.WriteArrayLength(3);
                writer.WriteInteger(Close);
                writer.WriteString(close.Error);
                writer.WriteBoolean(close.AllowReconnect);
                break;
            default:
                throw new NotSupportedException($"A screen sends no {message.GetType().Name}.");
        }
        MessageFrame.Write(frame.WrittenSpan, output);
    }

    public ReadOnlyMemory<byte> GetMessageBytes(HubMessage message)
    {
        var output = new ArrayBufferWriter<byte>(64);
        WriteMessage(message, output);
        return output.WrittenMemory;
    }
}

/// <summary>Called with the bytes of one render batch, which are gone when it returns.</summary>
public delegate void BatchArrived(ReadOnlySpan<byte> batch);
