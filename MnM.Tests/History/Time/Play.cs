using System.Collections.Immutable;
using System.Globalization;
using MnM.Collector.History.Time;
using MnM.Collector.Matches.Played;

namespace MnM.Tests.History.Time;

/// <summary>Games of a player as tests need them.</summary>
internal static class Play
{
    public static readonly TimeZoneInfo Utc = TimeZoneInfo.Utc;
    public static readonly TimeZoneInfo Berlin = TimeZoneInfo.FindSystemTimeZoneById("Europe/Berlin");
    public static readonly TimeZoneInfo SaoPaulo = TimeZoneInfo.FindSystemTimeZoneById("America/Sao_Paulo");

    public static readonly PlayedChampion Ahri = new(103, "Ahri");
    public static readonly PlayedChampion Lux = new(99, "Lux");

    /// <summary>A won game of half an hour in the ranked queue.</summary>
    /// <param name="start">UTC, for example 2026-03-28 23:50; null where it is not known.</param>
    public static PlayedGame Game(string? start, double minutes = 30, bool won = true) => new()
    {
        MatchId = $"EUW1_{start}",
        StartedAt = start is null ? null : At(start),
        Duration = TimeSpan.FromMinutes(minutes),
        Played = TimeSpan.FromMinutes(minutes),
        Champion = Ahri,
        QueueId = 420,
        Mode = "CLASSIC",
        Role = "MIDDLE",
        Patch = "16.6",
        Outcome = won ? Outcome.Won : Outcome.Lost,
        Side = Side.Blue,
        Kills = 5,
        Deaths = 3,
        Assists = 8,
        Cs = 180,
        Damage = 21_000,
        VisionScore = 20,
    };

    public static PlayedGame Remake(string start, double minutes = 4) => Game(start, minutes) with { Outcome = Outcome.Remake };

    public static PlayedGame Arena(string start, bool won = true) => Game(start, 20, won) with { QueueId = 1700, Mode = "CHERRY", Role = "", Side = null };

    /// <summary>Games that follow one another: W is won, L lost, R a remake, A Arena; a number is a pause in minutes, else five.</summary>
    public static ImmutableArray<PlayedGame> Row(string start, string course)
    {
        var (at, pause, games) = (At(start), 0, ImmutableArray.CreateBuilder<PlayedGame>());
        foreach (var word in course.Split(' '))
        {
            if (int.TryParse(word, CultureInfo.InvariantCulture, out var minutes))
            {
                pause = minutes;
                continue;
            }

            foreach (var letter in word)
            {
                at = at.AddMinutes(games.Count == 0 ? 0 : pause);
                var text = at.ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture);
                games.Add(letter switch { 'R' => Remake(text), 'A' => Arena(text), _ => Game(text, won: letter == 'W') });
                (at, pause) = (games[^1].EndedAt!.Value, 5);
            }
        }

        return games.ToImmutable();
    }

    /// <summary>A game a day at eight in the evening, won or lost as told.</summary>
    public static ImmutableArray<PlayedGame> Days(string from, string course) =>
        [.. course.Select((letter, day) => Game(At(from).AddDays(day).ToString("yyyy-MM-dd 20:00", CultureInfo.InvariantCulture), won: letter == 'W'))];

    public static TimeReport Report(IReadOnlyCollection<PlayedGame> games, TimeZoneInfo? zone = null, RateMethod method = RateMethod.None, TimeFilter? filter = null) =>
        TimeReport.Of(games, filter ?? TimeFilter.None, zone ?? Utc, method);

    public static DateTimeOffset At(string utc) => DateTimeOffset.Parse(utc, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal);
}
