using MnM.Benchmarks.Scenarios.Tracking;
using MnM.Collector.Backplane.Outbox;
using MnM.Collector.Riot;
using MnM.Collector.Tracking;
using MnM.Simulator.RiotApi;
using MnM.Simulator.World.Friends;
using MnM.Simulator.World.People;

namespace MnM.Tests.Benchmarks;

/// <summary>The judge of the scenario tracking finds no fault where there is none, and each that there is.</summary>
public sealed class WeekJudgeTests
{
    private static readonly DateTimeOffset Monday = new(2026, 10, 5, 0, 0, 0, TimeSpan.Zero);
    private static readonly FriendsWeek Week = new(new FriendsWeekOptions { Start = Monday, Friends = 20, Days = 3 });
    private static readonly WeekTruth Truth = new(Week, [], Monday);

    /// <summary>Only every tenth row is compared with its match.</summary>
    private static readonly Dictionary<int, GameResult> Scores = Enumerable.Range(1, Truth.All.Length)
        .Where(id => id % 10 == 0 && Truth.All[id - 1] is { HasMatch: true, Game.Product: Products.League })
        .ToDictionary(id => id, id => ScoreOf(Truth.All[id - 1]));

    private readonly List<(string RiotId, TrackedGame Row)> _games = [.. Truth.All.Select((one, index) => (one.Friend.Person.RiotId, RowOf(one, index + 1)))];
    private readonly List<OutboxEvent> _events = [];

    public WeekJudgeTests()
    {
        foreach (var (_, row) in _games.Where(game => game.Row.Status is GameStatus.Completed or GameStatus.Aborted))
        {
            Tell(GameEvents.Completed, row);
        }
    }

    [Fact]
    public void What_is_stored_as_it_was_has_no_fault()
    {
        var judge = Judge();

        Assert.Empty(judge.Faults);
        Assert.Equal((Truth.All.Length, 0, 0, 0), (judge.Found.Count, judge.Lost, judge.Wrong, judge.DuplicateRows + judge.DuplicateEvents + judge.MissingEvents));
        Assert.Contains(Truth.All, one => one.Status == GameStatus.Custom);
        Assert.Contains(Truth.All, one => one.Game.Product == Products.Tactics);
    }

    [Fact]
    public void A_game_in_no_row_is_lost_and_so_is_one_that_still_waits()
    {
        _games.RemoveAt(3);
        Completed().Status = GameStatus.Active;

        Assert.Equal(2, Judge().Lost);
    }

    [Fact]
    public void A_row_of_a_game_that_nobody_played_is_wrong()
    {
        var row = RowOf(Truth.All[0], 1_000);
        row.GameId = "EUW1_1";
        _games.Add((Truth.All[0].Friend.Person.RiotId, row));
        Tell(GameEvents.Completed, row);

        Assert.Equal((1, 0), (Judge().Wrong, Judge().DuplicateRows));
    }

    [Theory]
    [InlineData("queue")]
    [InlineData("champion")]
    [InlineData("duration")]
    [InlineData("start")]
    [InlineData("end")]
    [InlineData("won")]
    [InlineData("remake")]
    [InlineData("status")]
    public void A_row_that_says_something_else_is_wrong(string what)
    {
        var row = Completed();
        switch (what)
        {
            case "queue": row.QueueType = 450; break;
            case "champion": row.ChampionId += 1; break;
            case "duration": row.DurationSeconds += 2; break;
            case "start": row.StartedAt += TimeSpan.FromSeconds(2); break;
            case "end": row.EndedAt = null; break;
            case "won": row.Won = !row.Won; break;
            case "remake": row.Result = new GameResult { Remake = true }.ToJson(); break;
            case "status": row.Status = GameStatus.Aborted; break;
        }

        Assert.Equal(1, Judge().Wrong);
    }

    [Fact]
    public void A_score_is_compared_with_the_match_itself()
    {
        var row = _games.First(game => game.Row is { Status: GameStatus.Completed, Product: RiotProduct.League } && game.Row.Id % 10 == 0).Row;
        row.Result = (GameResult.Read(row.Result)! with { Kills = 99 }).ToJson();

        Assert.Equal(1, Judge().Wrong);
    }

