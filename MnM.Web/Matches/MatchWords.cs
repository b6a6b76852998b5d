using MnM.Collector.Live;
using MnM.Collector.Matches;
using MnM.Collector.StaticData;
using MnM.Web.Live;

namespace MnM.Web.Matches;

/// <summary>What is said of a match and its people.</summary>
internal static class MatchWords
{
    /// <summary>The team as the running game calls it.</summary>
    public static string TeamOf(int teamId) => teamId switch
    {
        100 => TeamView.Blue,
        200 => TeamView.Red,
        _ => Invariant($"Team {teamId}"),
    };

    /// <summary>1st place, 2nd place, …</summary>
    public static string Place(int place) => Invariant($"{place}{(place % 100 is >= 11 and <= 13 ? "th" : (place % 10) switch { 1 => "st", 2 => "nd", 3 => "rd", _ => "th" })} place");

    /// <summary>Queue, or the mode where Riot tells no queue.</summary>
    public static string Queue(Match match, StaticCatalog catalog) =>
        GameWords.Queue(match.QueueId, isCustom: match is { QueueId: 0, Mode.Length: > 0 }, catalog) is { Length: > 0 } queue ? queue : GameWords.Mode(match.Mode);

    /// <summary>What the match is called in a heading: queue, map where it says more, patch.</summary>
    public static string Summary(Match match, StaticCatalog catalog, TimeProvider time)
    {
        var queue = Queue(match, catalog);
        var map = match.MapId == 0 ? "" : GameWords.Map(match.MapId, catalog.Constants.Maps.GetValueOrDefault(match.MapId, ""));
        return string.Join(" · ", new[]
        {
            queue,
            map == queue || queue.StartsWith(map, StringComparison.Ordinal) ? "" : map,
            match.StartedAt is { } at ? Figures.Moment(at, time) : "",
            Figures.Clock(match.DurationSeconds),
            match.Patch.Length > 0 ? $"patch {match.Patch}" : "",
        }.Where(part => part.Length > 0));
    }

    /// <summary>How it ended, for a chip.</summary>
    /// <returns>The words and the chip's class.</returns>
    public static (string Word, string Chip) Result(OpenedMatch opened) => opened switch
    {
        { Match.IsAborted: true } => ("Called off", "warn"),
        { Match.IsRemake: true } => ("Remake", "line"),
        { HasPlaces: true } => (Invariant($"{opened.Read.Participants.Select(one => one.Placement).Distinct().Count()} teams"), "line"),
        _ => opened.Read.Participants.FirstOrDefault(one => one.Win)?.TeamId switch
        {
            100 => ("Blue wins", "blue"),
            200 => ("Red wins", "red"),
            _ => ("No result", "line"),
        },
    };

    /// <summary>A participant's champion by today's static data, else as Riot wrote it then.</summary>
    public static ChampionMark ChampionOf(MatchParticipant one, StaticCatalog catalog) =>
        catalog.ChampionOf(one.ChampionId) is { } known ? new ChampionMark(known.Alias, known.Name)
        : one.ChampionName.Length > 0 ? new ChampionMark(one.ChampionName, one.ChampionName)
        : ChampionMark.Of(one.ChampionId, catalog) ?? new ChampionMark("", "Unknown champion");

    /// <summary>A summoner spell; null for an empty place.</summary>
    public static SpellView? SpellOf(int id, StaticCatalog catalog) => id <= 0 ? null
        : catalog.SpellOf(id) is { } known ? new SpellView(known.Alias, known.Name)
        : new SpellView(Invariant($"{id}"), Invariant($"Spell {id}"));

    private static string Invariant(FormattableString text) => FormattableString.Invariant(text);
}
