using System.Collections.Immutable;

namespace MnM.Collector.Live;

/// <summary>One poll of the running game, immutable and shared by all readers. Parts that did not change are the objects of the poll before.</summary>
public sealed record LiveView
{
    /// <summary>Our id of the game.</summary>
    public required long GameId { get; init; }

    /// <summary>The number of this poll in the game, from 0.</summary>
    public required int Sequence { get; init; }

    /// <inheritdoc cref="Game.IsMatched"/>
    public bool IsMatched { get; init; }

    /// <summary>UTC; when the response had arrived.</summary>
    public required DateTimeOffset PolledAt { get; init; }

    /// <summary>Seconds since the game began.</summary>
    public required double GameTime { get; init; }

    /// <summary>Riot's word, for example CLASSIC or ARAM; unknown ones as they are.</summary>
    public required string GameMode { get; init; }

    /// <summary>Riot's word, for example Map11.</summary>
    public required string MapName { get; init; }

    /// <summary>Riot's number of the map; 11 is Summoner's Rift.</summary>
    public required int MapNumber { get; init; }

    /// <summary>Default, Infernal, Mountain, … as Riot says it.</summary>
    public required string MapTerrain { get; init; }

    /// <summary>Everybody in the game; the index is the slot.</summary>
    public required ImmutableArray<PlayerView> Players { get; init; }

    /// <summary>The teams in the order in which they appeared, ORDER (blue) and CHAOS (red) first; others as Riot calls them.</summary>
    public required ImmutableArray<TeamView> Teams { get; init; }

    /// <summary>What only the local player's client tells; null while spectating.</summary>
    public ActivePlayerView? ActivePlayer { get; init; }

    /// <summary>All events so far, oldest first.</summary>
    public required ImmutableArray<GameEventView> Events { get; init; }

    /// <summary>Finished items seen to appear, oldest first.</summary>
    public required ImmutableArray<ItemCompletion> Completions { get; init; }

    /// <summary>Item value of ORDER less that of CHAOS over time, one point per 10 seconds of game time and the latest.</summary>
    public required ImmutableArray<ItemValuePoint> ItemValues { get; init; }

    /// <summary>How much of the game is recorded.</summary>
    public required RecordingView Recording { get; init; }

    /// <summary>The response as it was received, UTF-8 JSON.</summary>
    public required ReadOnlyMemory<byte> Response { get; init; }

    /// <summary>The slot of each entry of the response's allPlayers, whose order follows the scoreboard.</summary>
    public ImmutableArray<int> SlotsInResponse { get; init; } = [];
}

/// <summary>One person or bot in the game.</summary>
public sealed record PlayerView
{
    /// <summary>Index in <see cref="LiveView.Players"/>; stays with this person for the whole game.</summary>
    public required int Slot { get; init; }

    /// <summary>Riot's word: ORDER is blue, CHAOS is red.</summary>
    public required string Team { get; init; }

    /// <summary>The champion's name in the client's language.</summary>
    public required string ChampionName { get; init; }

    /// <summary>The champion's name in static data ("MonkeyKing"), from rawChampionName; the champion's name where that is missing.</summary>
    public required string ChampionAlias { get; init; }

    /// <summary>What to call this player: the Riot ID's name, else the summoner name, else the champion's.</summary>
    public required string DisplayName { get; init; }

    /// <summary>The part of the Riot ID before the #; empty where the client hides or lacks it.</summary>
    public required string GameName { get; init; }

    /// <summary>The part of the Riot ID after the #; empty where the client hides or lacks it.</summary>
    public required string TagLine { get; init; }

    /// <summary>TOP, JUNGLE, MIDDLE, BOTTOM, UTILITY; empty outside Summoner's Rift.</summary>
    public required string Position { get; init; }

    /// <summary>Whether this is the player at this machine.</summary>
    public bool IsActivePlayer { get; init; }
    public bool IsBot { get; init; }
    public bool IsDead { get; init; }

    /// <summary>Seconds until this player is back; 0 while alive.</summary>
    public double RespawnTimer { get; init; }
    public int Level { get; init; }
    public int Kills { get; init; }
    public int Deaths { get; init; }
    public int Assists { get; init; }

    /// <summary>Creeps; the client tells them in tens.</summary>
    public int CreepScore { get; init; }
    public double WardScore { get; init; }
    public int SkinId { get; init; }

    /// <summary>Items in the order of their places; places 0–5 are the inventory, 6 is the trinket.</summary>
    public required ImmutableArray<ItemView> Items { get; init; }

    /// <summary>Gold that the visible items cost in full, by static data.</summary>
    public int ItemValue { get; init; }
    public SpellView? Spell1 { get; init; }
    public SpellView? Spell2 { get; init; }
    public RuneView? Keystone { get; init; }
    public RuneView? PrimaryTree { get; init; }
    public RuneView? SecondaryTree { get; init; }
}

/// <summary>An item that a player carries.</summary>
/// <param name="ItemId">Riot's id; its picture is /assets/item/{id}.png.</param>
/// <param name="Name">The name the client told, else static data's, else "Item 1234".</param>
/// <param name="Place">0–5 inventory, 6 trinket.</param>
/// <param name="Count">How many are stacked.</param>
/// <param name="Value">Gold that one costs in full by static data; the client's price where static data lacks the item.</param>
public sealed record ItemView(int ItemId, string Name, int Place, int Count, int Value);

