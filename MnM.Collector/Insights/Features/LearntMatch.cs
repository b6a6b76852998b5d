using System.Collections.Immutable;

namespace MnM.Collector.Insights.Features;

/// <summary>A match that can be learnt from.</summary>
/// <param name="MatchId">Riot's id.</param>
/// <param name="BlueWon">How it ended.</param>
/// <param name="States">At each full minute.</param>
internal sealed record LearntMatch(string MatchId, bool BlueWon, ImmutableArray<MatchState> States)
{
    private const double Minute = 60;

    /// <summary>The end is left out: of a fallen base everybody knows who won, and a model that is tested on it would look better than it is.</summary>
    public static LearntMatch Of(string matchId, bool blueWon, ImmutableArray<MatchState> states) => new(matchId, blueWon, [.. states.Where(state => state.At % Minute == 0)]);
}
