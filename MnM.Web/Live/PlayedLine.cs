using System.Collections.Immutable;

namespace MnM.Web.Live;

/// <summary>A game as one of its players had it, as a row of a list shows it.</summary>
public sealed record PlayedLine
{
    // Modes with more places are rare; the game's own page shows all.
    public const int MostItems = 7;

    /// <summary>The page of the game.</summary>
    public required string Href { get; init; }
    public required ResultMark Result { get; init; }

    /// <summary>The champion's name; what else there is to say where nobody played.</summary>
    public required string Who { get; init; }

    /// <summary>The champion in static data; null where nobody played.</summary>
    public required string? ChampionAlias { get; init; }

    /// <summary>Mode, map or queue, and what else is to be known.</summary>
    public required string Mode { get; init; }

    /// <summary>Kills, deaths and assists; null where nobody played.</summary>
    public required (int Kills, int Deaths, int Assists)? Score { get; init; }

    /// <summary>Ids of items, in the order of their places.</summary>
    public required ImmutableArray<int> Items { get; init; }
    public required string Creeps { get; init; }
    public required string PerMinute { get; init; }
    public required string Length { get; init; }
    public required string When { get; init; }

    /// <summary>The start to the minute, where MnM runs.</summary>
    public required string WhenExactly { get; init; }

    /// <summary>Whether it runs.</summary>
    public bool IsLive { get; init; }

    /// <summary>KDA in words.</summary>
    public string Kda => Score is { } score ? Figures.Kda(score.Kills, score.Deaths, score.Assists) : "";
}