    [Fact]
    public void Rows_and_events_that_are_there_twice_are_counted_and_events_that_are_missing()
    {
        var row = Completed();
        _games.Add(_games.First(game => game.Row == row));
        _events.Add(_events[0]);
        _events.RemoveAt(5);
        row.DetectedBy = DetectedBy.Spectator;
        var judge = Judge();

        Assert.Equal((1, 1, 2), (judge.DuplicateRows, judge.DuplicateEvents, judge.MissingEvents));
    }

    [Fact]
    public void A_result_that_never_comes_may_be_waited_for_until_a_day_after()
    {
        var week = new FriendsWeek(new FriendsWeekOptions { Start = Monday });
        var truth = new WeekTruth(week, [], Monday);
        var missing = truth.All.First(one => one.Game.Fate == GameFate.Missing);
        var row = RowOf(missing, 1);
        row.Status = GameStatus.Active;
        var stored = new StoredWeek([(missing.Friend.Person.RiotId, row)], []);

        Assert.Equal(truth.All.Length - 1, new WeekJudge(truth, stored, missing.Game.ListedAt.AddHours(20)).Lost);
        Assert.Equal(truth.All.Length, new WeekJudge(truth, stored, missing.Game.ListedAt.AddHours(26)).Lost);
    }

    [Fact]
    public void An_outage_takes_its_games_out_of_the_latencies_and_puts_matches_off()
    {
        var evening = new RiotOutage(Population.Home, TimeSpan.FromHours(20), TimeSpan.FromMinutes(30), 404);
        var truth = new WeekTruth(Week, [evening, evening with { Route = "europe", Status = 503 }], Monday);
        var (from, to) = (Monday.AddHours(20), Monday.AddHours(20.5));

        Assert.All(truth.All.Where(one => !one.Friend.IsStreamer && one.Game.Platform == Population.Home), one => Assert.Equal(one.Game.EndedAt <= from || one.Game.OpenedAt >= to, truth.IsShown(one)));
        Assert.All(truth.All, one => Assert.Equal(one.Game.ListedAt >= from && one.Game.ListedAt < to ? to : one.Game.ListedAt, truth.AvailableAt(one)));
        Assert.Contains(truth.All, one => truth.AvailableAt(one) != one.Game.ListedAt);
    }

    private WeekJudge Judge() => new(Truth, new StoredWeek(_games, _events), Monday.AddDays(5));

    private TrackedGame Completed() => _games.First(game => game.Row is { Status: GameStatus.Completed, Product: RiotProduct.League, Won: not null } && game.Row.Id % 10 != 0).Row;

    private void Tell(string kind, TrackedGame row) =>
        _events.Add(new OutboxEvent { Kind = kind, Subject = GameEvents.SubjectOf(row.PlayerId, row.GameId), Payload = "{}", At = Monday });

    private static TrackedGame RowOf(TrueGame one, int id)
    {
        var isLeague = one.Game.Product == Products.League;
        var score = Scores.GetValueOrDefault(id);
        return new TrackedGame
        {
            Id = id,
            PlayerId = one.Friend.Person.SummonerLevel,
            GameId = one.Game.MatchId,
            Product = isLeague ? RiotProduct.League : RiotProduct.Tactics,
            Status = one.Status,
            DetectedAt = one.Game.OpenedAt.AddSeconds(20),
            DetectedBy = DetectedBy.Sweep,
            QueueType = one.Game.QueueId,
            ChampionId = isLeague ? one.Seat.ChampionId : null,
            StartedAt = one.Game.StartedAt,
            EndedAt = one.Game.EndedAt,
            DurationSeconds = (int)one.Game.Duration.TotalSeconds,
            Won = one.Won,
            Result = new GameResult
            {
                Remake = one.Game.Fate == GameFate.Remade ? true : null,
                Placement = isLeague ? null : one.Seat.Placement,
                Kills = score?.Kills,
                Deaths = score?.Deaths,
                Assists = score?.Assists,
            }.ToJson(),
        };
    }

    private static GameResult ScoreOf(TrueGame one)
    {
        var match = FriendMatch.Write(one.Game).Match["info"]!["participants"]!.AsArray().First(each => (string)each!["puuid"]! == one.Seat.Person.Puuid)!;
        return new GameResult { Kills = (int)match["kills"]!, Deaths = (int)match["deaths"]!, Assists = (int)match["assists"]! };
    }
}
