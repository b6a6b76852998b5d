using System.Text.Json.Nodes;
using MnM.Collector.Live;
using MnM.Collector.Live.Recording;

namespace MnM.Tests.Live.Recording;

public sealed class GameReplayTests
{
    private static readonly DateTimeOffset Start = new(2026, 10, 3, 12, 0, 0, TimeSpan.Zero);

    [Theory]
    [InlineData(300, 3)] // only the first segment was ever there
    [InlineData(700, 9)] // both were: the later one counts
    [InlineData(700.9, 9)]
    [InlineData(1000, 11)]
    [InlineData(5000, 11)] // after all: the latest time
    public void A_game_time_means_the_last_segment_that_reaches_it(double seconds, int sequence)
    {
        var moments = Moments((0, [0, 100, 200, 300, 400, 500, 600, 700]), (1, [600, 700, 800, 1000]));
        Assert.Equal(sequence, RecordedMoment.At(moments, seconds)!.Value.Sequence);
    }

    [Fact]
    public void A_short_look_back_does_not_hide_what_came_later()
    {
        var moments = Moments((0, [0, 500, 900, 1000]), (1, [500, 600]));
        Assert.Equal(2, RecordedMoment.At(moments, 950)!.Value.Sequence);
        Assert.Equal(5, RecordedMoment.At(moments, 600)!.Value.Sequence);
    }

    [Fact]
    public void Before_the_first_poll_there_is_none() => Assert.Null(RecordedMoment.At(Moments((0, [5, 6])), 4.9));

    [Fact]
    public async Task A_recorded_second_is_shown_as_the_live_page_showed_it()
    {
        await using var run = await LiveRun.StartAsync();
        var shown = new List<LiveView>();
        for (var second = 0; second < 70; second++)
        {
            var state = await run.PollAsync(Polls.Response(100 + second, response =>
            {
                response.Players()[3]!["level"] = 1 + (second / 10);
                response.Players()[3]!["isDead"] = second % 7 == 0;
                if (second >= 30)
                {
                    response.Events().Add((JsonNode)Polls.Event(1, "ChampionKill", 130, ("KillerName", "Player 3"), ("VictimName", "Player 7")));
                }

                if (second >= 40)
                {
                    // The scoreboard is sorted anew.
                    var first = response.Players()[0]!.DeepClone();
                    response.Players().RemoveAt(0);
                    response.Players().Insert(3, first);
                }
            }));
            shown.Add(state.Game!);
        }

        foreach (var live in shown)
        {
            var replayed = await run.Replay.ViewAtAsync(live.GameId, live.GameTime + 0.4, CancellationToken.None);
            Assert.Equal(live.Sequence, replayed!.Sequence);
            Assert.Equal(live.PolledAt, replayed.PolledAt);
            Assert.Equal(live.Players.Select(Brief), replayed.Players.Select(Brief));
            Assert.Equal(live.Events.Select(told => told with { AssistSlots = default }), replayed.Events.Select(told => told with { AssistSlots = default }));
            Assert.Equal(live.SlotsInResponse.AsEnumerable(), replayed.SlotsInResponse);
            Assert.Equal(live.Teams.Select(team => team.Kills), replayed.Teams.Select(team => team.Kills));
            Assert.Equal(live.ActivePlayer!.Slot, replayed.ActivePlayer!.Slot);
        }

        Assert.Null(await run.Replay.ViewAtAsync(shown[0].GameId, 99, CancellationToken.None));
        Assert.Null(await run.Replay.ViewAtAsync(99, 120, CancellationToken.None));
        Assert.Equal(70, (await run.Replay.MomentsAsync(shown[0].GameId, CancellationToken.None)).Readable.Count);
    }

    private static string Brief(PlayerView player) =>
        $"{player.Slot} {player.Team} {player.ChampionAlias} {player.DisplayName} {player.Level} {player.IsDead} {player.IsActivePlayer} {string.Join(',', player.Items.Select(item => item.ItemId))}";

    private static List<RecordedMoment> Moments(params (int Segment, double[] Times)[] segments) =>
        [.. segments.SelectMany(part => part.Times.Select(time => (part.Segment, time)))
            .Select((moment, sequence) => new RecordedMoment(sequence, moment.time, Start.AddSeconds(sequence), moment.Segment))];
}
