using MnM.Collector.Matches;
using MnM.Collector.StaticData;
using MnM.Web.Live;
using MnM.Web.Matches;
using static System.FormattableString;

namespace MnM.Web.Players;

/// <summary>Makes rows of stored matches.</summary>
internal static class MatchLines
{
    private const string Arena = "CHERRY";

    /// <summary>The row of a match as one of its players had it.</summary>
    public static PlayedLine Of(PlayedMatch played, StaticCatalog catalog, TimeProvider time)
    {
        var (match, one) = (played.Match, played.Participant);
        var champion = catalog.ChampionOf(one.ChampionId);
        var start = one.StartedAt ?? match.FetchedAt;
        return new PlayedLine
        {
            Href = MatchPages.AddressOf(match.Id, one.Number),
            Result = match.IsAborted ? ResultMark.None("Called off") : match.IsRemake ? ResultMark.None("Remake") : ResultMark.Of(one.Win),
            Who = champion?.Name ?? one.ChampionName,
            ChampionAlias = champion?.Alias ?? one.ChampionName,
            Mode = ModeOf(match, one, catalog),
            Score = (one.Kills, one.Deaths, one.Assists),
            Items = [.. one.ReadItems().Where(item => item > 0).Take(PlayedLine.MostItems)],
            Creeps = Invariant($"{one.Cs} CS"),
            PerMinute = Figures.PerMinute(one.Cs, one.TimePlayed > 0 ? one.TimePlayed : match.DurationSeconds),
            Length = Figures.Clock(match.DurationSeconds),
            When = Figures.Ago(time.GetUtcNow() - start),
            WhenExactly = Figures.Moment(start, time),
        };
    }

    private static string ModeOf(Match match, MatchParticipant one, StaticCatalog catalog)
    {
        var queue = GameWords.Queue(match.QueueId, isCustom: match.QueueId == 0, catalog);
        return match.Mode == Arena && one.Placement > 0 ? $"{queue} · {Place(one.Placement)} place"
            : GameWords.Position(one.Position) is { Length: > 0 } role ? $"{queue} · {role}"
            : queue;
    }

    private static string Place(int place) => place switch
    {
        1 => "1st",
        2 => "2nd",
        3 => "3rd",
        _ => Invariant($"{place}th"),
    };
}
