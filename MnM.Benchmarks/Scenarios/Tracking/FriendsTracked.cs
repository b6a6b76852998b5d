using System.Collections.Immutable;
using MnM.Collector.Tracking;
using MnM.Simulator.RiotApi;
using MnM.Simulator.RiotApi.Limits;
using MnM.Simulator.World.People;

namespace MnM.Benchmarks.Scenarios.Tracking;

/// <summary>A week of sixty friends on a personal key, in simulated time: whether every game is found and completed, how soon, and whether anything is told twice or wrong.</summary>
internal sealed class FriendsTracked : Measurement
{
    private const double Route = 100 / 120d;
    private const double LaneShare = 0.8;
    private const int Friends = 60;

    /// <summary>The last result that never comes is given up a day after its game.</summary>
    private static readonly TimeSpan Rest = TimeSpan.FromHours(26);
    private static readonly TimeSpan ShortRest = TimeSpan.FromHours(4);

    private static readonly TimeSpan Soon = TimeSpan.FromMinutes(5);

    public override string Title => "A week of sixty friends (several minutes)";

    public override string? FindLack() => ReleaseBuild.FindLack();

    public override async Task MeasureAsync(Results results, Size size, CancellationToken cancellationToken)
    {
        var isWhole = size == Size.Full;
        ImmutableArray<RiotOutage> outages = isWhole ? [Outage(Population.Home, 2, 20, 404), Outage("europe", 4, 19, 503)] : [Outage(Population.Home, 0, 18, 404), Outage("europe", 0, 21, 503)];
        ImmutableArray<(TimeSpan At, string InMidOf)> kills = isWhole
            ? [(Time(1, 19.67), "/active-games/"), (Time(3, 20.2), "/matches/EU"), (Time(5, 21), "/ids")]
            : [(Time(0, 14), "/active-games/"), (Time(0, 17), "/matches/EU"), (Time(0, 20), "/ids")];
        await using var week = new TrackedWeek(Friends, isWhole ? 7 : 1, KeyKind.Personal, outages);
        await week.StartAsync(cancellationToken);
        foreach (var (at, inMidOf) in kills)
        {
            week.PassUntil(week.Start + at, cancellationToken);
            await week.KillAsync(inMidOf, cancellationToken);
        }

        week.PassUntil(week.End + (isWhole ? Rest : ShortRest), cancellationToken);
        var judge = await week.JudgeAsync();
        await WeekReport.WriteAsync(week, judge);
        AddDetection(results, week, judge);
        AddCompletion(results, week, judge);
        AddFaults(results, week, judge);
        results.Add("kills", kills.Length);
    }

    private static void AddDetection(Results results, TrackedWeek week, WeekJudge judge)
    {
        var latencies = judge.Latencies.Select(one => one.Seconds).ToList();
        var round = week.Truth.RoundSeconds(Population.Home, Route * LaneShare);
        results.Add("games", week.Week.Games.Length);
        results.Add("friend_games", week.Truth.All.Length);
        results.Add("detected", judge.Found.Count / (double)week.Truth.All.Length);
        results.Add("shown", latencies.Count / (double)week.Truth.All.Length);
        results.Add("round_s", round);
        results.Add("latency_p50_s", Results.Percentile(latencies, 50));
        results.Add("latency_p99_s", Results.Percentile(latencies, 99));
        results.Add("latency_p99_vs_round", Results.Percentile(latencies, 99) / round);
    }

    private static void AddCompletion(Results results, TrackedWeek week, WeekJudge judge)
    {
        var completed = judge.Found.Where(pair => pair.One.HasMatch && pair.Row is { CompletedAt: not null, Status: GameStatus.Completed or GameStatus.Aborted }).ToList();
        var fromEnd = completed.ConvertAll(pair => (pair.Row.CompletedAt!.Value - pair.One.Game.EndedAt).TotalSeconds);
        results.Add("completed_5min", completed.Count(pair => pair.Row.CompletedAt <= week.Truth.AvailableAt(pair.One) + Soon) / (double)week.Truth.All.Count(one => one.HasMatch));
        results.Add("completed_from_end_p50_s", Results.Percentile(fromEnd, 50));
        results.Add("completed_from_end_p99_s", Results.Percentile(fromEnd, 99));
    }

    private static void AddFaults(Results results, TrackedWeek week, WeekJudge judge)
    {
        var (violations, refused) = week.JudgeLimits();
        var retried = judge.Found.Count(pair => pair.Row.RetryCount > 0 && !week.HasFaulted(pair.One.Game.MatchId) && !week.Truth.MetOutage(pair.One));
        results.Add("lost", judge.Lost);
        results.Add("duplicate_rows", judge.DuplicateRows);
        results.Add("duplicate_events", judge.DuplicateEvents);
        results.Add("missing_events", judge.MissingEvents);
        results.Add("wrong", judge.Wrong);
        results.Add("requests", week.Requests);
        results.Add("violations", violations);
        results.Add("own_429", refused);
        results.Add("retried_without_fault", retried / (double)judge.Found.Count);
        results.Add("failed_ticks", week.FailedTicks.Count());
        results.Add("overrun", week.Overrun);
    }

    private static RiotOutage Outage(string route, int day, double hour, int status) => new(route, Time(day, hour), TimeSpan.FromMinutes(30), status);

    private static TimeSpan Time(int day, double hour) => TimeSpan.FromHours((24 * day) + hour);
}
