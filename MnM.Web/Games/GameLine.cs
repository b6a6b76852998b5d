using System.Collections.Immutable;
using System.Globalization;
using MnM.Collector.Live;
using MnM.Web.Live;

namespace MnM.Web.Games;

/// <summary>A watched game as a row of the list shows it.</summary>
public sealed record GameLine
{
    // Modes with more places are rare; the game's own page shows all.
    private const int MostItems = 7;

    public required long Id { get; init; }
    public required bool IsLive { get; init; }

    /// <summary>Whether its recording is kept for ever.</summary>
    public required bool IsStarred { get; init; }

    /// <summary>Whether it can be played back.</summary>
    public required bool IsRecorded { get; init; }
    public required ResultMark Result { get; init; }

    /// <summary>Mode and map, and that the recording is gone where it is.</summary>
    public required string Mode { get; init; }

    /// <summary>The own champion's name; what else there is to say where nobody played here.</summary>
    public required string Who { get; init; }

    /// <summary>The own champion in static data; null where nobody played here.</summary>
    public required string? ChampionAlias { get; init; }

    /// <summary>Kills, deaths and assists; null where nobody played here.</summary>
    public required (int Kills, int Deaths, int Assists)? Score { get; init; }

    /// <summary>Ids of the own items, in the order of their places.</summary>
    public required ImmutableArray<int> Items { get; init; }

    /// <summary>KDA in words.</summary>
    public required string Kda { get; init; }
    public required string Creeps { get; init; }
    public required string PerMinute { get; init; }
    public required string Length { get; init; }
    public required string When { get; init; }

    /// <summary>The start to the minute, where MnM runs.</summary>
    public required string WhenExactly { get; init; }

    /// <summary>What the game is called in a sentence.</summary>
    public required string Name { get; init; }

    /// <summary>The row of a game; <paramref name="now"/> is its last poll while it runs.</summary>
    public static GameLine Of(ListedGame listed, LiveView? now, TimeProvider time)
    {
        var (game, you, result, isRecorded) = listed;
        var poll = now is not null && now.GameId == game.Id ? now : null;
        var player = poll?.Players.FirstOrDefault(player => player.IsActivePlayer);
        var length = poll?.GameTime ?? game.GameLengthSeconds;
        (int Kills, int Deaths, int Assists)? score = (player, you) switch
        {
            ({ } p, _) => (p.Kills, p.Deaths, p.Assists),
            (_, { } p) => (p.Kills, p.Deaths, p.Assists),
            _ => null,
        };
        var creeps = player?.CreepScore ?? you?.CreepScore;
        return new()
        {
            Id = game.Id,
            IsLive = game.IsLive,
            IsStarred = game.IsStarred,
            IsRecorded = isRecorded,
            Result = ResultMark.Of(result, game.IsLive),
            Mode = GameWords.ModeAndMap(game.GameMode, game.MapNumber, game.MapName) + (isRecorded || game.IsLive ? "" : " · recording deleted"),
            Who = you?.ChampionName ?? "Watched, not played",
            ChampionAlias = you?.ChampionAlias,
            Score = score,
            Items = [.. (player?.Items.Select(item => item.ItemId) ?? Ids(you?.Items)).Take(MostItems)],
            Kda = score is { } s ? Figures.Kda(s.Kills, s.Deaths, s.Assists) : "",
            Creeps = creeps is { } count ? Figures.Creeps(count) : "–",
            PerMinute = creeps is { } each ? Figures.PerMinute(each, length) : "",
            Length = Figures.Clock(length),
            When = Figures.Ago(time.GetUtcNow() - game.StartedAt),
            WhenExactly = Figures.Moment(game.StartedAt, time),
            Name = NameOf(game, you, time),
        };
    }

    /// <summary>What a game is called in a sentence: "Ahri of 21 Nov 2026, 21:14".</summary>
    public static string NameOf(Game game, PlayerInGame? you, TimeProvider time) => $"{you?.ChampionName ?? "The game"} of {Figures.Moment(game.StartedAt, time)}";

    /// <summary>A moment as 21:14, where MnM runs; with the day where that is not today.</summary>
    public static string Clock(DateTimeOffset moment, TimeProvider time)
    {
        var local = TimeZoneInfo.ConvertTime(moment, time.LocalTimeZone);
        return local.ToString(local.Date == time.GetLocalNow().Date ? "HH:mm:ss" : "d MMM, HH:mm", CultureInfo.InvariantCulture);
    }

    private static IEnumerable<int> Ids(string? items) =>
        (items ?? "").Split(',', StringSplitOptions.RemoveEmptyEntries).Select(id => int.Parse(id, CultureInfo.InvariantCulture));
}

/// <summary>A result as a mark and a word: a win stands up and is filled, a loss hangs and is hollow, all else is a dash.</summary>
/// <param name="Mark">The class of the mark.</param>
/// <param name="Word">Victory, Defeat, No result, Running.</param>
/// <param name="Colour">The class of the word; null for plain text.</param>
/// <param name="Chip">The class of a chip.</param>
public sealed record ResultMark(string Mark, string Word, string? Colour, string Chip)
{
    /// <summary>The mark of <paramref name="result"/>.</summary>
    public static ResultMark Of(GameResult result, bool isLive) => (isLive, result) switch
    {
        (true, _) => new("x", "Running", null, "line"),
        (_, GameResult.Won) => new("w", "Victory", "c-win", "live"),
        (_, GameResult.Lost) => new("l", "Defeat", "c-loss", "lost"),
        _ => new("x", "No result", null, "line"),
    };
}
