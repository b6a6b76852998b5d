using System.Collections.Immutable;
using MnM.Collector.Live;
using MnM.Collector.Live.Lcu;
using MnM.Collector.Live.Results;
using MnM.Collector.Matches;
using MnM.Collector.StaticData;
using MnM.Web.Live;

namespace MnM.Web.Games;

/// <summary>What is known of a watched game since it ended, joined with its people.</summary>
public sealed record WatchedOutcome
{
    public required GameOutcome Outcome { get; init; }

    /// <summary>Riot's participant of each slot; null where there is none who fits.</summary>
    public required ImmutableArray<MatchParticipant?> Pairs { get; init; }

    /// <summary>Exact figures by slot: Riot's, else the League client's; empty where neither tells them of everybody.</summary>
    public required ImmutableArray<EndOfGamePlayer> Finals { get; init; }

    /// <summary>Whose figures <see cref="Finals"/> are.</summary>
    public required string Caption { get; init; }

    /// <summary>Reads it anew.</summary>
    public static async Task<WatchedOutcome> ReadAsync(WatchedGame watched, GameOutcomeQueries queries, StaticCatalog catalog, CancellationToken cancellationToken)
    {
        var outcome = await queries.FindAsync(watched.Game, cancellationToken);
        var pairs = MatchPairs.Of(watched.Final, outcome.Match, catalog);
        var (finals, caption) = (MatchPairs.Finals(pairs), "final, as Riot counts");
        if (finals.IsEmpty && outcome.EndOfGame is { } block && !FinalFigures.IsBrawl(block))
        {
            (finals, caption) = (FinalFigures.Of(watched.Final, block, catalog), "final, as the client counts");
        }

        return new() { Outcome = outcome, Pairs = pairs, Finals = watched.Game.IsLive ? [] : finals, Caption = finals.IsEmpty ? "final" : caption };
    }

    /// <summary>Whether nothing has come since <paramref name="before"/>, and Riot was not asked either.</summary>
    public bool LooksLike(WatchedOutcome before) =>
        (Outcome.MatchProgress, Outcome.TimelineProgress, Outcome.EndOfGameAt, Outcome.Frames)
        == (before.Outcome.MatchProgress, before.Outcome.TimelineProgress, before.Outcome.EndOfGameAt, before.Outcome.Frames);

    /// <summary>A poll as the page draws it: the last one with exact figures where there are any.</summary>
    public LiveScene Scene(LiveView view, WatchedGame watched)
    {
        if (view.Sequence != watched.Final.Sequence || Finals.IsEmpty)
        {
            return WatchedGame.Scene(view);
        }

        var exact = FinalFigures.Correct(view, Finals);
        return WatchedGame.Scene(exact) with { Board = Scoreboard.Of(exact, [], Finals), Finals = Finals };
    }
}
