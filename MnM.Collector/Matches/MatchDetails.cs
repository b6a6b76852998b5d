using System.Collections.Immutable;

namespace MnM.Collector.Matches;

/// <summary>What a match tells beyond what is kept in columns.</summary>
public sealed record MatchDetails(ImmutableArray<TeamDetails> Teams, ImmutableArray<ParticipantDetails> People)
{
    /// <summary>Of a match that tells nothing more.</summary>
    public static MatchDetails None { get; } = new([], []);
}

/// <summary>A team of a match.</summary>
/// <param name="TeamId">100 is blue, 200 is red; others as Riot numbers them.</param>
/// <param name="IsWinner">Whether it won.</param>
/// <param name="Bans">Numbers of champions, in the order of their turns; nobody's bans are left out.</param>
public sealed record TeamDetails(int TeamId, bool IsWinner, ImmutableArray<int> Bans)
{
    public int Towers { get; init; }
    public int Inhibitors { get; init; }
    public int Dragons { get; init; }
    public int Barons { get; init; }
    public int Heralds { get; init; }
    public int Grubs { get; init; }
    public int Atakhans { get; init; }
}

/// <summary>Figures of a participant.</summary>
/// <param name="Number">In the match, from 1.</param>
/// <param name="Magic">Damage to champions of that kind.</param>
/// <param name="Physical">The same.</param>
/// <param name="True">The same.</param>
/// <param name="Taken">Damage from everybody.</param>
/// <param name="WardsPlaced">Of all kinds.</param>
/// <param name="WardsKilled">Those of others.</param>
/// <param name="ControlWards">Bought.</param>
public sealed record ParticipantDetails(int Number, int Magic, int Physical, int True, int Taken, int WardsPlaced, int WardsKilled, int ControlWards);
