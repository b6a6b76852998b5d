using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using MnM.Collector.Backplane.Outbox;
using MnM.Collector.Tracking;
using MnM.Simulator;
using MnM.Tests.Live;
using MnM.Tests.Live.Results;
using MnM.Tests.Riot;

namespace MnM.Tests.Tracking;

/// <summary>Games of this machine join the rows of its player.</summary>
public sealed class LocalGamesTests
{
    private readonly SimulatorClock _clock = new();
    private readonly FriendsWorld _world;

    public LocalGamesTests()
    {
        _world = new FriendsWorld(_clock);
        _world.RiotIds["You"] = "Player 0#MNM";
    }

    [Fact]
    public async Task A_game_of_this_machine_is_known_while_it_runs_and_its_end_asks_for_the_result()
    {
        await using var run = await StartAsync(tracksYou: true);
        await PlayAsync(run, 420);
        var row = Assert.Single(await GamesAsync(run));
        Assert.Equal((ResultRun.MatchId, GameStatus.Active, DetectedBy.Live, 420), (row.GameId, row.Status, row.DetectedBy, row.QueueType));
        Assert.Null(row.GoneAt);
        Assert.InRange((_clock.GetUtcNow() - row.StartedAt!.Value).TotalSeconds, 9, 15);

        await EndAsync(run, 420);
        row = Assert.Single(await GamesAsync(run));
        Assert.NotNull(row.GoneAt);
        Assert.InRange(row.NextAskAt!.Value, row.GoneAt.Value, _clock.GetUtcNow());
        Assert.Equal([GameEvents.Started], (await run.Services.GetRequiredService<EventStore>().AfterAsync(0, 10, CancellationToken.None)).Select(told => told.Kind));
    }

    [Fact]
    public async Task A_custom_game_of_this_machine_is_told_to_nobody()
    {
        await using var run = await StartAsync(tracksYou: true);
        await PlayAsync(run, 0);
        await EndAsync(run, 0);
        Assert.Equal((GameStatus.Custom, (DateTimeOffset?)null), (await GamesAsync(run)).Select(row => (row.Status, row.NextAskAt)).Single());
        Assert.Equal(0, await run.Services.GetRequiredService<EventStore>().LastIdAsync(CancellationToken.None));
    }

    [Fact]
    public async Task Who_is_not_tracked_gets_no_rows()
    {
        await using var run = await StartAsync(tracksYou: false);
        await PlayAsync(run, 420);
        Assert.Empty(await GamesAsync(run));
    }

    private static async Task PlayAsync(LiveRun run, int queue)
    {
        ResultRun.Tell(run, "InProgress", queue, "euw1");
        await run.PollAsync(Polls.Response(10));
        await run.Services.GetRequiredService<LocalGames>().TickAsync(CancellationToken.None);
    }

    private static async Task EndAsync(LiveRun run, int queue)
    {
        ResultRun.Tell(run, "EndOfGame", queue, "euw1");
        await run.PollAsync(Polls.Response(1800, response => response.Events().Add(Polls.Event(1, "GameEnd", 1800, ("Result", "Win")))));
        await run.Services.GetRequiredService<LocalGames>().TickAsync(CancellationToken.None);
    }

    private static Task<List<TrackedGame>> GamesAsync(LiveRun run) => run.QueryAsync(db => db.Set<TrackedGame>().AsNoTracking().ToListAsync());

    private async Task<LiveRun> StartAsync(bool tracksYou)
    {
        var riot = new StubRiot(_world.Answer);
        var run = await LiveRun.StartAsync(services => ResultRun.Bring(services, riot), clock: _clock);
        await TrackingRun.AnswerAsync(_clock, run.Services.GetRequiredService<TrackingStore>().AddAsync(tracksYou ? "Player 0#MNM" : "Other#EUW"), () => riot.Count);
        return run;
    }
}
