using System.Globalization;
using System.Text.Json.Nodes;
using MnM.Collector.Tracking;
using MnM.Simulator.World.Friends;
using MnM.Simulator.World.People;

namespace MnM.Benchmarks.Scenarios.Tracking;

/// <summary>Holds what MnM has stored of a week against what really was.</summary>
internal sealed class WeekJudge
{
    /// <summary>Kills, deaths and assists are read from every so manieth match, written anew.</summary>
    private const int ScoresEvery = 10;

    /// <summary>MnM's own for results that never come, and time to notice its end.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromHours(25);

    private static readonly TimeSpan Tolerance = TimeSpan.FromSeconds(1.5);

    private readonly WeekTruth _truth;
    private readonly StoredWeek _stored;
    private readonly DateTimeOffset _now;
    private readonly List<(TrueGame One, TrackedGame Row)> _found = [];
    private readonly List<string> _faults = [];

    /// <param name="truth">What was played.</param>
    /// <param name="stored">What MnM knows of it.</param>
    /// <param name="now">When that was read: a result that never comes is waited for until a day after.</param>
    public WeekJudge(WeekTruth truth, StoredWeek stored, DateTimeOffset now)
    {
        (_truth, _stored, _now) = (truth, stored, now);
        var rows = stored.Games.ToLookup(one => (one.RiotId, one.Row.GameId), one => one.Row);
        foreach (var one in truth.All)
        {
            if (rows[(one.Friend.Person.RiotId, one.Game.MatchId)].FirstOrDefault() is { } row)
            {
                _found.Add((one, row));
            }
            else
            {
                Lost++;
                _faults.Add($"lost: {Words(one)} is in no row");
            }
        }

        Invented = rows.Count - _found.Count;
        DuplicateRows = stored.Games.Count - rows.Count;
        _faults.AddRange(rows.Select(row => row.Key).Except(_found.Select(one => (one.One.Friend.Person.RiotId, one.One.Game.MatchId))).Select(key => $"invented: {key}"));
        JudgeRows();
        JudgeEvents();
    }

    /// <summary>Rows of games that there were, with the game.</summary>
    public IReadOnlyList<(TrueGame One, TrackedGame Row)> Found => _found;

    /// <summary>Games in no row, and rows that have come to no end.</summary>
    public int Lost { get; private set; }

    /// <summary>Rows of games that there were not, or that could not be known.</summary>
    public int Invented { get; }

    /// <summary>Rows that say something else than the truth, invented ones included.</summary>
    public int Wrong { get; private set; }

    public int DuplicateRows { get; }

    public int DuplicateEvents { get; private set; }

    /// <summary>Events that a row should have and does not, or has and should not.</summary>
    public int MissingEvents { get; private set; }

    /// <summary>What was wrong, for people.</summary>
    public IReadOnlyList<string> Faults => _faults;

    /// <summary>The games that the spectator told, with the seconds from then until MnM knew them, the slowest first.</summary>
    public IReadOnlyList<(double Seconds, string Game)> Latencies =>
    [
        .. _found.Where(pair => _truth.IsShown(pair.One))
            .Select(pair => ((pair.Row.DetectedAt - pair.One.Game.OpenedAt).TotalSeconds, $"{Words(pair.One)} by {pair.Row.DetectedBy}"))
            .OrderDescending(),
    ];

    private void JudgeRows()
    {
        Wrong = Invented;
        foreach (var (one, row) in _found)
        {
            if (row.Status == GameStatus.Active)
            {
                if (one.Status == GameStatus.Expired && _now < one.Game.ListedAt + Patience)
                {
                    continue;
                }

                Lost++;
                _faults.Add($"lost: {Words(one)} still waits after {row.Asks} questions, {row.RetryCount} errors; {row.LastError}");
                continue;
            }

            var differences = Differences(one, row).ToList();
            if (differences.Count > 0)
            {
                Wrong++;
                _faults.Add($"wrong: {Words(one)}: {string.Join(", ", differences)} ({row.Reason} {row.LastError})");
            }
        }
    }

