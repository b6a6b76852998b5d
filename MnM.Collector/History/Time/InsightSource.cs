using MnM.Collector.Matches.Played;

namespace MnM.Collector.History.Time;

/// <summary>What insights are looked for in.</summary>
/// <param name="Rated">Rated games, the first first.</param>
/// <param name="Placed">Games whose start is known, with what came before them.</param>
/// <param name="Sessions">Sessions with games that are looked at.</param>
/// <param name="Hours">Hours of the week.</param>
/// <param name="Zone">Whose days and hours.</param>
internal sealed record InsightSource(IReadOnlyList<PlayedGame> Rated, IReadOnlyList<PlacedGame> Placed, Sessions Sessions, HourMap Hours, TimeZoneInfo Zone)
{
    /// <summary>Rated games whose start is known.</summary>
    public IEnumerable<PlacedGame> RatedInCourse => Placed.Where(placed => placed.Game.IsRated);

    public DateTime Local(PlayedGame game) => LocalHours.Local(game.StartedAt!.Value, Zone);
}
