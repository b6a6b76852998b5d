using MnM.Benchmarks.Viewers;

namespace MnM.Tests.Benchmarks;

public sealed class HubMessageTests
{
    [Theory]
    [InlineData(0)]
    [InlineData(127)]
    [InlineData(128)]
    [InlineData(70_000)]
    [InlineData(3_000_000)]
    public void A_message_of_any_length_is_found_whole_and_never_before(int length)
    {
        var bytes = Call(new string('x', length)).ToBytes();
        Assert.Null(HubMessage.FindFirst(bytes.AsSpan(..^1)));
        Assert.Null(HubMessage.FindFirst([]));
        var (start, found) = Assert.NotNull(HubMessage.FindFirst([.. bytes, 1, 2, 3]));
        Assert.Equal(bytes.Length, start + found);
    }

    [Fact]
    public void A_call_comes_back_as_it_was()
    {
        var call = Assert.IsType<HubMessage.Invocation>(Read(Call("text", 7, -1L, long.MaxValue, true, false, null).ToBytes()));
        Assert.Equal(("0", "Target"), (call.Id, call.Target));
        Assert.Equal(["text", 7L, -1L, long.MaxValue, true, false, null], call.Arguments);
    }

    /// <summary>Examples of the specification: each form that a number, a text or bytes may have.</summary>
    [Theory]
    [InlineData("07", 7L)]
    [InlineData("ff", -1L)]
    [InlineData("cc80", 128L)]
    [InlineData("cd0100", 256L)]
    [InlineData("ce00010000", 65536L)]
    [InlineData("cf0000000100000000", 4294967296L)]
    [InlineData("d080", -128L)]
    [InlineData("d1ff00", -256L)]
    [InlineData("d2ffff0000", -65536L)]
    [InlineData("d3ffffffff00000000", -4294967296L)]
    [InlineData("a26162", "ab")]
    [InlineData("d9026162", "ab")]
    [InlineData("da00026162", "ab")]
    [InlineData("db000000026162", "ab")]
    [InlineData("c4020102", new byte[] { 1, 2 })]
    [InlineData("c500020102", new byte[] { 1, 2 })]
    [InlineData("c6000000020102", new byte[] { 1, 2 })]
    [InlineData("9107", new object[] { 7L })]
    [InlineData("dc000107", new object[] { 7L })]
    [InlineData("dd0000000107", new object[] { 7L })]
    public void Every_form_of_a_value_is_read(string bytes, object expected) =>
        Assert.Equal(expected, new MessagePackReader(Convert.FromHexString(bytes)).Read());

    [Theory]
    [InlineData("d902")]
    [InlineData("ca00000000")]
    public void What_is_cut_off_or_unknown_is_a_fault(string bytes) =>
        Assert.Throws<FormatException>(() => new MessagePackReader(Convert.FromHexString(bytes)).Read());

    [Fact]
    public void Answers_tell_success_from_failure()
    {
        Assert.Equal(new HubMessage.Completion("0", null, "circuit"), HubMessage.Read(Convert.FromHexString("950380A13003A763697263756974")));
        Assert.Equal(new HubMessage.Completion("0", "no", null), HubMessage.Read(Convert.FromHexString("950380A13001A26E6F")));
        Assert.Equal(new HubMessage.Completion("0", null, null), HubMessage.Read(Convert.FromHexString("940380A13002")));
        Assert.IsType<HubMessage.Ping>(HubMessage.Read(Convert.FromHexString("9106")));
        Assert.Equal(new HubMessage.Close("over"), HubMessage.Read(Convert.FromHexString("9207A46F766572")));
    }

    private static HubMessage.Invocation Call(params object?[] arguments) => new("0", "Target", arguments);

    private static HubMessage Read(byte[] bytes)
    {
        var (start, length) = Assert.NotNull(HubMessage.FindFirst(bytes));
        return HubMessage.Read(bytes.AsSpan(start, length));
    }
}
