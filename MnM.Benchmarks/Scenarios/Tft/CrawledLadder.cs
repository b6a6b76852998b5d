using System.Collections.Immutable;
using MnM.Benchmarks.Requests;
using MnM.Simulator;
using MnM.Simulator.RiotApi;
using MnM.Simulator.RiotApi.Limits;
using MnM.Simulator.World.Tactics;

namespace MnM.Benchmarks.Scenarios.Tft;

/// <summary>The ladder that is crawled: 300 players and 5,000 matches.</summary>
internal sealed class CrawledLadder
{
    public const string MatchMethod = "tft-match-v1.match";
    public const string Platform = "euw1";

    private readonly SimulatorOptions _options;

    public CrawledLadder(Size size, DateTimeOffset now)
    {
        _options = new SimulatorOptions { TftLadder = 300, TftMatches = size == Size.Quick ? 1_500 : 5_000 };
        Ladder = _options.LadderAt(now)!;
    }

    public TacticsLadder Ladder { get; }

    /// <summary>How the simulator is told of it.</summary>
    public string[] Switches => ["--tft-ladder", $"{_options.TftLadder}", "--tft-matches", $"{_options.TftMatches}"];

    public int Matches => _options.TftMatches;

    /// <summary>Ids of all that can be read.</summary>
    public ImmutableHashSet<string> Open => [.. Ladder.Games.Where(game => !TacticsLadder.IsPrivate(game)).Select(game => $"EUW1_{game.GameId}")];

    /// <summary>Seconds that so many requests take at the least with a production key, so many of them for matches.</summary>
    public static double Shortest(int requests, int matches) => Math.Max(ShortestTime.Of(requests, KeyKind.Production), ShortestTime.Of(matches, RiotMethods.TftMatch.Limits));
}