/// <summary>A summoner spell; its picture is /assets/spell/{alias}.png.</summary>
/// <param name="Alias">Static data's name, for example SummonerFlash.</param>
/// <param name="Name">In the client's language.</param>
/// <param name="RawName">The client's rawDisplayName.</param>
public sealed record SpellView(string Alias, string Name, string RawName = "");

/// <summary>A rune or a rune tree; its picture is /assets/rune/{id}.png.</summary>
public sealed record RuneView(int Id, string Name);

/// <summary>One side of the game.</summary>
/// <param name="Team">Riot's word: ORDER is blue, CHAOS is red.</param>
/// <param name="Kills">Champions killed, the sum of its players' kills.</param>
/// <param name="Towers">Towers taken from the other side.</param>
/// <param name="Inhibitors">Inhibitors taken from the other side.</param>
/// <param name="Dragons">Kinds of the dragons slain, in order: Fire, Water, Earth, Air, Hextech, Chemtech, Elder, or Riot's raw word.</param>
/// <param name="Barons">Barons slain.</param>
/// <param name="Grubs">Void grubs slain.</param>
/// <param name="Heralds">Rift heralds slain.</param>
/// <param name="Atakhans">Atakhan slain.</param>
/// <param name="ItemValue">Sum of its players' item values.</param>
public sealed record TeamView(
    string Team, int Kills, int Towers, int Inhibitors, ImmutableArray<string> Dragons, int Barons, int Grubs, int Heralds, int Atakhans, int ItemValue)
{
    /// <summary>Riot's word for the blue side.</summary>
    public const string Blue = "ORDER";

    /// <summary>Riot's word for the red side.</summary>
    public const string Red = "CHAOS";
}

/// <summary>What only the local player's client tells.</summary>
public sealed record ActivePlayerView
{
    /// <summary>Slot of this player; null where the client's names do not tell.</summary>
    public int? Slot { get; init; }
    public required string RiotId { get; init; }
    public int Level { get; init; }

    /// <summary>Gold in hand.</summary>
    public double CurrentGold { get; init; }

    /// <summary>Q, W, E and R with their ranks.</summary>
    public required ImmutableArray<AbilityView> Abilities { get; init; }

    /// <summary>championStats by Riot's names: abilityPower, attackDamage, abilityHaste, armor, magicResist, moveSpeed, currentHealth, maxHealth, …</summary>
    public required ChampionStats Stats { get; init; }
}

/// <summary>An ability of the local player.</summary>
/// <param name="Key">Q, W, E or R.</param>
/// <param name="Id">Riot's id, for example AhriQ.</param>
/// <param name="Name">In the client's language.</param>
/// <param name="Rank">0 while not learnt.</param>
public sealed record AbilityView(string Key, string Id, string Name, int Rank);

/// <summary>The local player's champion statistics, in Riot's units; penetration percentages are what remains (0.92 = 8 % penetration).</summary>
public readonly record struct ChampionStats(
    double AbilityPower, double AttackDamage, double AbilityHaste, double Armor, double MagicResist, double MoveSpeed,
    double CurrentHealth, double MaxHealth, string ResourceType, double ResourceValue, double ResourceMax,
    double MagicPenetrationFlat, double MagicPenetrationPercent, double PhysicalLethality, double ArmorPenetrationPercent,
    double CritChance, double AttackSpeed, double LifeSteal);

/// <summary>An event of the game, with people found by name where the names tell.</summary>
public sealed record GameEventView
{
    /// <summary>Place in the list of events, from 0.</summary>
    public required int Ordinal { get; init; }

    /// <summary>Riot's word: ChampionKill, DragonKill, TurretKilled, …; unknown ones as they are.</summary>
    public required string Name { get; init; }

    /// <summary>Seconds since the game began; not always rising for spectators.</summary>
    public required double Time { get; init; }

    /// <summary>The team that did it, ORDER or CHAOS; null where nobody can be named.</summary>
    public string? Team { get; init; }

    /// <summary>Who did it, as the client calls them; a minion or a turret can be one.</summary>
    public string? Actor { get; init; }
    public int? ActorSlot { get; init; }
    public string? Victim { get; init; }
    public int? VictimSlot { get; init; }
    public ImmutableArray<int> AssistSlots { get; init; } = [];

    /// <summary>DragonType, KillStreak, TurretKilled, InhibKilled, Result, … as Riot says it; null where there is none.</summary>
    public string? Detail { get; init; }
    public bool Stolen { get; init; }
}

/// <summary>A finished item that appeared in somebody's inventory.</summary>
public sealed record ItemCompletion(double Time, int Slot, int ItemId, string Name);

/// <summary>Item value of ORDER less that of CHAOS at a time.</summary>
public readonly record struct ItemValuePoint(double Time, int Difference);

/// <summary>How much of the running game is stored.</summary>
/// <param name="Polls">Polls of the game so far.</param>
/// <param name="FirstGameTime">Game time of the first stored poll in seconds.</param>
/// <param name="Gaps">Times at which polls are missing because MnM or the connection was away.</param>
/// <param name="Fault">Why recording pauses; null while it does not.</param>
public sealed record RecordingView(int Polls, double FirstGameTime, int Gaps, string? Fault);
