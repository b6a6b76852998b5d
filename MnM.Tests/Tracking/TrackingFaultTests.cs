using System.Data.Common;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.Options;
using MnM.Collector.Matches;
using MnM.Collector.Storage;
using MnM.Collector.Tracking;
using MnM.Simulator;
using MnM.Tests.Hosting;

namespace MnM.Tests.Tracking;

/// <summary>Kills, two processes and a database that is locked: no game is lost and none is doubled.</summary>
public sealed class TrackingFaultTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly SimulatorClock _clock = new();
    private readonly FriendsWorld _world;

    public TrackingFaultTests() => _world = new FriendsWorld(_clock);

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(5)]
    [InlineData(8)]
    [InlineData(13)]
    public async Task A_kill_before_any_commit_loses_and_doubles_nothing(int commits)
    {
        var game = new WorldGame(7001, _world.Now.AddMinutes(1), TimeSpan.FromMinutes(20), "Anna", "Bert", "Cleo");
        await using (var run = await StartAsync())
        {
            await run.AddAsync("Anna", "Bert", "Cleo");
            await run.CompleteAsync();
            await run.SweepAsync();
        }

        _world.Games.Add(game);
        var kill = new KillAtCommit(commits);
        await using (var killed = await TrackingRun.StartAsync(_folder, _world, _clock, null, kill))
        {
            var isDead = false;
            for (var minute = 0; minute < 30 && !isDead; minute++)
            {
                isDead = await DiesAsync(killed.DetectAsync, kill) || await DiesAsync(killed.SweepAsync, kill) || await DiesAsync(killed.CompleteAsync, kill);
                _clock.Advance(60);
            }

            Assert.True(kill.HasKilled);
        }

        await using var after = await StartAsync();
        await after.PassAsync(TimeSpan.FromMinutes(2) + (game.End > _world.Now ? game.End - _world.Now : TimeSpan.Zero));
        await after.PassAsync(TimeSpan.FromMinutes(8));
        var rows = await after.GamesAsync();
        Assert.Equal([1L, 2L, 3L], rows.Select(row => row.PlayerId).Order());
        Assert.All(rows, row => Assert.Equal((GameStatus.Completed, game.Start, game.End), (row.Status, row.StartedAt, row.EndedAt)));
        var events = await after.EventsAsync();
        Assert.Equal(3, events.Count(told => told.Kind == GameEvents.Completed));
        Assert.Equal(events.Count, events.DistinctBy(told => (told.Kind, told.Subject)).Count());
        Assert.NotNull(await after.Get<MatchQueries>().FindAsync(game.Id, CancellationToken.None));
    }

    [Fact]
    public async Task Two_processes_on_one_database_find_the_same_games_once()
    {
        await using var one = await StartAsync();
        await using var other = await TrackingRun.StartAsync(_folder, _world, _clock, new TrackingOptions { EmitEvents = false });
        await one.AddAsync("Anna", "Bert");
        var games = Enumerable.Range(0, 3).Select(number => new WorldGame(7001 + number, _world.Now.AddMinutes(1 + (21 * number)), TimeSpan.FromMinutes(20), "Anna", "Bert")).ToList();
        _world.Games.AddRange(games);
        for (var end = games[^1].End.AddMinutes(6); _world.Now < end; _clock.Advance(30))
        {
            // Both loops of both at the same moment.
            await one.AnswerAsync(Task.WhenAll(one.DetectAsync(), other.DetectAsync()));
            await one.AnswerAsync(Task.WhenAll(one.CompleteAsync(), other.CompleteAsync(), one.SweepAsync(), other.SweepAsync()));
        }

        var rows = await one.GamesAsync();
        Assert.Equal(6, rows.Count);
        Assert.All(rows, row => Assert.Equal(GameStatus.Completed, row.Status));
        Assert.Equal(12, (await one.EventsAsync()).Count);
    }

    [Fact]
    public async Task A_database_that_is_locked_for_a_while_delays_and_loses_nothing()
    {
        await using var run = await StartAsync();
        await run.AddAsync("Anna");
        await run.PassAsync(TimeSpan.FromMinutes(1));
        var game = new WorldGame(7001, _world.Now, TimeSpan.FromMinutes(20), "Anna");
        _world.Games.Add(game);
        await WhileLockedAsync(run, run.DetectAsync);
        Assert.Empty(await run.GamesAsync());
        await run.DetectAsync();
        Assert.Single(await run.GamesAsync());

        _clock.Advance((game.End.AddMinutes(3) - _world.Now).TotalSeconds);
        await run.DetectAsync();
        await WhileLockedAsync(run, run.CompleteAsync);
        await run.CompleteAsync();
        var row = await run.GameAsync(game);
        Assert.Equal((GameStatus.Completed, 0), (row.Status, row.RetryCount));
    }

    [Fact]
    public async Task A_match_that_cannot_be_stored_does_not_stand_in_the_way_of_others()
    {
        await using var run = await StartAsync();
        await run.AddAsync("Anna", "Bert");
        _world.Games.AddRange([new WorldGame(7001, _world.Now, TimeSpan.FromMinutes(20), "Anna"), new WorldGame(7002, _world.Now, TimeSpan.FromMinutes(20), "Bert")]);
        await run.PassAsync(TimeSpan.FromMinutes(1));
        await using (var db = await run.Get<IDbContextFactory<MnmDbContext>>().CreateDbContextAsync())
        {
            await db.Database.ExecuteSqlRawAsync("CREATE TRIGGER refuse BEFORE INSERT ON matches WHEN NEW.id = 'EUW1_7001' BEGIN SELECT RAISE(ABORT, 'no room'); END");
        }

        await run.PassAsync(TimeSpan.FromMinutes(25));
        var rows = await run.GamesAsync();
        Assert.Equal([GameStatus.Active, GameStatus.Completed], rows.OrderBy(row => row.GameId).Select(row => row.Status));
        Assert.Contains("could not be stored", rows.Single(row => row.GameId == "EUW1_7001").LastError, StringComparison.Ordinal);
    }

    public void Dispose() => _folder.Dispose();

    private static async Task<bool> DiesAsync(Func<Task> tick, KillAtCommit kill)
    {
        try
        {
            await tick();
        }
        catch (Exception) when (kill.HasKilled)
        {
            return true;
        }

        return kill.HasKilled;
    }

    /// <summary>Ticks a loop while somebody else holds the database. Whether the tick fails or ends without an answer depends on how far it came; what is stored does not.</summary>
    private static async Task WhileLockedAsync(TrackingRun run, Func<Task> tick)
    {
        await using var locker = new SqliteConnection($"Data Source={run.Get<IOptions<StorageOptions>>().Value.DatabasePath};Pooling=False");
        await locker.OpenAsync();
        await using var transaction = locker.BeginTransaction();
        await Record.ExceptionAsync(tick);
        await transaction.RollbackAsync();
    }

    private Task<TrackingRun> StartAsync() => TrackingRun.StartAsync(_folder, _world, _clock);

    /// <summary>From a commit of tracking on nothing reaches the database any more, as after a kill. The limits' own bookings are not counted.</summary>
    private sealed class KillAtCommit(int commits) : DbTransactionInterceptor
    {
        private int _left = commits;

        public bool HasKilled => _left <= 0;

        public override ValueTask<InterceptionResult> TransactionCommittingAsync(
            DbTransaction transaction, TransactionEventData eventData, InterceptionResult result, CancellationToken cancellationToken = default) =>
            Interlocked.Decrement(ref _left) <= 0 ? throw new InvalidOperationException("Killed.") : ValueTask.FromResult(result);
    }
}
