namespace MnM.Collector.Insights.Stories;

/// <summary>What one person did in one match, as far as figures are made of it.</summary>
/// <param name="Kills">The person's.</param>
/// <param name="Deaths">The same.</param>
/// <param name="Assists">The same.</param>
/// <param name="Cs">Minions and neutral monsters.</param>
/// <param name="Gold">Earned.</param>
/// <param name="Damage">To champions.</param>
/// <param name="Vision">Riot's score.</param>
/// <param name="Seconds">How long the person was there.</param>
/// <param name="TeamKills">Of the own side.</param>
/// <param name="Marks">From the timeline; <see cref="MinuteMarks.None"/> without one.</param>
internal readonly record struct Seat(int Kills, int Deaths, int Assists, int Cs, int Gold, int Damage, int Vision, int Seconds, int TeamKills, MinuteMarks Marks);

/// <summary>Figures of a person in a match.</summary>
internal static class SeatFigures
{
    /// <summary>The figure; NaN where the match does not tell it.</summary>
    public static double Of(InsightFigure figure, in Seat seat) => figure switch
    {
        InsightFigure.CsPerMinute => PerMinute(seat.Cs, seat.Seconds),
        InsightFigure.GoldPerMinute => PerMinute(seat.Gold, seat.Seconds),
        InsightFigure.DamagePerMinute => PerMinute(seat.Damage, seat.Seconds),
        InsightFigure.VisionPerMinute => PerMinute(seat.Vision, seat.Seconds),
        InsightFigure.KillParticipationPercent => seat.TeamKills > 0 ? Math.Min(100, 100.0 * (seat.Kills + seat.Assists) / seat.TeamKills) : double.NaN,
        InsightFigure.Kills => seat.Kills,
        InsightFigure.Deaths => seat.Deaths,
        InsightFigure.Assists => seat.Assists,
        InsightFigure.CsAt10 => seat.Marks.CsAt10,
        InsightFigure.GoldLeadAt10 => seat.Marks.GoldLeadAt10,
        InsightFigure.ExperienceLeadAt10 => seat.Marks.ExperienceLeadAt10,
        InsightFigure.GoldLeadAt15 => seat.Marks.GoldLeadAt15,
        _ => throw new ArgumentOutOfRangeException(nameof(figure), figure, "Nobody knows how to count this."),
    };

    /// <summary>The mean over some seats that tell it; NaN where none does.</summary>
    public static double Mean(InsightFigure figure, IEnumerable<Seat> seats) => Told(figure, seats) is { Count: > 0 } told ? told.Average() : double.NaN;

    /// <summary>What those seats tell that tell it.</summary>
    public static List<double> Told(InsightFigure figure, IEnumerable<Seat> seats) => [.. seats.Select(seat => Of(figure, seat)).Where(double.IsFinite)];

    private static double PerMinute(int count, int seconds) => seconds > 0 ? 60.0 * count / seconds : double.NaN;
}
