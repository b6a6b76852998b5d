using System.Collections.Immutable;
using MnM.Collector.Players;

namespace MnM.Collector.Scouting;

/// <summary>One of the ten.</summary>
public sealed record ScoutCard
{
    /// <summary>Place on the side, from 0; stays through the game.</summary>
    public required int Slot { get; init; }
    public required ScoutSide Side { get; init; }

    /// <summary>TOP, JUNGLE, MIDDLE, BOTTOM, UTILITY; empty where none is told.</summary>
    public string Position { get; init; } = "";

    /// <summary>The Riot ID's first part, or "Ally 3", "Enemy 3" of who is hidden.</summary>
    public required string Name { get; init; }

    /// <summary>The Riot ID's second part; empty of who is hidden.</summary>
    public string TagLine { get; init; } = "";

    /// <summary>Whether the game hides who this is; nothing more is known then, and nothing is asked.</summary>
    public bool IsHidden { get; init; }
    public bool IsYou { get; init; }
    public bool IsBot { get; init; }

    /// <summary>MnM's own id of the player; null while the player is not known.</summary>
    public long? PlayerId { get; init; }

    /// <summary>The pick, Riot's number; 0 while there is none, or where static data does not know it.</summary>
    public int ChampionId { get; init; }

    /// <summary>The pick's name as static data or the game tells it, "Champion 999" where neither does; empty while there is none.</summary>
    public string ChampionName { get; init; } = "";

    /// <summary>Icon and level.</summary>
    public ScoutPart<PlayerProfile> Profile { get; init; } = new(ScoutPartState.None);

    /// <summary>Solo and flex rank.</summary>
    public ScoutPart<PlayerRanks> Ranks { get; init; } = new(ScoutPartState.None);

    /// <summary>Mastery of the pick.</summary>
    public ScoutPart<PlayerMastery> Mastery { get; init; } = new(ScoutPartState.None);

    /// <summary>Games with and against you; null while you yourself are not known, and on your own card.</summary>
    public MetBefore? Met { get; init; }

    /// <summary>A, B, … of those who seem to play together, a guess from shared matches; null during a game and of who plays alone.</summary>
    public string? PremadeGroup { get; init; }

    /// <summary>The last games.</summary>
    public ScoutForm Form { get; init; } = ScoutForm.None;

    /// <summary>The most telling first; a card shows three of them at most.</summary>
    public ImmutableArray<ScoutTag> Tags { get; init; } = [];

    /// <summary>Questions to Riot about this player that are planned or under way.</summary>
    public int RequestsWaiting { get; init; }

    /// <summary>Who it is, the rank and the mastery: what is the owner's own view of the person is left out.</summary>
    public ScoutCard Head() => this with
    {
        Profile = Profile with { Reason = null },
        Ranks = Ranks with { Reason = null },
        Mastery = Mastery with { Reason = null },
        Met = null,
        PremadeGroup = null,
        Form = ScoutForm.None,
        Tags = [],
        RequestsWaiting = 0,
    };

    /// <summary>Whether the head is complete: everything that will come has come.</summary>
    public bool IsHeadComplete => IsHidden || IsBot || (Profile.IsSettled && Ranks.IsSettled && Mastery.IsSettled);
}

/// <summary>How a part of a card stands.</summary>
public enum ScoutPartState
{
    /// <summary>Nothing is there and nothing comes: hidden, a bot, or no champion picked yet.</summary>
    None,

    /// <summary>It is being asked for, and nothing is there yet.</summary>
    Loading,

    /// <summary>It is there and fresh.</summary>
    Ready,

    /// <summary>What is there is old and shown with its age; it is being asked for again.</summary>
    Renewing,

    /// <summary>It could not be had; what is there, if anything, is old.</summary>
    Failed,
}

/// <summary>A part of a card with its age.</summary>
/// <param name="State">How it stands.</param>
/// <param name="Value">What is known; null while nothing is.</param>
/// <param name="FetchedAt">When Riot said so, UTC; null while nothing is known.</param>
/// <param name="Reason">Why it could not be had, in a sentence for people; null unless it failed.</param>
public sealed record ScoutPart<T>(ScoutPartState State, T? Value = null, DateTimeOffset? FetchedAt = null, string? Reason = null)
    where T : class
{
    /// <summary>Whether it failed in a way that passes, so that it is asked for again.</summary>
    internal bool MayCome { get; init; }

    /// <summary>Whether nothing more is under way.</summary>
    public bool IsSettled => State is not (ScoutPartState.Loading or ScoutPartState.Renewing);

    /// <summary>Whether what is shown is old: its age stands beside it.</summary>
    public bool IsOld => Value is not null && State is ScoutPartState.Renewing or ScoutPartState.Failed;
}

/// <summary>A short remark on a player.</summary>
/// <param name="Text">A few words with their number, for example "5 wins in a row".</param>
/// <param name="Kind">Whether it speaks for or against the player's form.</param>
/// <param name="Basis">What it was counted from, a sentence for the tooltip.</param>
public sealed record ScoutTag(string Text, ScoutTagKind Kind, string Basis);

/// <summary>Whether a tag speaks for or against a player's form.</summary>
public enum ScoutTagKind
{
    Neutral,
    Good,
    Bad,
}

/// <summary>How often somebody was met, as far as MnM has the games.</summary>
/// <param name="With">Games on your side.</param>
/// <param name="WonWith">Those of them that you won.</param>
/// <param name="Against">Games on the other side.</param>
/// <param name="WonAgainst">Those of them that you won.</param>
/// <param name="Last">The last meeting; null where there was none.</param>
public sealed record MetBefore(int With, int WonWith, int Against, int WonAgainst, Meeting? Last)
{
    /// <summary>Not met before.</summary>
    public static MetBefore Never { get; } = new(0, 0, 0, 0, null);

    /// <summary>All games.</summary>
    public int Games => With + Against;
}

/// <summary>A game together.</summary>
/// <param name="At">When it began, UTC.</param>
/// <param name="IsWith">Whether on your side.</param>
/// <param name="YouWon">Whether you won; null of a remake.</param>
/// <param name="MatchId">Riot's id of the match.</param>
public sealed record Meeting(DateTimeOffset At, bool IsWith, bool? YouWon, string MatchId);
