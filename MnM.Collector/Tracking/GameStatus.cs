using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace MnM.Collector.Tracking;

/// <summary>How a tracked game stands. All but the first are final.</summary>
public enum GameStatus
{
    /// <summary>It runs, or its result is waited for.</summary>
    Active,

    /// <summary>Its result is here.</summary>
    Completed,

    /// <summary>Riot shows it to its players alone.</summary>
    Private,

    /// <summary>Riot called it off.</summary>
    Aborted,

    /// <summary>A custom game: Riot keeps no result of it, and it is nobody's business but its players'.</summary>
    Custom,

    /// <summary>Riot had no result within the time limit.</summary>
    Expired,

    /// <summary>Asking for its result went wrong too often.</summary>
    Failed,
}

/// <summary>How a game was found.</summary>
public enum DetectedBy
{
    /// <summary>Riot's spectator showed it.</summary>
    Spectator,

    /// <summary>The player's list of matches named it.</summary>
    Sweep,

    /// <summary>It was played on this machine.</summary>
    Live,

    /// <summary>The player took part in the match of another friend.</summary>
    Match,
}

/// <summary>Keeps a value as its name in capitals.</summary>
internal sealed class Capitals<T>() : ValueConverter<T, string>(value => value.ToString().ToUpperInvariant(), text => Enum.Parse<T>(text, true))
    where T : struct, Enum;
