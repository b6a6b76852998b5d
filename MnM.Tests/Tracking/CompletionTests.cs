using System.Net;
using Microsoft.EntityFrameworkCore;
using MnM.Collector.Matches;
using MnM.Collector.Players;
using MnM.Collector.Riot;
using MnM.Collector.Storage;
using MnM.Collector.Tracking;
using MnM.Collector.Tracking.Friends;
using MnM.Simulator;
using MnM.Tests.Hosting;
using MnM.Tests.Riot;

namespace MnM.Tests.Tracking;

/// <summary>Games that were found get their result, or the reason why there is none.</summary>
public sealed class CompletionTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly SimulatorClock _clock = new();
    private readonly FriendsWorld _world;

    public CompletionTests() => _world = new FriendsWorld(_clock);

    [Fact]
    public async Task One_question_completes_the_rows_of_all_and_the_match_is_stored_once()
    {
        await using var run = await StartAsync();
        await run.AddAsync("Anna", "Bert");
        var game = Play(20, "Anna", "x", "x", "x", "x", "Bert");
        _world.Games.Add(game);
        await run.PassAsync(game.End.AddMinutes(4) - _world.Now);

        var rows = await run.GamesAsync();
        Assert.Equal([true, false], rows.OrderBy(row => row.PlayerId).Select(row => row.Won!.Value));
        Assert.Equal([100, 200], rows.OrderBy(row => row.PlayerId).Select(row => row.Side!.Value));
        Assert.All(rows, row => Assert.Equal((420, 1200, 0), (row.QueueType!.Value, row.DurationSeconds!.Value, row.RetryCount)));
        Assert.Equal(5, GameResult.Read(rows[1].Result)!.Kills);
        Assert.NotNull(await run.Get<MatchQueries>().FindAsync(game.Id, CancellationToken.None));
        Assert.InRange(run.Riot.Asked.Count(address => address.EndsWith(game.Id, StringComparison.Ordinal)), 1, 4);
        Assert.Equal(4, (await run.EventsAsync()).Count);
    }

    [Fact]
    public async Task A_result_that_is_there_is_completed_within_five_minutes()
    {
        await using var run = await StartAsync();
        await run.AddAsync("Anna");
        foreach (var delay in new[] { 1, 14, 40, 100 })
        {
            var game = Play(20, "Anna") with { Number = 7000 + delay, Delay = TimeSpan.FromMinutes(delay) };
            _world.Games.Add(game);
            await run.PassAsync(game.End.AddMinutes(delay + 5) - _world.Now);
            Assert.Equal(GameStatus.Completed, (await run.GameAsync(game)).Status);
        }
    }

    [Fact]
    public async Task A_result_that_never_comes_is_asked_for_a_day_and_no_longer()
    {
        await using var run = await StartAsync();
        await run.AddAsync("Anna");
        var game = Play(20, "Anna") with { Delay = null };
        _world.Games.Add(game);
        await run.PassAsync(game.End.AddMinutes(1) - _world.Now);
        while ((await run.GameAsync(game)).Status == GameStatus.Active)
        {
            Assert.True(_world.Now < game.End.AddHours(26), "It is asked for too long.");
            await run.CompleteAsync();
            _clock.Advance(60);
        }

        var row = await run.GameAsync(game);
        Assert.Equal((GameStatus.Expired, 0), (row.Status, row.RetryCount));
        Assert.Contains("24 hours", row.Reason, StringComparison.Ordinal);
        Assert.InRange(_world.Now - game.End, TimeSpan.FromHours(24), TimeSpan.FromHours(25));
        Assert.InRange(row.Asks, 50, 200);
        var asked = run.Riot.Asked.Count;
        await run.CompleteAsync();
        Assert.Equal(asked, run.Riot.Asked.Count);
        Assert.Single(await run.EventsAsync());
    }

    [Fact]
    public async Task A_match_that_Riot_does_not_show_is_private()
    {
        await using var run = await StartAsync();
        await run.AddAsync("Anna");
        var row = await PlayedAsync(run, Play(20, "Anna") with { Queue = 480, Refusal = HttpStatusCode.Forbidden });
        Assert.Equal((GameStatus.Private, AbsenceReasons.Private, 0), (row.Status, row.Reason, row.RetryCount));
        Assert.Single(run.Riot.Asked, address => address.EndsWith(row.GameId, StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_match_that_was_called_off_is_aborted_and_says_why()
    {
        await using var run = await StartAsync();
        await run.AddAsync("Anna");
        var row = await PlayedAsync(run, Play(20, "Anna") with { EndReason = "Abort_TooFewPlayers" });
        Assert.Equal((GameStatus.Aborted, "Riot called the match off: Abort_TooFewPlayers.", (bool?)null), (row.Status, row.Reason, row.Won));
    }

    [Fact]
    public async Task A_remake_is_complete_and_nobody_won_it()
    {
        await using var run = await StartAsync();
        await run.AddAsync("Anna");
        var row = await PlayedAsync(run, Play(4, "Anna") with { IsRemake = true });
        Assert.Equal((GameStatus.Completed, (bool?)null, true), (row.Status, row.Won, GameResult.Read(row.Result)!.Remake!.Value));
        Assert.InRange(row.CompletedAt!.Value - row.EndedAt!.Value, TimeSpan.Zero, TimeSpan.FromMinutes(5));
    }

    [Fact]
    public async Task A_match_of_no_queue_was_a_custom_game()
    {
        await using var run = await StartAsync();
        await run.AddAsync("Anna");
        _world.Hidden.Add("Anna");
        var row = await PlayedAsync(run, Play(20, "Anna") with { Queue = 0 });
        Assert.Equal((GameStatus.Custom, AbsenceReasons.Custom), (row.Status, row.Reason));
        Assert.Empty(await run.EventsAsync());
    }

    [Theory]
    [InlineData("""{"info":"nothing"}""")]
    [InlineData("""{"info":{"participants":[]}}""")]
    [InlineData("[]")]
    public async Task Three_errors_of_a_game_itself_give_it_up_and_the_others_go_on(string body)
    {
        await using var run = await StartAsync();
        await run.AddAsync("Anna", "Bert");
        var (bad, good) = (Play(20, "Anna") with { Body = body }, Play(20, "Bert") with { Number = 7002 });
        _world.Games.AddRange([bad, good]);
        await run.PassAsync(bad.End.AddMinutes(12) - _world.Now);

        var row = await run.GameAsync(bad);
        Assert.Equal((GameStatus.Failed, 3), (row.Status, row.RetryCount));
        Assert.NotNull(row.LastError);
        Assert.Contains("3 times in a row", row.Reason, StringComparison.Ordinal);
        Assert.Equal(GameStatus.Completed, (await run.GameAsync(good)).Status);
    }

    [Theory]
    [InlineData(HttpStatusCode.InternalServerError)]
    [InlineData(HttpStatusCode.Unauthorized)]
    public async Task An_outage_or_a_bad_key_is_no_games_error(HttpStatusCode fault)
    {
        await using var run = await StartAsync();
        await run.AddAsync("Anna");
        var game = Play(20, "Anna");
        _world.Games.Add(game);
        await run.PassAsync(game.End - _world.Now);
        _world.Instead = _ => StubRiot.Answer(fault);
        await run.PassAsync(TimeSpan.FromMinutes(30));

        var row = await run.GameAsync(game);
        Assert.Equal(GameStatus.Active, row.Status);
        Assert.InRange(row.RetryCount, 0, 1);
        Assert.NotNull(run.State.ResultFault);

        _world.Instead = null;
        if (fault == HttpStatusCode.Unauthorized)
        {
            run.Get<Collector.Riot.Keys.RiotKeys>().Set(RiotProduct.League, "RGAPI-another");
        }

        await run.PassAsync(TimeSpan.FromMinutes(5));
        Assert.Equal(GameStatus.Completed, (await run.GameAsync(game)).Status);
        Assert.Null(run.State.ResultFault);
    }

    [Fact]
    public async Task A_result_that_was_given_up_gets_another_chance_when_Riot_lists_it()
    {
        await using var run = await StartAsync();
        await run.AddAsync("Anna");
        var game = Play(20, "Anna") with { Refusal = HttpStatusCode.BadRequest };
        _world.Games.Add(game);
        await run.PassAsync(game.End.AddMinutes(15) - _world.Now);
        Assert.Equal(GameStatus.Failed, (await run.GameAsync(game)).Status);

        _world.Games[0] = game with { Refusal = null };
        await run.PassAsync(TimeSpan.FromMinutes(70));
        Assert.Equal(GameStatus.Completed, (await run.GameAsync(game)).Status);
        Assert.Single(await run.EventsAsync(), told => told.Kind == GameEvents.Completed);
    }

    [Fact]
    public async Task Friends_who_were_hidden_in_a_friends_game_get_their_rows_with_its_match()
    {
        await using var run = await StartAsync();
        var ids = await run.AddAsync("Anna", "Bert");
        _world.Hidden.Add("Bert");
        var game = Play(20, "Anna", "Bert");
        _world.Games.Add(game);
        await run.PassAsync(TimeSpan.FromMinutes(2));
        Assert.Equal(ids[0], Assert.Single(await run.GamesAsync()).PlayerId);
        _clock.Advance((game.End.AddMinutes(3) - _world.Now).TotalSeconds);
        await run.DetectAsync();
        await run.CompleteAsync();

        var row = Assert.Single(await run.GamesAsync(), row => row.PlayerId == ids[1]);
        Assert.Equal((GameStatus.Completed, DetectedBy.Match, true), (row.Status, row.DetectedBy, row.Won));
    }

    [Fact]
    public async Task After_a_ranked_game_the_rank_is_asked_for_once_and_the_change_of_today_is_known()
    {
        await using var run = await StartAsync();
        var id = Assert.Single(await run.AddAsync("Anna"));
        _world.Points["Anna"] = 40;
        await run.CompleteAsync();
        _world.Points["Anna"] = 61;
        var game = Play(20, "Anna");
        _world.Games.Add(game);
        await run.PassAsync(game.End.AddMinutes(10) - _world.Now);

        Assert.Equal(2, run.Riot.Asked.Count(address => address.Contains("/lol/league/", StringComparison.Ordinal)));
        Assert.False((await run.GameAsync(game)).WantsRank);
        Assert.Equal([40, 61], (await run.Get<PlayerQueries>().RankHistoryAsync(id, PlayerQueries.Solo, CancellationToken.None)).Select(row => row.Rank!.LeaguePoints));
        var friend = Assert.Single((await run.Get<FriendsQueries>().ReadAsync(CancellationToken.None)).Friends);
        Assert.Equal([("RANKED_SOLO_5x5", 21), ("RANKED_TFT", 0)], friend.Ranks.Select(rank => (rank.Queue, rank.Today!.Value)));
    }

    [Fact]
    public async Task The_raw_match_of_Teamfight_Tactics_is_kept_as_it_came()
    {
        await using var run = await StartAsync();
        await run.AddAsync("Anna");
        var row = await PlayedAsync(run, Play(35, "x", "x", "x", "x", "Anna") with { Product = RiotProduct.Tactics, Queue = 1100 });
        Assert.Equal((GameStatus.Completed, false), (row.Status, row.Won));

        await using var db = await run.Get<IDbContextFactory<MnmDbContext>>().CreateDbContextAsync();
        var match = await db.Set<TftMatch>().SingleAsync();
        Assert.Equal(("euw1", 1100, 18, 35 * 60), (match.Platform, match.QueueId, match.SetNumber, match.DurationSeconds));
        Assert.Equal(5, (await run.Get<TftMatchStore>().FindAsync(match.Id, CancellationToken.None))!.Participants.Length);
    }

    public void Dispose() => _folder.Dispose();

    private async Task<TrackedGame> PlayedAsync(TrackingRun run, WorldGame game)
    {
        _world.Games.Add(game);
        await run.PassAsync(game.End.AddMinutes(10) - _world.Now);
        return await run.GameAsync(game);
    }

    private WorldGame Play(int minutes, params string[] people) => new(7001, _world.Now, TimeSpan.FromMinutes(minutes), people);

    private Task<TrackingRun> StartAsync() => TrackingRun.StartAsync(_folder, _world, _clock);
}
