using MnM.Collector.Matches.Played;
using MnM.Collector.Players;

namespace MnM.Collector.History.Time;

/// <summary>Which games are looked at; what is null does not matter.</summary>
public sealed record TimeFilter
{
    /// <summary>All games.</summary>
    public static TimeFilter None { get; } = new();

    /// <summary>Riot's number of the champion.</summary>
    public int? Champion { get; init; }

    /// <summary>TOP, JUNGLE, MIDDLE, BOTTOM, UTILITY.</summary>
    public string? Role { get; init; }

    /// <summary>Riot's number of the queue.</summary>
    public int? Queue { get; init; }

    /// <summary>For example 15.23.</summary>
    public string? Patch { get; init; }

    /// <summary>The first day, in the zone that is asked for.</summary>
    public DateOnly? From { get; init; }

    /// <summary>The last day.</summary>
    public DateOnly? To { get; init; }

    /// <summary>Who was on the same side.</summary>
    public PlayerPath? With { get; init; }

    /// <summary>Who was not.</summary>
    public PlayerPath? Without { get; init; }

    /// <summary>Whether anything is left out.</summary>
    public bool IsSet => this != None;

    /// <summary>Whether a game is looked at. One without a time is not where days are asked for.</summary>
    public bool Leaves(PlayedGame game, TimeZoneInfo zone) =>
        (Champion is null || game.Champion.Id == Champion)
        && (Role is null || game.Role == Role)
        && (Queue is null || game.QueueId == Queue)
        && (Patch is null || game.Patch == Patch)
        && ((From is null && To is null) || (game.StartedAt is { } start && LeavesDay(LocalHours.Date(start, zone))))
        && (With is null || IsIn(game, With))
        && (Without is null || !IsIn(game, Without));

    private static bool IsIn(PlayedGame game, PlayerPath path) => game.With.Any(companion => path.Is(companion.GameName, companion.TagLine) || path.Is(companion.Puuid));

    private bool LeavesDay(DateOnly day) => (From is null || day >= From) && (To is null || day <= To);
}
