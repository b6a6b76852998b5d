using System.Collections.Immutable;

namespace MnM.Collector.Live.Lcu;

/// <summary>Champ select as the League client shows it.</summary>
public sealed record ChampSelectView
{
    /// <summary>Riot's number of the game to come; 0 where not told.</summary>
    public required long GameId { get; init; }

    /// <summary>Riot's number of the queue; 0 for a custom game or where not told.</summary>
    public required int QueueId { get; init; }
    public required bool IsCustom { get; init; }
    public required bool IsSpectating { get; init; }

    /// <summary>The own team (or the first, for a spectator), by cell.</summary>
    public required ImmutableArray<ChampSelectMember> MyTeam { get; init; }

    /// <summary>The other team as far as it is shown, by cell.</summary>
    public required ImmutableArray<ChampSelectMember> TheirTeam { get; init; }

    /// <summary>Banned by the own team: champion ids in order; −1 is no ban.</summary>
    public required ImmutableArray<int> MyBans { get; init; }

    /// <summary>Banned by the other team.</summary>
    public required ImmutableArray<int> TheirBans { get; init; }

    /// <summary>How many bans both teams have together.</summary>
    public required int Bans { get; init; }

    /// <summary>Every ban and pick in the order of the draft.</summary>
    public required ImmutableArray<DraftAction> Draft { get; init; }

    /// <summary>Champions on the bench (ARAM).</summary>
    public required ImmutableArray<int> Bench { get; init; }

    /// <summary>How long the current step lasts; null where not told.</summary>
    public ChampSelectTimer? Timer { get; init; }
}

/// <summary>Somebody in champ select.</summary>
public sealed record ChampSelectMember
{
    /// <summary>Place in the draft, 0 to 9.</summary>
    public required int Cell { get; init; }

    /// <summary>Name#TAG, or "Ally 3" and "Enemy 3" where the game hides the player or tells no name.</summary>
    public required string Name { get; init; }

    /// <summary>Whether the game hides who this is; nothing may look behind it.</summary>
    public required bool IsHidden { get; init; }
    public required bool IsYou { get; init; }

    /// <summary>As the client says it; null where hidden or not told.</summary>
    public required string? Puuid { get; init; }

    /// <summary>The champion picked or hovered; 0 for none yet.</summary>
    public required int ChampionId { get; init; }

    /// <summary>The champion they mean to pick; 0 for none.</summary>
    public required int IntentId { get; init; }

    /// <summary>Riot's word, upper case; empty where none is assigned.</summary>
    public required string Position { get; init; }

    /// <summary>Riot's numbers; 0 where not told (a bot's are out of any range).</summary>
    public required int Spell1Id { get; init; }
    public required int Spell2Id { get; init; }

    /// <summary>"ban" or "pick" while it is their turn; null otherwise.</summary>
    public required string? Turn { get; init; }

    /// <summary>Whether their pick is final.</summary>
    public required bool HasLocked { get; init; }
}

/// <summary>A ban or pick.</summary>
/// <param name="Cell">Who.</param>
/// <param name="Type">Riot's word: ban, pick, ten_bans_reveal, …</param>
/// <param name="ChampionId">0 while open.</param>
/// <param name="IsAlly">Whether the own team acts.</param>
/// <param name="IsDone">Whether it is final.</param>
/// <param name="IsNow">Whether it is their turn.</param>
public sealed record DraftAction(int Cell, string Type, int ChampionId, bool IsAlly, bool IsDone, bool IsNow);

/// <summary>The clock of champ select.</summary>
/// <param name="Phase">Riot's word: PLANNING, BAN_PICK, FINALIZATION, GAME_STARTING.</param>
/// <param name="EndsAt">UTC; null where the step has no end.</param>
/// <param name="Length">Of the whole step.</param>
public sealed record ChampSelectTimer(string Phase, DateTimeOffset? EndsAt, TimeSpan Length);
