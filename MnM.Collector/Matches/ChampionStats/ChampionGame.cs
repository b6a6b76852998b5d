namespace MnM.Collector.Matches.ChampionStats;

/// <summary>A stored game of a champion, as whoever played it had it.</summary>
public sealed record ChampionGame
{
    public required string MatchId { get; init; }

    /// <summary>The participant's, from 1.</summary>
    public required int Number { get; init; }

    /// <summary>UTC; null where Riot does not say, as of some that were called off.</summary>
    public required DateTimeOffset? StartedAt { get; init; }
    public required int QueueId { get; init; }

    /// <summary>Riot's word, for example CLASSIC.</summary>
    public required string Mode { get; init; }

    /// <summary>The first two numbers of the game's version; empty where Riot does not say.</summary>
    public required string Patch { get; init; }

    /// <summary>TOP, JUNGLE, MIDDLE, BOTTOM, UTILITY; empty where the mode has none.</summary>
    public required string Role { get; init; }

    /// <summary>Whether it ended without a result, as a remake or because Riot called it off.</summary>
    public required bool IsCalledOff { get; init; }
    public required bool IsWon { get; init; }
    public required int Kills { get; init; }
    public required int Deaths { get; init; }
    public required int Assists { get; init; }

    /// <summary>Minions and neutral monsters.</summary>
    public required int Cs { get; init; }

    /// <summary>Earned.</summary>
    public required int Gold { get; init; }

    /// <summary>To champions.</summary>
    public required int Damage { get; init; }

    /// <summary>The same of the whole side.</summary>
    public required int TeamDamage { get; init; }

    /// <summary>How long the player was in it.</summary>
    public required int Seconds { get; init; }

    /// <summary>As <see cref="MatchParticipant.Items"/>.</summary>
    public required string Items { get; init; }

    /// <summary>Id of the keystone rune; 0 where there is none.</summary>
    public required int Keystone { get; init; }

    /// <summary>Whether it has a part in the figures.</summary>
    public bool Counts => !IsCalledOff && Contest.Is(QueueId, Mode);
}
