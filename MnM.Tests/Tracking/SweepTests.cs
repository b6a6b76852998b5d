using System.Net;
using Microsoft.EntityFrameworkCore;
using MnM.Collector.Riot;
using MnM.Collector.Storage;
using MnM.Collector.Tracking;
using MnM.Simulator;
using MnM.Tests.Hosting;
using MnM.Tests.Riot;

namespace MnM.Tests.Tracking;

/// <summary>Games that detection missed are found in the lists of matches.</summary>
public sealed class SweepTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly SimulatorClock _clock = new();
    private readonly FriendsWorld _world;

    public SweepTests() => _world = new FriendsWorld(_clock);

    [Fact]
    public async Task A_game_in_streamer_mode_is_found_when_its_match_is_there()
    {
        await using var run = await StartAsync();
        await run.AddAsync("Anna");
        _world.Hidden.Add("Anna");
        var game = Play(7001, _world.Now.AddMinutes(1), 20, "Anna");
        _world.Games.Add(game);
        await run.PassAsync(game.End.AddMinutes(8) - _world.Now);

        var row = await run.GameAsync(game);
        Assert.Equal((GameStatus.Completed, DetectedBy.Sweep, game.Start, game.End), (row.Status, row.DetectedBy, row.StartedAt, row.EndedAt));
        Assert.Equal([GameEvents.Completed], (await run.EventsAsync()).Select(told => told.Kind));
    }

    [Fact]
    public async Task Whose_games_lists_alone_name_counts_as_hidden_until_the_spectator_shows_one()
    {
        await using var run = await StartAsync();
        await run.AddAsync("Anna");
        _world.Hidden.Add("Anna");
        _world.Games.AddRange([Play(7001, _world.Now.AddMinutes(1), 20, "Anna"), Play(7002, _world.Now.AddMinutes(22), 20, "Anna")]);
        await run.PassAsync(TimeSpan.FromMinutes(25));
        Assert.False(await IsHiddenAsync(run));
        await run.PassAsync(TimeSpan.FromMinutes(30));
        Assert.True(await IsHiddenAsync(run));

        _world.Hidden.Clear();
        _world.Games.Add(Play(7003, _world.Now, 30, "Anna"));
        await run.PassAsync(TimeSpan.FromMinutes(10));
        Assert.False(await IsHiddenAsync(run));
    }

    [Fact]
    public async Task Games_of_the_time_when_MnM_was_off_are_found()
    {
        WorldGame[] games;
        await using (var before = await StartAsync())
        {
            await before.AddAsync("Anna");
            await before.PassAsync(TimeSpan.FromMinutes(1));
            games = [.. Enumerable.Range(0, 250).Select(number => Play(7000 + number, _world.Now.AddMinutes(10 + (40 * number)), 20, "Anna"))];
            _world.Games.AddRange(games);
        }

        _clock.Advance((games[^1].End.AddHours(1) - _world.Now).TotalSeconds);
        await using var run = await StartAsync();
        await run.PassAsync(TimeSpan.FromMinutes(12));
        var rows = await run.GamesAsync();
        Assert.Equal(250, rows.Count(row => row.Status == GameStatus.Completed));
        Assert.Equal(250, (await run.EventsAsync()).Count);
    }

    [Fact]
    public async Task Games_before_somebody_was_added_are_none_of_ours()
    {
        await using var run = await StartAsync();
        _world.Games.Add(Play(7001, _world.Now.AddHours(-3), 20, "Anna"));
        await run.AddAsync("Anna");
        await run.PassAsync(TimeSpan.FromMinutes(10));
        Assert.Empty(await run.GamesAsync());
    }

    [Fact]
    public async Task A_player_who_is_paused_is_left_alone_and_nothing_is_missing_afterwards()
    {
        await using var run = await StartAsync();
        var id = Assert.Single(await run.AddAsync("Anna"));
        await run.PassAsync(TimeSpan.FromMinutes(1));
        await run.Get<TrackingStore>().PauseAsync(id, CancellationToken.None);
        var asked = run.Riot.Asked.Count;
        var game = Play(7001, _world.Now, 20, "Anna");
        _world.Games.Add(game);
        await run.PassAsync(TimeSpan.FromMinutes(40));
        Assert.Equal(asked, run.Riot.Asked.Count);

        await run.Get<TrackingStore>().ResumeAsync(id, CancellationToken.None);
        await run.PassAsync(TimeSpan.FromMinutes(6));
        Assert.Equal(GameStatus.Completed, (await run.GameAsync(game)).Status);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public async Task No_match_between_two_cursors_is_ever_skipped(int seed)
    {
        var random = new Random(seed);
        await using var run = await StartAsync();
        await run.AddAsync("Anna");
        _world.Hidden.Add("Anna");

        // Short games and matches that are up to twenty hours late: lists of several pages that grow in the middle.
        for (var (number, start) = (7001L, _world.Now); number < 7301; number++)
        {
            _world.Games.Add(Play(number, start, random.Next(3, 12), "Anna") with { Delay = TimeSpan.FromMinutes(random.Next(5) == 0 ? random.Next(1200) : random.Next(10)) });
            start = _world.Games[^1].End.AddSeconds(random.Next(10, 200));
        }

        var refused = 0;
        _world.Instead = path => path.Contains("/ids?", StringComparison.Ordinal) && random.Next(4) == 0 && ++refused > 0 ? StubRiot.Answer(HttpStatusCode.BadRequest) : null;
        var end = _world.Games.Max(game => game.End + game.Delay!.Value).AddMinutes(1);
        while (_world.Now < end)
        {
            await run.SweepAsync();
            var (known, cursor) = ((await run.GamesAsync()).Select(row => row.GameId).ToHashSet(), await SweptToAsync(run));
            Assert.DoesNotContain(_world.Games, game => game.Start < cursor && game.End + game.Delay!.Value <= cursor && !known.Contains(game.Id));
            _clock.Advance(random.Next(60, 9000));
        }

        _world.Instead = null;
        await run.SweepAsync();
        Assert.True(refused > 0);
        Assert.Equal(_world.Games.Select(game => game.Id).Order(), (await run.GamesAsync()).Select(row => row.GameId).Order());
    }

    [Fact]
    public async Task A_list_that_breaks_off_moves_no_cursor()
    {
        await using var run = await StartAsync();
        await run.AddAsync("Anna");
        await run.SweepAsync();
        _world.Games.AddRange(Enumerable.Range(0, 120).Select(number => Play(7000 + number, _world.Now.AddMinutes(number), 1, "Anna")));
        _clock.Advance(3 * 3600);
        await run.SweepAsync();
        var before = await SweptToAsync(run);
        var rows = (await run.GamesAsync()).Count;

        _world.Games.Add(Play(7999, _world.Now, 1, "Anna"));
        _clock.Advance(1800);
        _world.Instead = path => path.Contains("start=100", StringComparison.Ordinal) ? StubRiot.Answer(HttpStatusCode.InternalServerError) : null;
        await run.SweepAsync();
        Assert.Equal((before, rows), (await SweptToAsync(run), (await run.GamesAsync()).Count));
    }

    public void Dispose() => _folder.Dispose();

    private static WorldGame Play(long number, DateTimeOffset start, int minutes, params string[] people) => new(number, start, TimeSpan.FromMinutes(minutes), people);

    private static async Task<bool> IsHiddenAsync(TrackingRun run) => (await CursorAsync(run)).IsHidden;

    private static async Task<DateTimeOffset> SweptToAsync(TrackingRun run) => (await CursorAsync(run)).SweptTo;

    private static async Task<SweepCursor> CursorAsync(TrackingRun run)
    {
        await using var db = await run.Get<IDbContextFactory<MnmDbContext>>().CreateDbContextAsync();
        return await db.Set<SweepCursor>().AsNoTracking().SingleAsync(cursor => cursor.Product == RiotProduct.League);
    }

    private Task<TrackingRun> StartAsync() => TrackingRun.StartAsync(_folder, _world, _clock);
}
