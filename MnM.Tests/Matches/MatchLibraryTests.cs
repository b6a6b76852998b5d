using System.Net;
using MnM.Collector.Backplane;
using MnM.Collector.Matches;
using MnM.Collector.Players;
using MnM.Collector.Riot;
using MnM.Tests.Riot;

namespace MnM.Tests.Matches;

/// <summary>Somebody who waits wants matches.</summary>
public sealed class MatchLibraryTests
{
    private const string Id = "EUW1_7001";
    private static readonly CancellationToken End = CancellationToken.None;

    [Fact]
    public async Task A_timeline_brings_its_match_and_is_asked_for_once()
    {
        var riot = new StubRiot(path => Answer(path, HttpStatusCode.OK));
        await using var run = await StartAsync(riot);
        var both = await run.AnswerAsync(Task.WhenAll(run.Get<MatchLibrary>().OpenTimelineAsync(Id, End), run.Get<MatchLibrary>().OpenTimelineAsync(Id, End)));

        Assert.All(both, answer => Assert.True(Assert.IsType<TimelineAnswer.Stored>(answer).Timeline.Frames > 1));
        Assert.NotNull(await run.Get<MatchQueries>().FindTimelineAsync(Id, End));
        Assert.IsType<TimelineAnswer.Stored>(await run.Get<MatchLibrary>().OpenTimelineAsync(Id, End));
        Assert.Equal(2, riot.Count);
    }

    [Theory]
    [InlineData(HttpStatusCode.NotFound, WorkState.NotFound)]
    [InlineData(HttpStatusCode.Forbidden, WorkState.Private)]
    public async Task A_timeline_that_Riot_does_not_give_is_remembered_with_the_reason(HttpStatusCode status, WorkState state)
    {
        var riot = new StubRiot(path => Answer(path, status));
        await using var run = await StartAsync(riot);
        run.Clock.Advance(TimeSpan.FromDays(3650).TotalSeconds);
        var answer = Assert.IsType<TimelineAnswer.Absent>(await run.AnswerAsync(run.Get<MatchLibrary>().OpenTimelineAsync(Id, End)));

        Assert.Equal(state, answer.State);
        var asked = riot.Count;
        Assert.Equal(answer, await run.Get<MatchLibrary>().OpenTimelineAsync(Id, End));
        Assert.Equal(asked, riot.Count);
    }

    [Fact]
    public async Task A_timeline_that_is_not_there_yet_is_asked_for_again()
    {
        var clock = new MnM.Simulator.SimulatorClock();
        var riot = new StubRiot(path => path.EndsWith("/timeline", StringComparison.Ordinal) ? StubRiot.Answer(HttpStatusCode.NotFound)
            : StubRiot.Answer(HttpStatusCode.OK, JustOver(clock.GetUtcNow()).ToJsonString()));
        await using var run = await StartAsync(riot, clock);

        var answer = Assert.IsType<TimelineAnswer.Unavailable>(await run.AnswerAsync(run.Get<MatchLibrary>().OpenTimelineAsync(Id, End)));
        Assert.Equal("Riot does not have this match's timeline yet.", answer.Reason);
        var asked = riot.Count;
        await run.AnswerAsync(run.Get<MatchLibrary>().OpenTimelineAsync(Id, End));
        Assert.Equal(asked + 1, riot.Count);
    }

    [Fact]
    public async Task The_latest_matches_of_a_player_are_stored_and_counted_with_those_that_Riot_does_not_give()
    {
        var riot = new StubRiot(path => path.Contains("/ids?", StringComparison.Ordinal) ? StubRiot.Answer(HttpStatusCode.OK, """["EUW1_7001","EUW1_7002","EUW1_7003"]""")
            : path.Contains("EUW1_7002", StringComparison.Ordinal) ? StubRiot.Answer(HttpStatusCode.NotFound)
            : Answer(path, HttpStatusCode.OK));
        await using var run = await StartAsync(riot);
        var player = new KnownPlayer(1, Puuid.Find(new string('p', 78))!, "Nightjar", "EUW", null);
        var latest = await run.AnswerAsync(run.Get<MatchLibrary>().FetchLatestAsync(player, "europe", 20, End));

        Assert.Equal(new LatestMatches(2, 1, null), latest);
        Assert.Contains("count=20", riot.Asked[0], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Why_the_latest_matches_are_not_there_is_told()
    {
        await using var run = await RiotRun.StartAsync(StubRiot.Always(HttpStatusCode.OK), new RiotOptions(), more: services => services.AddPlayers().AddMatches());
        var player = new KnownPlayer(1, Puuid.Find(new string('p', 78))!, "Nightjar", "EUW", null);
        var latest = await run.AnswerAsync(run.Get<MatchLibrary>().FetchLatestAsync(player, "europe", 20, End));
        Assert.Equal((0, 0), (latest.Stored, latest.Absent));
        Assert.False(string.IsNullOrEmpty(latest.Fault));
    }

    private static System.Text.Json.Nodes.JsonObject JustOver(DateTimeOffset now)
    {
        var match = MatchJson.Written();
        match["info"]!["gameStartTimestamp"] = now.AddMinutes(-30).ToUnixTimeMilliseconds();
        return match;
    }

    private static HttpResponseMessage Answer(string path, HttpStatusCode timeline) => path.Contains("/status/", StringComparison.Ordinal) ? StubRiot.Answer(HttpStatusCode.OK)
        : path.EndsWith("/timeline", StringComparison.Ordinal) ? StubRiot.Answer(timeline, MatchJson.WrittenTimeline().ToJsonString())
        : StubRiot.Answer(HttpStatusCode.OK, MatchJson.Written().ToJsonString());

    private static Task<RiotRun> StartAsync(HttpMessageHandler riot, MnM.Simulator.SimulatorClock? clock = null) =>
        RiotRun.StartAsync(riot, clock: clock, more: services => services.AddPlayers().AddMatches());
}
