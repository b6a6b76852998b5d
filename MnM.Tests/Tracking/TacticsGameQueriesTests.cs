using Microsoft.EntityFrameworkCore;
using MnM.Collector.Matches;
using MnM.Collector.Riot;
using MnM.Collector.Storage;
using MnM.Collector.Tracking.Friends;
using MnM.Simulator;
using MnM.Tests.Hosting;

namespace MnM.Tests.Tracking;

/// <summary>What friends played in Teamfight Tactics, read from the matches that are stored.</summary>
public sealed class TacticsGameQueriesTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly SimulatorClock _clock = new();
    private readonly FriendsWorld _world;

    public TacticsGameQueriesTests() => _world = new FriendsWorld(_clock);

    [Fact]
    public async Task A_friends_boards_are_read_and_nobody_elses()
    {
        await using var run = await TrackingRun.StartAsync(_folder, _world, _clock);
        await run.AddAsync("Anna", "Bert");
        await PlayAsync(run, 7001, "x", "x", "Anna", "x", "x", "x", "x", "x");
        await PlayAsync(run, 7002, "x", "Anna", "x", "x", "Bert", "x", "x", "x");

        var games = await run.Get<TacticsGameQueries>().ReadAsync(null, null, CancellationToken.None);

        Assert.Equal((18, 1100), (games.Sets.Single(), games.Queues.Single()));
        Assert.Equal((18, 1100), (games.Set, games.Queue));
        Assert.Equal(["Anna", "Bert"], games.Friends.Select(friend => friend.GameName));
        Assert.Equal([[2, 3], [5]], games.Friends.Select(friend => friend.Boards.Select(board => board.Placement)));
        var board = games.Friends[1].Boards[0];
        Assert.Equal(["DA_Jinx", "DA_Jinx", "DA_Vi"], board.Units.Select(unit => unit.Id));
        Assert.Equal(["TFT_Item_InfinityEdge", "TFT_Item_LastWhisper"], board.Units[0].Items.AsEnumerable());
        Assert.Equal([("DA_Gunner", 1), ("DA_Outcast", 0)], board.Traits.Select(trait => (trait.Id, trait.Tier)));
    }

    [Fact]
    public async Task A_match_is_unpacked_once()
    {
        await using var run = await TrackingRun.StartAsync(_folder, _world, _clock);
        await run.AddAsync("Anna", "Bert");
        await PlayAsync(run, 7001, "x", "Bert", "Anna", "x", "x", "x", "x", "x");
        var first = await run.Get<TacticsGameQueries>().ReadAsync(null, null, CancellationToken.None);

        await using var db = await run.Get<IDbContextFactory<MnmDbContext>>().CreateDbContextAsync();
        await db.Set<TftMatchPayload>().ExecuteUpdateAsync(row => row.SetProperty(payload => payload.Payload, Array.Empty<byte>()));
        var again = await run.Get<TacticsGameQueries>().ReadAsync(null, null, CancellationToken.None);

        Assert.Equal([[3], [2]], again.Friends.Select(friend => friend.Boards.Select(board => board.Placement)));
        Assert.Equal(first.Friends.Select(friend => friend.Boards[0]), again.Friends.Select(friend => friend.Boards[0]));
    }

    [Fact]
    public async Task A_set_or_queue_that_nobody_played_falls_back_to_one_that_somebody_did()
    {
        await using var run = await TrackingRun.StartAsync(_folder, _world, _clock);
        await run.AddAsync("Anna");
        await PlayAsync(run, 7001, "Anna", "x", "x", "x", "x", "x", "x", "x");

        var games = await run.Get<TacticsGameQueries>().ReadAsync(3, 1160, CancellationToken.None);

        Assert.Equal((18, 1100, 1), (games.Set, games.Queue, games.Friends.Single().Games));
    }

    [Fact]
    public async Task Friends_without_a_game_are_there_with_none()
    {
        await using var run = await TrackingRun.StartAsync(_folder, _world, _clock);
        await run.AddAsync("Anna");

        var games = await run.Get<TacticsGameQueries>().ReadAsync(null, null, CancellationToken.None);

        Assert.Empty(games.Sets);
        Assert.Equal((0, 0), (games.Friends.Single().Games, games.Friends.Single().Boards.Length));
    }

    public void Dispose() => _folder.Dispose();

    private async Task PlayAsync(TrackingRun run, long number, params string[] people)
    {
        var game = new WorldGame(number, _world.Now, TimeSpan.FromMinutes(35), people) with { Product = RiotProduct.Tactics, Queue = 1100 };
        _world.Games.Add(game);
        await run.PassAsync(game.End.AddMinutes(10) - _world.Now);
    }
}
