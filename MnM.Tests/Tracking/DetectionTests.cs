using System.Net;
using MnM.Collector.Players;
using MnM.Collector.Riot;
using MnM.Collector.Tracking;
using MnM.Simulator;
using MnM.Tests.Hosting;
using MnM.Tests.Riot;

namespace MnM.Tests.Tracking;

/// <summary>Running games are found.</summary>
public sealed class DetectionTests : IDisposable
{
    private static readonly TimeSpan Half = TimeSpan.FromSeconds(30);
    private readonly TemporaryFolder _folder = new();
    private readonly SimulatorClock _clock = new();
    private readonly FriendsWorld _world;

    public DetectionTests() => _world = new FriendsWorld(_clock);

    [Fact]
    public async Task A_ends_and_B_starts_at_once_and_neither_is_lost()
    {
        await using var run = await StartAsync();
        await run.AddAsync("Anna");
        var a = Play(7001, _world.Now, 20, "Anna") with { Delay = TimeSpan.FromMinutes(9) };
        var b = Play(7002, a.End.AddSeconds(10), 25, "Anna");
        _world.Games.AddRange([a, b]);

        await run.PassAsync(b.Start + Half + Half - _world.Now);
        Assert.Equal((GameStatus.Active, GameStatus.Active), ((await run.GameAsync(a)).Status, (await run.GameAsync(b)).Status));
        Assert.NotNull((await run.GameAsync(a)).GoneAt);
        Assert.Null((await run.GameAsync(b)).GoneAt);

        await run.PassAsync(b.End.AddMinutes(6) - _world.Now);
        foreach (var game in new[] { a, b })
        {
            var row = await run.GameAsync(game);
            Assert.Equal(
                (GameStatus.Completed, DetectedBy.Spectator, game.Start, game.End, true),
                (row.Status, row.DetectedBy, row.StartedAt, row.EndedAt, row.Won));
            Assert.InRange(row.DetectedAt - game.Start, TimeSpan.Zero, TimeSpan.FromMinutes(1));
        }

        Assert.Equal(
            ["game_started 1/EUW1_7001", "game_started 1/EUW1_7002", "game_completed 1/EUW1_7001", "game_completed 1/EUW1_7002"],
            (await run.EventsAsync()).Select(told => $"{told.Kind} {told.Subject}"));
    }

    [Fact]
    public async Task One_answer_counts_for_every_friend_in_the_game()
    {
        await using var run = await StartAsync();
        await run.AddAsync("Anna", "Bert", "Cleo", "Dora", "Emil", "Fritz");
        _world.Games.Add(Play(7001, _world.Now, 30, "Anna", "Bert", "Cleo", "Dora", "Emil", "Fritz"));
        await run.DetectAsync();

        var rows = await run.GamesAsync();
        Assert.Equal(6, rows.Count);
        Assert.Equal([100, 101, 102, 103, 104, 105], rows.OrderBy(row => row.PlayerId).Select(row => row.ChampionId));
        Assert.All(rows, row => Assert.NotEmpty(row.RawAnswer!));

        // Four are under way at once; the others were spared, for both products.
        Assert.InRange(run.Riot.Asked.Count(IsSpectator), 1, 8);
    }

    [Fact]
    public async Task A_running_game_is_not_asked_about_until_it_can_be_over()
    {
        await using var run = await StartAsync();
        await run.AddAsync("Anna");
        _world.Games.Add(Play(7001, _world.Now, 40, "Anna"));
        await run.DetectAsync();
        var before = run.Riot.Asked.Count(IsSpectator);
        for (var tick = 0; tick < 29; tick++)
        {
            _clock.Advance(30);
            await run.DetectAsync();
        }

        // The looks for a game that is called off and for a remake.
        Assert.Equal(2, run.Riot.Asked.Count(IsSpectator) - before);
    }

