using MnM.Collector.Matches;
using MnM.Collector.Riot;
using MnM.Collector.Tracking;
using MnM.Collector.Tracking.Friends;
using MnM.Simulator;
using MnM.Tests.Hosting;

namespace MnM.Tests.Tracking;

/// <summary>What the page of friends shows.</summary>
public sealed class FriendsQueriesTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly SimulatorClock _clock = new();
    private readonly FriendsWorld _world;

    public FriendsQueriesTests() => _world = new FriendsWorld(_clock);

    [Fact]
    public async Task Who_is_in_a_game_stands_first_with_champion_queue_and_start()
    {
        await using var run = await TrackingRun.StartAsync(_folder, _world, _clock);
        await run.AddAsync("Anna", "Bert", "Cleo");
        var (open, custom) = (Play(7001, 30, 420, "Cleo"), Play(7002, 30, 0, "Bert") with { Queue = null });
        _world.Games.AddRange([open, custom]);
        await run.DetectAsync();

        var friends = (await run.Get<FriendsQueries>().ReadAsync(CancellationToken.None)).Friends;
        Assert.Equal(["Bert", "Cleo", "Anna"], friends.Select(friend => friend.GameName));
        Assert.Equal((true, null), (friends[0].Game!.IsCustom, friends[0].Game!.ChampionId));
        Assert.Equal((420, 100, open.Start, DetectedBy.Spectator), (friends[1].Game!.Queue, friends[1].Game!.ChampionId, friends[1].Game!.StartedAt!.Value, friends[1].Game!.DetectedBy));
        Assert.Null(friends[2].Game);

        // The next round plans with what this one found.
        _clock.Advance(30);
        await run.DetectAsync();
        Assert.All(run.State.Paces, pace => Assert.Equal(pace.Key.PlayerId == 1 ? TimeSpan.FromSeconds(30) : null, pace.Value.Every));
    }

    [Fact]
    public async Task The_week_counts_games_wins_and_hours_of_each_product_and_form_shows_the_latest_first()
    {
        await using var run = await TrackingRun.StartAsync(_folder, _world, _clock);
        await run.AddAsync("Anna");
        foreach (var game in new[]
        {
            Play(7001, 30, 420, "Anna"), Play(7002, 4, 420, "Anna") with { IsRemake = true }, Play(7003, 30, 420, "a", "b", "c", "d", "e", "Anna"),
            Play(7004, 36, 1100, "x", "x", "x", "Anna", "x", "x", "x", "x") with { Product = RiotProduct.Tactics },
        })
        {
            _world.Games.Add(game with { Start = _world.Now });
            await run.PassAsync(game.Length + TimeSpan.FromMinutes(6));
        }

        var view = await run.Get<FriendsQueries>().ReadAsync(CancellationToken.None);
        var friend = Assert.Single(view.Friends);
        Assert.Equal(new PlayedFigures(3, 1, (30 + 4 + 30) * 60), friend.LeagueWeek);
        Assert.Equal(new PlayedFigures(1, 1, 36 * 60), friend.TacticsWeek);
        Assert.Equal(["EUW1_7004", "EUW1_7003", "EUW1_7002", "EUW1_7001"], friend.Form.Select(game => game.GameId));
        Assert.Equal([true, false, null, true], friend.Form.Select(game => game.Won));

        // A week later they are form and no week's games.
        _clock.Advance(TimeSpan.FromDays(8).TotalSeconds);
        friend = Assert.Single((await run.Get<FriendsQueries>().ReadAsync(CancellationToken.None)).Friends);
        Assert.Equal((0, 4), (friend.LeagueWeek.Games, friend.Form.Length));
    }

    [Fact]
    public async Task Pairings_count_games_on_one_side_without_remakes()
    {
        await using var run = await TrackingRun.StartAsync(_folder, _world, _clock);
        await run.AddAsync("Anna", "Bert", "Cleo");
        foreach (var (number, people, isRemake) in new[]
        {
            (7001, "Anna Bert", false), (7002, "Anna Bert", false), (7003, "a b c d e Anna Bert", false), (7004, "Anna Bert", true), (7005, "Anna b c d e Cleo", false),
        })
        {
            _world.Games.Add(Play(number, 20, 420, people.Split(' ')) with { IsRemake = isRemake });
            await run.PassAsync(TimeSpan.FromMinutes(26));
        }

        var pairing = Assert.Single((await run.Get<FriendsQueries>().ReadAsync(CancellationToken.None)).Pairings);
        Assert.Equal(new Pairing(1, 2, new WinShare(2, 3)), pairing);
    }

    public void Dispose() => _folder.Dispose();

    private WorldGame Play(long number, int minutes, int queue, params string[] people) => new(number, _world.Now, TimeSpan.FromMinutes(minutes), people) { Queue = queue };
}
