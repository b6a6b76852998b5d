using System.Net;
using MnM.Collector.Backplane;
using MnM.Simulator;
using MnM.Tests.Hosting;

namespace MnM.Tests.Tft.Crawling;

/// <summary>A match that a list names and Riot does not have.</summary>
public sealed class MissingMatchTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly SimulatorClock _clock = new();
    private readonly LadderWorld _world;

    public MissingMatchTests() => _world = new LadderWorld(_clock.GetUtcNow());

    [Fact]
    public async Task A_match_that_Riot_lacks_for_a_moment_is_not_lost_though_later_ones_are_there()
    {
        var games = _world.Play(3, _world.RankMany(1));
        games[0].Refusal = HttpStatusCode.NotFound;
        await using var run = await StartAsync();
        await run.BeginAsync();
        await run.WorkAsync();
        _clock.Advance(TimeSpan.FromHours(5).TotalSeconds);
        await run.WorkAsync();
        Assert.Empty(await run.AbsencesAsync());

        games[0].Refusal = null;
        await run.FinishAsync();
        Assert.Equal(games.Select(game => game.Id).Order(), (await run.StoredAsync()).Order());
    }

    [Fact]
    public async Task A_match_that_was_not_there_is_tried_again_when_somebody_wants_that()
    {
        var games = _world.Play(3, _world.RankMany(1));
        games[0].Refusal = HttpStatusCode.NotFound;
        await using var run = await StartAsync();
        await run.BeginAsync();
        await run.FinishAsync();
        Assert.Equal(WorkState.NotFound, Assert.Single(await run.AbsencesAsync()).State);

        games[0].Refusal = null;
        Assert.Equal(1, await run.Desk.RetryAsync(CancellationToken.None));
        await run.WorkAsync();
        Assert.Equal(games.Select(game => game.Id).Order(), (await run.StoredAsync()).Order());
    }

    public void Dispose() => _folder.Dispose();

    private Task<CrawlRun> StartAsync() => CrawlRun.StartAsync(_folder, _world, _clock);
}