    [Fact]
    public async Task Not_found_does_not_end_a_game_and_seeing_it_again_takes_the_hint_back()
    {
        await using var run = await StartAsync();
        await run.AddAsync("Anna");
        var game = Play(7001, _world.Now, 40, "Anna");
        _world.Games.Add(game);
        await run.DetectAsync();
        _clock.Advance(16 * 60);
        _world.Hidden.Add("Anna");
        await run.DetectAsync();
        Assert.Equal(GameStatus.Active, (await run.GameAsync(game)).Status);
        Assert.NotNull((await run.GameAsync(game)).GoneAt);

        _world.Hidden.Clear();
        _clock.Advance(30);
        await run.DetectAsync();
        Assert.Null((await run.GameAsync(game)).GoneAt);
        await run.CompleteAsync();
        Assert.DoesNotContain(run.Riot.Asked, address => address.Contains("/matches/EUW1_", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Nothing_found_for_everybody_at_once_is_an_outage_and_ends_no_game()
    {
        await using var run = await StartAsync();
        var people = new[] { "Anna", "Bert", "Cleo", "Dora" };
        await run.AddAsync(people);
        _world.Games.AddRange(people.Select((person, place) => Play(7001 + place, _world.Now, 40, person)));
        await run.DetectAsync();
        _clock.Advance(16 * 60);
        _world.Hidden.UnionWith(people);
        await run.DetectAsync();

        Assert.All(await run.GamesAsync(), row => Assert.Null(row.GoneAt));
        Assert.True(Assert.Single(run.State.Rounds).IsOutage);

        _world.Hidden.Clear();
        _clock.Advance(30);
        await run.DetectAsync();
        Assert.False(Assert.Single(run.State.Rounds).IsOutage);
        Assert.Equal(4, (await run.GamesAsync()).Count(row => row.SeenAt >= run.Clock.GetUtcNow().AddSeconds(-1)));
    }

    [Theory]
    [InlineData("")]
    [InlineData("null")]
    [InlineData("[]")]
    [InlineData("{")]
    [InlineData("""{"gameId":0,"participants":[]}""")]
    [InlineData("""{"gameId":7001}""")]
    [InlineData("""{"gameId":"x","participants":[{}]}""")]
    [InlineData("<html>busy</html>")]
    public async Task An_answer_that_nobody_can_read_changes_nothing(string body)
    {
        await using var run = await StartAsync();
        await run.AddAsync("Anna");
        var game = Play(7001, _world.Now, 40, "Anna");
        _world.Games.Add(game);
        await run.DetectAsync();
        _clock.Advance(16 * 60);
        _world.Instead = path => IsSpectator(path) ? StubRiot.Answer(HttpStatusCode.OK, body) : null;
        await run.DetectAsync();

        Assert.Null((await run.GameAsync(game)).GoneAt);
        Assert.NotNull(Assert.Single(run.State.Rounds).Fault);
        _world.Instead = null;
        _clock.Advance(30);
        await run.DetectAsync();
        Assert.Single(await run.GamesAsync());
    }

    [Theory]
    [InlineData("""{"gameId":7001,"participants":[]}""", 1)]
    [InlineData("""{"gameId":7001,"participants":[null,{"puuid":null,"championId":-1},{"riotId":"#"}],"gameStartTime":-5,"gameLength":-300,"gameQueueConfigId":420}""", 1)]
    [InlineData("""{"gameId":7001,"platformId":"PH2","participants":[],"gameQueueConfigId":420,"gameStartTime":99999999999999999}""", 1)]
    public async Task An_answer_that_lacks_most_still_finds_the_game(string body, int rows)
    {
        await using var run = await StartAsync();
        await run.AddAsync("Anna");
        _world.Instead = path => path.Contains("/spectator/v5/", StringComparison.Ordinal) ? StubRiot.Answer(HttpStatusCode.OK, body) : null;
        await run.DetectAsync();
        Assert.Equal(rows, (await run.GamesAsync()).Count);
    }

    [Fact]
    public async Task A_custom_game_is_nobodys_business()
    {
        await using var run = await StartAsync();
        await run.AddAsync("Anna");
        var game = Play(7001, _world.Now, 20, "Anna") with { Queue = null, Delay = null };
        _world.Games.Add(game);
        await run.PassAsync(TimeSpan.FromMinutes(30));

        var row = await run.GameAsync(game);
        Assert.Equal((GameStatus.Custom, (byte[]?)null), (row.Status, row.RawAnswer));
        Assert.NotNull(row.GoneAt);
        Assert.Empty(await run.EventsAsync());
        Assert.DoesNotContain(run.Riot.Asked, address => address.Contains(game.Id, StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_mode_that_Riot_does_not_want_kept_is_not_kept()
    {
        await using var run = await StartAsync();
        await run.AddAsync("Anna");
        var game = Play(7001, _world.Now, 20, "Anna") with { Queue = 2300, Mode = "BRAWL" };
        _world.Games.Add(game);
        await run.DetectAsync();

        var row = await run.GameAsync(game);
        Assert.Equal((GameStatus.Private, (int?)null, (byte[]?)null), (row.Status, row.ChampionId, row.RawAnswer));
        Assert.Empty(await run.EventsAsync());
    }

    [Fact]
    public async Task Teamfight_Tactics_is_found_too_and_the_other_product_rests_meanwhile()
    {
        await using var run = await StartAsync();
        await run.AddAsync("Anna");
        var game = Play(7001, _world.Now, 35, "Anna", "B", "C", "D", "E", "F", "G", "H") with { Product = RiotProduct.Tactics, Queue = 1100 };
        _world.Games.Add(game);
        await run.DetectAsync();
        Assert.Equal(RiotProduct.Tactics, (await run.GameAsync(game)).Product);
        var before = run.Riot.Asked.Count;
        _clock.Advance(30);
        await run.DetectAsync();
        Assert.Equal(before, run.Riot.Asked.Count);

        await run.PassAsync(game.End.AddMinutes(5) - _world.Now);
        var row = await run.GameAsync(game);
        Assert.Equal((GameStatus.Completed, true, 1, game.Start, game.End), (row.Status, row.Won, GameResult.Read(row.Result)!.Placement, row.StartedAt, row.EndedAt));
    }

    [Fact]
    public async Task Who_is_out_in_Teamfight_Tactics_plays_the_next_game_while_the_others_play_on()
    {
        await using var run = await StartAsync();
        var ids = await run.AddAsync("Anna", "Bert");
        var first = Play(7001, _world.Now, 38, "Anna", "Bert", "C", "D", "E", "F", "G", "H") with { Product = RiotProduct.Tactics, Queue = 1100 };
        var next = Play(7002, _world.Now.AddMinutes(24), 30, "Bert", "b", "c", "d", "e", "f", "g", "h") with { Product = RiotProduct.Tactics, Queue = 1100 };
        _world.Games.AddRange([next, first]);
        await run.PassAsync(next.Start.AddMinutes(1) - _world.Now);

        Assert.InRange((await run.GameAsync(next)).DetectedAt - next.Start, TimeSpan.Zero, TimeSpan.FromMinutes(1));
        var rows = (await run.GamesAsync()).Where(row => row.GameId == first.Id).ToDictionary(row => row.PlayerId);
        Assert.Null(rows[ids[0]].GoneAt);
        Assert.NotNull(rows[ids[1]].GoneAt);
        await run.PassAsync(TimeSpan.FromMinutes(3));
        Assert.Null((await run.GameAsync(next)).GoneAt);

        await run.PassAsync(next.End.AddMinutes(5) - _world.Now);
        Assert.Equal(3, (await run.GamesAsync()).Count(row => row.Status == GameStatus.Completed));
    }

    [Fact]
    public async Task Somebody_who_is_renamed_meanwhile_is_still_the_same()
    {
        await using var run = await StartAsync();
        var id = Assert.Single(await run.AddAsync("Anna"));
        _world.RiotIds["Anna"] = "Annabel#NEW";
        _world.Games.Add(Play(7001, _world.Now, 20, "Anna"));
        await run.DetectAsync();

        Assert.Equal(id, Assert.Single(await run.GamesAsync()).PlayerId);
        Assert.Equal(id, (await run.Get<PlayerQueries>().FindAsync("Annabel", "NEW", CancellationToken.None))?.Id);
        Assert.IsType<AddedPlayer.Known>(await run.AnswerAsync(run.Get<TrackingStore>().AddAsync("Annabel#NEW")));
    }

    [Fact]
    public async Task A_clock_that_is_set_forward_and_back_loses_and_doubles_nothing()
    {
        await using var run = await StartAsync();
        await run.AddAsync("Anna");
        var games = new List<WorldGame>();
        for (var (number, start) = (7001, _world.Now.AddMinutes(1)); number <= 7004; number++)
        {
            games.Add(Play(number, start, 20, "Anna"));
            start = games[^1].End.AddSeconds(10);
        }

        _world.Games.AddRange(games);
        foreach (var step in new[] { TimeSpan.FromDays(2), TimeSpan.FromDays(-2), TimeSpan.FromHours(-3), TimeSpan.FromHours(3) })
        {
            await run.PassAsync(TimeSpan.FromMinutes(22));
            _clock.SetWall(step);
        }

        await run.PassAsync(TimeSpan.FromMinutes(15));
        Assert.Equal(games.Select(game => (game.Id, GameStatus.Completed)), (await run.GamesAsync()).OrderBy(row => row.GameId).Select(row => (row.GameId, row.Status)));
        Assert.Equal(8, (await run.EventsAsync()).Count);
    }

    public void Dispose() => _folder.Dispose();

    private static WorldGame Play(long number, DateTimeOffset start, int minutes, params string[] people) => new(number, start, TimeSpan.FromMinutes(minutes), people);

    private static bool IsSpectator(string address) => address.Contains("/spectator/", StringComparison.Ordinal);

    private Task<TrackingRun> StartAsync() => TrackingRun.StartAsync(_folder, _world, _clock);
}
