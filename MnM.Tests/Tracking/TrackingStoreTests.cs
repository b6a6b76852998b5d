using System.Net;
using Microsoft.EntityFrameworkCore;
using MnM.Collector.Riot;
using MnM.Collector.Riot.Keys;
using MnM.Collector.Riot.RateLimits;
using MnM.Collector.Storage;
using MnM.Collector.Tracking;
using MnM.Collector.Tracking.Friends;
using MnM.Simulator;
using MnM.Tests.Hosting;
using MnM.Tests.Riot;

namespace MnM.Tests.Tracking;

/// <summary>Who is tracked.</summary>
public sealed class TrackingStoreTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly SimulatorClock _clock = new();
    private readonly FriendsWorld _world;

    public TrackingStoreTests() => _world = new FriendsWorld(_clock);

    [Theory]
    [InlineData("euw1", "euw1")]
    [InlineData("EUN1", "eun1")]
    [InlineData("ph2", "sg2")]
    [InlineData("TH2", "sg2")]
    public async Task The_platform_is_found_by_itself_and_a_merged_one_is_the_one_of_today(string told, string platform)
    {
        _world.Regions["Anna"] = told;
        await using var run = await StartAsync();
        Assert.Equal(platform, Assert.IsType<AddedPlayer.Added>(await AddAsync(run, "Anna#EUW")).Platform);
    }

    [Theory]
    [InlineData("Anna")]
    [InlineData("")]
    [InlineData("#EUW")]
    [InlineData("An#EUW")]
    [InlineData("Anna#TOOLONG")]
    [InlineData("A name of more than sixteen#EUW")]
    public async Task What_is_no_Riot_ID_is_not_asked_for(string text)
    {
        await using var run = await StartAsync();
        Assert.IsType<AddedPlayer.NoRiotId>(await AddAsync(run, text));
        Assert.Empty(run.Riot.Asked);
    }

    [Fact]
    public async Task A_Riot_ID_that_nobody_has_is_told_so()
    {
        await using var run = await StartAsync();
        Assert.Contains("Nobody is called Nobody#EUW", Assert.IsType<AddedPlayer.Nobody>(await AddAsync(run, "Nobody#EUW")).Sentence, StringComparison.Ordinal);
        Assert.Empty((await run.Get<FriendsQueries>().ReadAsync(CancellationToken.None)).Friends);
    }

    [Fact]
    public async Task A_platform_that_MnM_does_not_know_is_named()
    {
        _world.Regions["Anna"] = "moon1";
        await using var run = await StartAsync();
        Assert.Contains("moon1", Assert.IsType<AddedPlayer.NoPlatform>(await AddAsync(run, "Anna#EUW")).Sentence, StringComparison.Ordinal);
        Assert.Equal("na1", Assert.IsType<AddedPlayer.Added>(await run.AnswerAsync(run.Get<TrackingStore>().AddAsync("Anna#EUW", "NA"))).Platform);
    }

    [Theory]
    [InlineData(HttpStatusCode.Unauthorized, "get a new one")]
    [InlineData(HttpStatusCode.ServiceUnavailable, "503")]
    public async Task That_Riot_does_not_answer_is_told_with_the_reason(HttpStatusCode status, string reason)
    {
        await using var run = await StartAsync();
        _world.Instead = _ => StubRiot.Answer(status);
        Assert.Contains(reason, Assert.IsType<AddedPlayer.Unavailable>(await AddAsync(run, "Anna#EUW")).Sentence, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_is_tracked_already_is_told_so_and_who_was_removed_begins_anew()
    {
        await using var run = await StartAsync();
        var (store, id) = (run.Get<TrackingStore>(), Assert.Single(await run.AddAsync("Anna")));
        Assert.Equal(id, Assert.IsType<AddedPlayer.Known>(await AddAsync(run, "anna#euw")).PlayerId);

        var game = new WorldGame(7001, _world.Now, TimeSpan.FromMinutes(20), "Anna");
        _world.Games.Add(game);
        await run.PassAsync(TimeSpan.FromMinutes(1));
        Assert.True(await store.RemoveAsync(id, CancellationToken.None));
        Assert.False(await store.RemoveAsync(id, CancellationToken.None));
        Assert.Empty((await run.Get<FriendsQueries>().ReadAsync(CancellationToken.None)).Friends);
        await run.PassAsync(TimeSpan.FromMinutes(40));

        // The game that was known is completed all the same; the next one is none of ours.
        Assert.Equal(GameStatus.Completed, (await run.GameAsync(game)).Status);
        _world.Games.Add(new WorldGame(7002, _world.Now, TimeSpan.FromMinutes(20), "Anna"));
        await run.PassAsync(TimeSpan.FromMinutes(30));
        Assert.Equal(id, Assert.Single(await run.AddAsync("Anna")));
        await run.PassAsync(TimeSpan.FromMinutes(10));
        Assert.Single(await run.GamesAsync());
    }

    [Fact]
    public async Task A_part_of_the_limits_is_kept_while_somebody_is_tracked_and_not_paused()
    {
        await using var run = await StartAsync();
        var reserves = run.Get<LaneReserves>();
        await run.DetectAsync();
        Assert.False(reserves.Tracking);
        var id = Assert.Single(await run.AddAsync("Anna"));
        Assert.True(reserves.Tracking);
        await run.Get<TrackingStore>().PauseAsync(id, CancellationToken.None);
        await run.DetectAsync();
        Assert.False(reserves.Tracking);
    }

    [Fact]
    public async Task A_key_for_Teamfight_Tactics_that_comes_later_finds_its_own_ids()
    {
        await using var run = await StartAsync();
        var id = Assert.Single(await run.AddAsync("Anna"));
        await using (var db = await ContextAsync(run))
        {
            await db.Set<Collector.Players.PlayerPuuid>().Where(one => one.Product == RiotProduct.Tactics).ExecuteDeleteAsync();
        }

        run.Get<RiotKeys>().Set(RiotProduct.Tactics, "RGAPI-tactics");
        await run.SweepAsync();
        await using var after = await ContextAsync(run);
        Assert.Equal(id, (await after.Set<Collector.Players.PlayerPuuid>().SingleAsync(one => one.Product == RiotProduct.Tactics)).PlayerId);
        Assert.Contains("RGAPI-tactics", run.Riot.Keys);
    }

    public void Dispose() => _folder.Dispose();

    private static Task<MnmDbContext> ContextAsync(TrackingRun run) => run.Get<IDbContextFactory<MnmDbContext>>().CreateDbContextAsync();

    private static Task<AddedPlayer> AddAsync(TrackingRun run, string riotId) => run.AnswerAsync(run.Get<TrackingStore>().AddAsync(riotId));

    private Task<TrackingRun> StartAsync() => TrackingRun.StartAsync(_folder, _world, _clock);
}