    private void JudgeEvents()
    {
        var events = _stored.Events.GroupBy(told => (told.Kind, told.Subject)).ToDictionary(told => told.Key, told => told.Count());
        DuplicateEvents = events.Values.Sum(count => count - 1);
        var expected = _stored.Games.SelectMany(one => Expected(one.Row)).ToHashSet();
        MissingEvents = expected.Count(one => !events.ContainsKey(one)) + events.Keys.Count(one => !expected.Contains(one));
        _faults.AddRange(expected.Where(one => !events.ContainsKey(one)).Select(one => $"event missing: {one}"));
        _faults.AddRange(events.Keys.Where(one => !expected.Contains(one)).Select(one => $"event too many: {one}"));

        static IEnumerable<(string Kind, string Subject)> Expected(TrackedGame row)
        {
            var subject = GameEvents.SubjectOf(row.PlayerId, row.GameId);
            if (row is { DetectedBy: DetectedBy.Spectator, Status: not GameStatus.Custom })
            {
                yield return (GameEvents.Started, subject);
            }

            if (row.Status is GameStatus.Completed or GameStatus.Aborted)
            {
                yield return (GameEvents.Completed, subject);
            }
        }
    }

    private static IEnumerable<string> Differences(TrueGame one, TrackedGame row)
    {
        var game = one.Game;
        if (row.Status != one.Status)
        {
            yield return $"{row.Status}, not {one.Status}";
        }

        if (!one.HasMatch || row.Status != one.Status)
        {
            yield break;
        }

        if (row.QueueType != game.QueueId)
        {
            yield return $"queue {row.QueueType}, not {game.QueueId}";
        }

        if (game.Product == Products.League && row.ChampionId != one.Seat.ChampionId)
        {
            yield return $"champion {row.ChampionId}, not {one.Seat.ChampionId}";
        }

        if (!IsNear(row.StartedAt, game.StartedAt) || !IsNear(row.EndedAt, game.EndedAt) || Math.Abs((row.DurationSeconds ?? 0) - (int)game.Duration.TotalSeconds) > 1)
        {
            yield return string.Create(CultureInfo.InvariantCulture, $"{row.StartedAt:O}–{row.EndedAt:O} {row.DurationSeconds} s, not {game.StartedAt:O}–{game.EndedAt:O}");
        }

        if (row.Status == GameStatus.Completed)
        {
            foreach (var difference in ResultDifferences(one, row))
            {
                yield return difference;
            }
        }
    }

    private static IEnumerable<string> ResultDifferences(TrueGame one, TrackedGame row)
    {
        var result = GameResult.Read(row.Result);
        if (row.Won != one.Won || (result?.Remake ?? false) != (one.Game.Fate == GameFate.Remade))
        {
            yield return $"won {row.Won}, remake {result?.Remake}, not {one.Won}, {one.Game.Fate}";
        }

        if ((result?.Placement ?? 0) != one.Seat.Placement)
        {
            yield return $"place {result?.Placement}, not {one.Seat.Placement}";
        }

        if (one.Game.Product == Products.League && row.Id % ScoresEvery == 0 && Score(one) is var score && (result?.Kills, result?.Deaths, result?.Assists) != score)
        {
            yield return $"{result?.Kills}/{result?.Deaths}/{result?.Assists}, not {score}";
        }
    }

    private static (int?, int?, int?) Score(TrueGame one)
    {
        var participant = FriendMatch.Write(one.Game).Match["info"]!["participants"]!.AsArray().First(each => (string)each!["puuid"]! == one.Friend.Person.Puuid)!;
        return (Number("kills"), Number("deaths"), Number("assists"));

        int Number(string name) => (int)((JsonObject)participant)[name]!;
    }

    private static bool IsNear(DateTimeOffset? stored, DateTimeOffset truth) => stored is { } time && (time - truth).Duration() <= Tolerance;

    private static string Words(TrueGame one) =>
        $"{one.Friend.Person.RiotId} in {one.Game.MatchId} ({one.Game.QueueId}, {one.Game.Fate}, {one.Game.OpenedAt:ddd HH:mm:ss}–{one.Game.EndedAt:HH:mm:ss}{(one.Friend.IsStreamer ? ", streamer" : "")})";
}
