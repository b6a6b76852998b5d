namespace MnM.Collector.History.Import;

/// <summary>A match of an import that is stored, as its player saw it.</summary>
public sealed record ImportedMatch
{
    /// <summary>Riot's id.</summary>
    public required string MatchId { get; init; }

    /// <summary>UTC; null where Riot does not say, as of some that were called off.</summary>
    public required DateTimeOffset? StartedAt { get; init; }
    public required int DurationSeconds { get; init; }

    /// <summary>Riot's number of the queue.</summary>
    public required int QueueId { get; init; }
    public required bool IsRemake { get; init; }

    /// <summary>Whether Riot called it off.</summary>
    public required bool IsAborted { get; init; }

    /// <summary>What the player did; null where Riot does not name the player in it.</summary>
    public required ImportedPart? Mine { get; init; }

    /// <summary>Whether the player won; null without a result.</summary>
    public bool? Win => IsRemake || IsAborted ? null : Mine?.Win;
}

/// <summary>What a player did in a match.</summary>
/// <param name="ChampionId">Riot's number.</param>
/// <param name="ChampionName">As Riot wrote it.</param>
/// <param name="Kills">Of the player.</param>
/// <param name="Deaths">Of the player.</param>
/// <param name="Assists">Of the player.</param>
/// <param name="Win">Riot's word, of a remake too.</param>
/// <param name="Position">TOP, JUNGLE, MIDDLE, BOTTOM, UTILITY; empty where the mode has none.</param>
public sealed record ImportedPart(int ChampionId, string ChampionName, int Kills, int Deaths, int Assists, bool Win, string Position);
