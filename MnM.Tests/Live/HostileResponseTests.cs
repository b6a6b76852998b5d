using System.Text;
using System.Text.Json;
using MnM.Collector.Live;
using MnM.Collector.Live.Recording;
using MnM.Collector.StaticData;
using MnM.Simulator.World;
using MnM.Tests.Live.Pages;
using MnM.Tests.Live.Recording;
using MnM.Web.Live;

namespace MnM.Tests.Live;

/// <summary>Whatever the port answers: no crash, in pages and messages neither, and no poll lost that arrived whole.</summary>
public sealed class HostileResponseTests : PageContext
{
    private const int Seed = 41;

    // Drawing a page takes longer than all the rest; a share of the polls is enough.
    private const int DrawnOneOf = 20;
    private static readonly DateTimeOffset Start = new(2026, 10, 3, 12, 0, 0, TimeSpan.Zero);

    [Fact]
    public async Task Two_thousand_changed_and_damaged_responses_lose_no_whole_poll()
    {
        var whole = 0;
        for (var round = 0; round < 100; round++)
        {
            whole += await PlayAsync(Encoding.UTF8.GetBytes(Polls.Sample), Seed + round, responses: 20);
        }

        Assert.InRange(whole, 800, 2_000);
    }

    [Fact]
    [Trait("Category", "Recordings")]
    public async Task Recorded_responses_changed_and_damaged_lose_no_whole_poll()
    {
        var files = 0;
        foreach (var response in Recordings.Files("live-client").SelectMany(MatchFile.ReadAll))
        {
            await PlayAsync(Encoding.UTF8.GetBytes(response.ToJsonString()), Seed + files++, responses: 40);
        }

        Assert.True(files > 0 || Recordings.Folder is null);
    }

    [Fact]
    [Trait("Category", "Recordings")]
    public void Every_recorded_response_is_read_as_it_is()
    {
        foreach (var file in Recordings.Files("live-client"))
        {
            var polled = PolledResponse.Parse(File.ReadAllBytes(file), Start);
            if (!polled.IsGame)
            {
                continue;
            }

            using var game = LiveGame.Begin(1, polled);
            var view = game.Accept(polled, StaticCatalog.Empty).View;
            var raw = polled.Players.GetArrayLength();
            Assert.Equal(raw, view.Players.Length);
            Assert.Equal(polled.Players.EnumerateArray().Sum(player => player.GetProperty("scores").GetProperty("kills").GetInt32()), view.Teams.Sum(team => team.Kills));
            Assert.All(view.Players, player => Assert.NotEqual("", player.DisplayName));
            Assert.All(view.Players, player => Assert.NotEqual("", player.ChampionAlias));
            Assert.Equal(polled.Document.RootElement.GetProperty("activePlayer").TryGetProperty("error", out _), view.ActivePlayer is null);
        }
    }

    /// <summary>Plays changed responses in a row and answers how many arrived whole; each of those must come back from its record.</summary>
    private async Task<int> PlayAsync(byte[] response, int seed, int responses)
    {
        var mutations = new JsonMutations(seed);
        var text = Encoding.UTF8.GetString(response);
        LiveGame? game = null;
        byte[] recorded = [];
        var whole = 0;
        for (var i = 0; i < responses; i++)
        {
            text = i % 5 == 0 ? Encoding.UTF8.GetString(response) : mutations.Change(text, 2);
            var bytes = i % 3 == 1 ? mutations.Damage(Encoding.UTF8.GetBytes(text), 1 + (i % 4)) : Encoding.UTF8.GetBytes(text);
            if (Parse(bytes, i) is not { } polled)
            {
                continue;
            }

            if (game is null && !polled.IsGame)
            {
                polled.Document.Dispose();
                continue;
            }

            whole++;
            if (game is null || !game.Owns(polled))
            {
                game?.Dispose();
                game = LiveGame.Begin(1, polled);
            }

            var (record, view) = game.Accept(polled, StaticCatalog.Empty);
            var payload = record.Payload!.Value;
            recorded = record.Keyframe ? payload.ToArray() : Apply(recorded, payload);
            using var back = JsonDocument.Parse(recorded, DeltaCodec.Parsing);
            Assert.True(DeepEquality.AreEqual(polled.Document.RootElement, back.RootElement), $"seed {seed}, response {i}");
            Assert.Equal(i, (int)(view.PolledAt - Start).TotalSeconds);
            if ((seed + i) % DrawnOneOf == 0)
            {
                await DrawAsync(view);
            }
        }

        game?.Dispose();
        return whole;
    }

    private async Task DrawAsync(LiveView view)
    {
        JsonDocument.Parse(new LiveMessages().State(view), DeltaCodec.Parsing).Dispose();
        Assert.InRange(LiveScene.Of(view, [], before: null).Plot?.Times.Length ?? 0, 0, 7);
        Assert.NotEmpty(Show(view).Markup);
        await DisposeComponentsAsync();
    }

    private static PolledResponse? Parse(byte[] bytes, int second)
    {
        try
        {
            return PolledResponse.Parse(bytes, Start.AddSeconds(second));
        }
        catch (JsonException)
        {
            using var reader = new MemoryStream(bytes);
            Assert.ThrowsAny<JsonException>(() => JsonDocument.Parse(reader, DeltaCodec.Parsing));
            return null;
        }
    }

    private static byte[] Apply(byte[] recorded, ReadOnlyMemory<byte> delta)
    {
        using var was = JsonDocument.Parse(recorded, DeltaCodec.Parsing);
        using var change = JsonDocument.Parse(delta, DeltaCodec.Parsing);
        using var buffer = new DeltaBuffer();
        DeltaReader.Apply(was.RootElement, change.RootElement, buffer);
        return buffer.Written.ToArray();
    }
}
