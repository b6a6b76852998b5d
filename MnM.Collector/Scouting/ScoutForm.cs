using System.Collections.Immutable;

namespace MnM.Collector.Scouting;

/// <summary>The last games of a player, as far as they are there yet.</summary>
public sealed record ScoutForm
{
    /// <summary>How many games are looked at.</summary>
    public const int Wanted = 20;

    /// <summary>Nothing is there and nothing comes.</summary>
    public static ScoutForm None { get; } = new();

    /// <summary>How it stands.</summary>
    public ScoutPartState State { get; init; }

    /// <summary>Why nothing more comes, in a sentence for people; null unless it failed.</summary>
    public string? Reason { get; init; }

    /// <summary>How many of the last games Riot lists, <see cref="Wanted"/> at most; null until Riot's list is there.</summary>
    public int? Listed { get; init; }

    /// <summary>Those that Riot does not show, private queues and aborted games.</summary>
    public int Closed { get; init; }

    /// <summary>The newest first: "from 5 of 20 games" is their number of <see cref="Listed"/>.</summary>
    public ImmutableArray<FormGame> Games { get; init; } = [];

    /// <summary>
    /// How many of the games, from the newest on, have none before them that is not there yet; 0 until Riot's list tells which that is. Only they tell of a streak, a pause or a day.
    /// </summary>
    public int Unbroken { get; init; }

    /// <summary>The record of all of them, without remakes.</summary>
    public FormRecord All { get; init; } = FormRecord.Empty;

    /// <summary>The record on the picked champion.</summary>
    public FormRecord OnPick { get; init; } = FormRecord.Empty;

    /// <summary>The record on your side.</summary>
    public FormRecord WithYou { get; init; } = FormRecord.Empty;

    /// <summary>Champions by games, the most played first.</summary>
    public ImmutableArray<PoolChampion> Pool { get; init; } = [];

    /// <summary>The position that was played most, TOP to UTILITY; null where none was.</summary>
    public string? MainRole { get; init; }

    /// <summary>How many of the games were played there.</summary>
    public int MainRoleGames { get; init; }

    /// <summary>How many games with a position there are.</summary>
    public int GamesWithRole { get; init; }

    /// <summary>Wins in a row up to now above 0, losses below 0; remakes are left out, and so are games behind one that is not there.</summary>
    public int Streak { get; init; }

    /// <summary>Remakes among the games.</summary>
    public int Remakes => Games.Count(game => game.Result == FormResult.Remake);
}

/// <summary>How a game ended for a player.</summary>
public enum FormResult
{
    Won,
    Lost,

    /// <summary>It ended in its first minutes and counts for nobody.</summary>
    Remake,
}

/// <summary>A game of the form.</summary>
/// <param name="MatchId">Riot's id.</param>
/// <param name="StartedAt">UTC.</param>
/// <param name="Duration">Of the whole game.</param>
/// <param name="QueueId">Riot's number, known to MnM or not.</param>
/// <param name="Result">How it ended.</param>
/// <param name="ChampionId">Riot's number.</param>
/// <param name="Position">TOP to UTILITY; empty where the game has none.</param>
/// <param name="Kills">Of the player.</param>
/// <param name="Deaths">Of the player.</param>
/// <param name="Assists">Of the player.</param>
public sealed record FormGame(
    string MatchId, DateTimeOffset StartedAt, TimeSpan Duration, int QueueId, FormResult Result, int ChampionId, string Position, int Kills, int Deaths, int Assists);

/// <summary>What came of some games; remakes are left out.</summary>
public sealed record FormRecord(int Games, int Wins, int Kills, int Deaths, int Assists)
{
    /// <summary>No games.</summary>
    public static FormRecord Empty { get; } = new(0, 0, 0, 0, 0);

    public int Losses => Games - Wins;

    /// <summary>Percent; null without games.</summary>
    public double? WinRate => Games == 0 ? null : 100.0 * Wins / Games;

    /// <summary>(kills + assists) ÷ deaths, where a game without deaths counts as one; null without games.</summary>
    public double? Kda => Games == 0 ? null : (Kills + Assists) / (double)Math.Max(1, Deaths);
}

/// <summary>A champion of a player's pool.</summary>
public sealed record PoolChampion(int ChampionId, int Games, int Wins)
{
    /// <summary>Percent.</summary>
    public double WinRate => 100.0 * Wins / Games;
}
