using System.Globalization;
using MnM.Collector.Live;
using MnM.Web.Live;

namespace MnM.Web.Games;

/// <summary>A watched game as a row of the list shows it.</summary>
public sealed record GameLine
{
    public required long Id { get; init; }
    public required bool IsLive { get; init; }

    /// <summary>Whether its recording is kept for ever.</summary>
    public required bool IsStarred { get; init; }

    /// <summary>Whether it can be played back.</summary>
    public required bool IsRecorded { get; init; }

    /// <summary>What the game is called in a sentence.</summary>
    public required string Name { get; init; }

    /// <summary>How the own player had it.</summary>
    public required PlayedLine Played { get; init; }

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
            Name = NameOf(game, you, time),
            Played = new()
            {
                Href = $"/games/{game.Id}",
                IsLive = game.IsLive,
                Result = ResultMark.Of(result, game.IsLive),
                Mode = GameWords.ModeAndMap(game.GameMode, game.MapNumber, game.MapName) + (isRecorded || game.IsLive ? "" : " · recording deleted") + (game.ImportedAt is null ? "" : " · from a file"),
                Who = you?.ChampionName ?? "Watched, not played",
                ChampionAlias = you?.ChampionAlias,
                Score = score,
                Items = [.. (player?.Items.Select(item => item.ItemId) ?? Ids(you?.Items)).Take(PlayedLine.MostItems)],
                Creeps = creeps is { } count ? Figures.Creeps(count) : "–",
                PerMinute = creeps is { } each ? Figures.PerMinute(each, length) : "",
                Length = Figures.Clock(length),
                When = Figures.Ago(time.GetUtcNow() - game.StartedAt),
                WhenExactly = Figures.Moment(game.StartedAt, time),
            },
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
