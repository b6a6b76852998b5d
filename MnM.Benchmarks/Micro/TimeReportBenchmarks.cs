using System.Collections.Immutable;
using BenchmarkDotNet.Attributes;
using MnM.Collector.History.Time;
using MnM.Collector.Matches.Played;

namespace MnM.Benchmarks.Micro;

/// <summary>The time analysis of a thousand games of a year and a half.</summary>
[MemoryDiagnoser]
public class TimeReportBenchmarks
{
    private const int Count = 1000;
    private readonly TimeZoneInfo _zone = TimeZoneInfo.FindSystemTimeZoneById("Europe/Berlin");
    private ImmutableArray<PlayedGame> _games = [];

    [GlobalSetup]
    public void SetUp()
    {
        var random = new Random(1);
        var friends = Enumerable.Range(0, 20).Select(friend => new Companion($"{friend}", $"Friend {friend}", "EUW", 50)).ToArray();
        var at = DateTimeOffset.UnixEpoch.AddYears(55);
        _games = [.. Enumerable.Range(0, Count).Select(number => Game(number, at = at.AddMinutes(random.Next(3) == 0 ? random.Next(100, 3000) : random.Next(35, 60)), random, friends))];
    }

    [Benchmark]
    public TimeReport Report() => TimeReport.Of(_games, TimeFilter.None, _zone, RateMethod.Shrunk);

    private static PlayedGame Game(int number, DateTimeOffset at, Random random, Companion[] friends) => new()
    {
        MatchId = $"EUW1_{number}",
        StartedAt = at,
        Duration = TimeSpan.FromSeconds(random.Next(1100, 2600)),
        Played = TimeSpan.FromSeconds(random.Next(1100, 2600)),
        Champion = new PlayedChampion(random.Next(40), "Champion"),
        QueueId = 420,
        Mode = "CLASSIC",
        Role = random.Next(2) == 0 ? "MIDDLE" : "TOP",
        Patch = "16.22",
        Outcome = (Outcome)random.Next(2),
        Side = (Side)random.Next(2),
        Kills = 5,
        Deaths = 5,
        Assists = 5,
        Cs = 180,
        Damage = 21_000,
        VisionScore = 20,
        With = [.. friends.Where(_ => random.Next(20) == 0)],
    };
}
