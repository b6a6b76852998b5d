using System.Text;
using System.Text.Json;
using System.Text.Unicode;
using MnM.Collector.Live;
using MnM.Collector.StaticData;
using MnM.Web.Live;

namespace MnM.Tests.Live;

public sealed class LiveMessagesTests
{
    private static readonly JsonDocumentOptions Parsing = new() { MaxDepth = 256 };

    [Fact]
    public void Half_a_surrogate_pair_is_handed_on_in_values_and_in_names()
    {
        var response = Polls.Response(100, r =>
        {
            r["activePlayer"]!["HALF"] = "HALF";
            r["gameData"]!["x"] = "HALF";
            r.Players()[3]!["riotIdGameName"] = "HALF";
            r.Players()[3]!["HALF"] = 1;
            r.Events()[0]!["Acer"] = "HALF";
            r["HALF"] = "HALF";
        });

        var view = View(Encoding.UTF8.GetBytes(Polls.Sample)) with { Response = Encoding.UTF8.GetBytes(response.Replace("HALF", "\\ud83d", StringComparison.Ordinal)) };
        var state = new LiveMessages().State(view).ToArray();

        using var parsed = JsonDocument.Parse(state, Parsing);
        Assert.Equal("\"\\ud83d\"", parsed.RootElement.GetProperty("players")[3].GetProperty("riotIdGameName").GetRawText());
        Assert.Equal(6, Encoding.UTF8.GetString(state).Split("\\ud83d").Length - 1);
    }

    [Fact]
    public void A_byte_order_mark_and_blanks_are_left_out_and_texts_stay()
    {
        const string Name = "a  b \\\" c \\\\";
        var pretty = "\uFEFF" + Polls.Sample.Replace("Player 3", Name, StringComparison.Ordinal).Replace(":{", " :\r\n\t{ ", StringComparison.Ordinal);

        var text = Encoding.UTF8.GetString(State(Encoding.UTF8.GetBytes(pretty)));

        Assert.Contains($"\"riotIdGameName\":\"{Name}\"", text, StringComparison.Ordinal);
        Assert.DoesNotContain("\t", text, StringComparison.Ordinal);
        Assert.StartsWith("{\"is_in_game\":true", text, StringComparison.Ordinal);
    }

    [Fact]
    public void Bytes_that_are_no_UTF_8_do_not_reach_clients_which_would_leave()
    {
        var bytes = Encoding.UTF8.GetBytes(Polls.Sample.Replace("Player 3", "Player @", StringComparison.Ordinal));
        foreach (ref var one in bytes.AsSpan())
        {
            one = one == (byte)'@' ? (byte)0xE2 : one;
        }

        var state = State(bytes);

        Assert.True(Utf8.IsValid(state));
        using var parsed = JsonDocument.Parse(state, Parsing);
        Assert.Equal("Player \uFFFD", parsed.RootElement.GetProperty("players")[3].GetProperty("riotIdGameName").GetString());
    }

    [Theory]
    [InlineData("{ }")]
    [InlineData("7")]
    [InlineData("[]")]
    public void A_player_that_is_hardly_one_is_an_object_with_a_slot_at_most(string player)
    {
        var response = Polls.Response(100, r => r.Players()[9] = "PLAYER").Replace("\"PLAYER\"", player, StringComparison.Ordinal);

        using var parsed = JsonDocument.Parse(State(Encoding.UTF8.GetBytes(response)), Parsing);

        Assert.InRange(parsed.RootElement.GetProperty("players")[9].EnumerateObject().Count(), 0, 1);
    }

    [Theory]
    [InlineData("{\"a\":\"\\ud83d\"}", "{\"a\":\"\\ud83d\"}")]
    [InlineData("no json", "\"no json\"")]
    [InlineData("", "\"\"")]
    public void A_stored_event_is_handed_on_as_it_is(string payload, string json) => Assert.Equal(json, JsonSerializer.Serialize(new RawJson(payload)));

    [Fact]
    public void A_stored_event_may_be_deep()
    {
        var deep = new string('[', 200) + new string(']', 200);

        Assert.Equal($"[{deep}]", JsonSerializer.Serialize(new[] { new RawJson(deep) }));
    }

    private static byte[] State(byte[] response) => new LiveMessages().State(View(response)).ToArray();

    private static LiveView View(byte[] response)
    {
        var polled = PolledResponse.Parse(response, DateTimeOffset.UnixEpoch);
        using var game = LiveGame.Begin(1, polled);
        return game.Accept(polled, StaticCatalog.Empty).View;
    }
}
