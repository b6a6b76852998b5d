using System.Collections.Immutable;

namespace MnM.Simulator.World;

/// <summary>A player of a script as the match tells of them after the game: who they were and where they ended.</summary>
public sealed record ScriptParticipant
{
    public required int Id { get; init; }

    public required string GameName { get; init; }

    public required string TagLine { get; init; }

    public required string Puuid { get; init; }

    public required int ChampionId { get; init; }

    public required string ChampionAlias { get; init; }

    public required int TeamId { get; init; }

    public required string Position { get; init; }

    public required bool IsBot { get; init; }

    public required bool Win { get; init; }

    public required int Kills { get; init; }

    public required int Deaths { get; init; }

    public required int Assists { get; init; }

    public required int CreepScore { get; init; }

    public required int Level { get; init; }

    public required int VisionScore { get; init; }

    public required int ObjectivesStolen { get; init; }

    /// <summary>Item ids of the seven places, 0 where nothing lies; the last place is the trinket.</summary>
    public required ImmutableArray<int> Items { get; init; }

    public required ImmutableArray<int> Spells { get; init; }

    public required ScriptRunes Runes { get; init; }

    /// <summary>The name that events of the live client carry: no tag, and the champion's name for a bot.</summary>
    public string EventName => IsBot ? ChampionAlias + " Bot" : GameName;

    public string RiotId => IsBot || (GameName.Length == 0 && TagLine.Length == 0) ? "" : $"{GameName}#{TagLine}";
}

/// <summary>A rune page: two trees, the chosen runes in order (the keystone first) and the three small ones.</summary>
public sealed record ScriptRunes(int PrimaryTree, int SecondaryTree, ImmutableArray<int> Runes, ImmutableArray<int> Small)
{
    public static ScriptRunes None { get; } = new(0, 0, [], []);

    public int Keystone => Runes.Length > 0 ? Runes[0] : 0;
}
