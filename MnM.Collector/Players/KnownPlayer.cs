using System.Collections.Immutable;
using MnM.Collector.Riot;

namespace MnM.Collector.Players;

/// <summary>What the database knows of a player; null is what it does not know.</summary>
/// <param name="Id">MnM's own id.</param>
/// <param name="Puuid">As the League of Legends key sees the player.</param>
/// <param name="GameName">The Riot ID's first part.</param>
/// <param name="TagLine">Its second part.</param>
/// <param name="RiotIdSeenAt">When Riot last said so.</param>
public sealed record KnownPlayer(long Id, Puuid Puuid, string? GameName, string? TagLine, DateTimeOffset? RiotIdSeenAt)
{
    /// <summary>Where they play League of Legends, in lower case.</summary>
    public Dated<string>? Platform { get; init; }

    public Dated<PlayerProfile>? Profile { get; init; }

    /// <summary>Solo and flex of League of Legends.</summary>
    public Dated<PlayerRanks>? Ranks { get; init; }

    /// <summary>Of every champion that was ever played.</summary>
    public Dated<MasteryList>? Masteries { get; init; }
}

/// <summary>A value and when Riot said so, UTC.</summary>
public sealed record Dated<T>(T Value, DateTimeOffset At);

/// <summary>A player's mastery of every champion that was ever played.</summary>
public sealed class MasteryList(ImmutableArray<PlayerMastery> entries)
{
    public ImmutableArray<PlayerMastery> Entries => entries;

    /// <summary>Mastery of a champion; level 0 of one that was never played.</summary>
    public PlayerMastery Of(int championId) => entries.FirstOrDefault(mastery => mastery.ChampionId == championId) ?? new(championId, 0, 0, null);
}
