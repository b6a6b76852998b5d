using System.Collections.Immutable;
using MnM.Collector.Matches.Played;

namespace MnM.Collector.History.Time;

/// <summary>When, how long and how well a player plays: all figures of the page.</summary>
public sealed record TimeReport
{
    /// <summary>Whose clocks days and hours follow.</summary>
    public required TimeZoneInfo Zone { get; init; }
    public required RateMethod Method { get; init; }

    /// <summary>What is looked at, the first first, those without a start before all; remakes and what was called off included.</summary>
    public required ImmutableArray<PlayedGame> Games { get; init; }

    /// <summary>How many of them came to an end. All figures below are of these.</summary>
    public required int Counted { get; init; }

    /// <summary>How many of these have no part in win rates: Arena, and games against the computer.</summary>
    public required int Unrated { get; init; }

    /// <summary>How many of these have no start: they have a length, and no day, hour or session.</summary>
    public required int Undated { get; init; }
    public required SetApart SetApart { get; init; }
    public required WinRate Rate { get; init; }
    public required Playtime Playtime { get; init; }
    public required CalendarMap Calendar { get; init; }
    public required HourMap Hours { get; init; }
    public required Sessions Sessions { get; init; }

    /// <summary>By the game's place in its session, 1 to 6; see <see cref="Time.SessionPlaces.Last"/>.</summary>
    public required ImmutableArray<GameGroup<int>> SessionPlaces { get; init; }

    /// <summary>By what came before the game.</summary>
    public required ImmutableArray<GameGroup<Before>> Before { get; init; }
    public required RollingRate Rolling { get; init; }
    public required Streaks Streaks { get; init; }
    public required ChampionQuadrant Champions { get; init; }
    public required RoleAndSide RoleAndSide { get; init; }
    public required ImmutableArray<GameGroup<DurationBracket>> Lengths { get; init; }

    /// <summary>What stands out, the clearest first.</summary>
    public required ImmutableArray<KeyInsight> Insights { get; init; }

    /// <summary>The report.</summary>
    /// <param name="all">All games of the player: sessions and what came before a game are those of all, whatever is looked at.</param>
    /// <param name="filter">What is looked at.</param>
    /// <param name="zone">Whose days and hours.</param>
    /// <param name="method">How shares are told.</param>
    public static TimeReport Of(IReadOnlyCollection<PlayedGame> all, TimeFilter filter, TimeZoneInfo zone, RateMethod method)
    {
        var chosen = all.Where(game => filter.Leaves(game, zone)).OrderBy(game => game.StartedAt).ToImmutableArray();
        var counted = chosen.Where(game => game.Counts).ToList();
        // The mean is that of all games: a champion must not go better because only its own games are looked at.
        var rates = Rates.Of(all, method);
        var isChosen = counted.ToHashSet(ReferenceEqualityComparer.Instance);
        var course = Course.Of(all);
        var placed = course.Where(one => isChosen.Contains(one.Game)).ToList();
        var rated = placed.Where(one => one.Game.IsRated).Select(one => one.Game).ToList();
        var calendar = CalendarMap.Of(counted, zone);
        var playtime = Playtime.Of(counted, calendar, rates);
        var (rate, hours, sessions) = (rates.Of(counted), HourMap.Of(counted, zone, rates), Sessions.Of(course, isChosen.Contains));
        var source = new InsightSource([.. counted.Where(game => game.IsRated)], placed, sessions, hours, zone);
        return new TimeReport
        {
            Zone = zone,
            Method = method,
            Games = chosen,
            Counted = counted.Count,
            Unrated = counted.Count(game => !game.IsRated),
            Undated = counted.Count(game => game.StartedAt is null),
            SetApart = SetApart.Of(chosen),
            Rate = rate,
            Playtime = playtime,
            Calendar = calendar,
            Hours = hours,
            Sessions = sessions,
            SessionPlaces = Time.SessionPlaces.Of(placed, rates),
            Before = BeforeGame.Of(placed, rates),
            Rolling = RollingRate.Of(rated),
            Streaks = Streaks.Of(rated),
            Champions = ChampionQuadrant.Of(playtime.Champions, rate),
            RoleAndSide = RoleAndSide.Of(counted, rates),
            Lengths = DurationBrackets.Of(counted, rates),
            Insights = KeyInsights.Of(source),
        };
    }
}
