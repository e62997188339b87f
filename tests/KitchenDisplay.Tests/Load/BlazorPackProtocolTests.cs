using System.Buffers;
using KitchenDisplay.Load.Screens;
using Microsoft.AspNetCore.SignalR.Protocol;

namespace KitchenDisplay.Tests.Load;

public class BlazorPackProtocolTests
{
    private readonly BlazorPackProtocol protocol = new();
    private readonly ScreenBinder binder = new();

    [Fact]
    public void A_captured_batch_arrives_with_its_number_and_bytes()
    {
        var batch = Assert.IsType<InvocationMessage>(Assert.Single(Read(CapturedFrames.MarkupAppears)));

        Assert.Equal("JS.RenderBatch", batch.Target);
        Assert.Equal(5L, batch.Arguments[0]);
        Assert.Equal(178, Assert.IsType<byte[]>(batch.Arguments[1]).Length);
    }

    [Fact]
    public void Two_messages_in_one_frame_are_two_messages()
    {
        var messages = Read(CapturedFrames.BatchAndEndOfUpdate).Cast<InvocationMessage>();

        Assert.Equal(["JS.RenderBatch", "JS.EndUpdateRootComponents"], messages.Select(message => message.Target));
    }

    [Fact]
    public void A_call_into_the_browser_arrives_without_the_arguments_that_a_screen_does_not_read()
    {
        var calls = Read(CapturedFrames.TwoCalls).Cast<InvocationMessage>().ToArray();

        Assert.Equal([5L, "kitchen.ask"], calls[1].Arguments);
        Assert.Equal(4L, calls[0].Arguments[0]);
    }

    [Fact]
    public void A_result_arrives_for_its_invocation()
    {
        var completion = Assert.IsType<CompletionMessage>(Assert.Single(Read(CapturedFrames.CircuitStarted)));

        Assert.Equal("1", completion.InvocationId);
        Assert.StartsWith("CfDJ8", Assert.IsType<string>(completion.Result));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(7)]
    public void A_frame_that_arrives_in_pieces_is_read_when_it_is_whole(int piece)
    {
        var bytes = Convert.FromBase64String(CapturedFrames.BatchAndEndOfUpdate);
        for (var arrived = 0; arrived < 435; arrived++)
        {
            var part = Pieces.Of(bytes.AsMemory(0, arrived), piece);
            Assert.False(protocol.TryParseMessage(ref part, binder, out _));
            Assert.Equal(arrived, part.Length);
        }

        var whole = Pieces.Of(bytes, piece);
        Assert.Equal(2, Read(whole).Count);
    }

    [Fact]
    public void What_is_written_reads_the_same()
    {
        object?[] arguments = [-33L, 128L, long.MinValue, true, null, new string('ß', 40_000), new byte[70_000]];

        var read = RoundTrip(new InvocationMessage("17", "Everything", arguments));

        Assert.Equal("17", read.InvocationId);
        Assert.Equal(arguments, read.Arguments);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(127)]
    [InlineData(128)]
    [InlineData(-32)]
    [InlineData(-33)]
    [InlineData(int.MaxValue)]
    [InlineData(long.MaxValue)]
    public void Every_size_of_number_reads_the_same(long number) =>
        Assert.Equal([number, "x"], RoundTrip(new InvocationMessage("Echo", [number, "x"])).Arguments);

    [Fact]
    public void A_batch_is_shown_where_it_lies_and_not_copied_for_the_handler()
    {
        var seen = new List<int>();
        var looking = new BlazorPackProtocol(batch => seen.Add(batch.Length));
        var bytes = Convert.FromBase64String(CapturedFrames.MarkupAppears);

        foreach (var input in (ReadOnlySequence<byte>[])[new(bytes), Pieces.Of(bytes, 16)])
        {
            var rest = input;
            Assert.True(looking.TryParseMessage(ref rest, binder, out var message));
            Assert.Equal([5L, Array.Empty<byte>()], ((InvocationMessage)message).Arguments);
        }
        Assert.Equal([178, 178], seen);
    }

    [Fact]
    public void A_message_that_claims_more_than_it_holds_is_refused()
    {
        var torn = new ReadOnlySequence<byte>([3, 0x96, 0x01, 0xdb]);

        Assert.Throws<InvalidDataException>(() => protocol.TryParseMessage(ref torn, binder, out _));
    }

    private InvocationMessage RoundTrip(InvocationMessage message) =>
        Assert.IsType<InvocationMessage>(Assert.Single(Read(new ReadOnlySequence<byte>(protocol.GetMessageBytes(message)))));

    private List<HubMessage> Read(string base64) => Read(new ReadOnlySequence<byte>(Convert.FromBase64String(base64)));

    private List<HubMessage> Read(ReadOnlySequence<byte> input)
    {
        var messages = new List<HubMessage>();
        while (protocol.TryParseMessage(ref input, binder, out var message))
            messages.Add(message);
        Assert.True(input.IsEmpty);
        return messages;
    }
}
