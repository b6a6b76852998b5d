using System.Collections.Immutable;
using System.Text.Json;
using MnM.Collector.Live;
using MnM.Collector.Live.Recording;
using MnM.Collector.StaticData;
using MnM.Web.Live;

namespace MnM.Web.Games;

/// <summary>A watched game as its page opens it.</summary>
public sealed record WatchedGame
{
    public required Game Game { get; init; }

    /// <summary>The player at this machine; null where that person only watched.</summary>
    public required PlayerInGame? You { get; init; }
    public required ResultMark Result { get; init; }

    /// <summary>What is recorded; null where nothing is, or no longer, or where it cannot be read at all.</summary>
    public required RecordedSpan? Span { get; init; }

    /// <summary>The last poll; where it is gone or cannot be read, what the game's rows know of it.</summary>
    public required LiveView Final { get; init; }

    /// <summary>All events, the earliest first.</summary>
    public required ImmutableArray<EventLine> Lines { get; init; }
    public required ImmutableArray<TrackMark> Marks { get; init; }

    /// <summary>Which part of the recording was found damaged; null where none was.</summary>
    public required string? Fault { get; init; }

    /// <summary>Whether two sides can be compared.</summary>
    public bool HasSides => !Scoreboard.Of(Final, []).IsCards
        && new[] { TeamView.Blue, TeamView.Red }.All(team => Final.Players.Any(player => player.Team == team));

    /// <summary>The lane that the charts show at first: the own one.</summary>
    public string Position => Final.Players.FirstOrDefault(player => player.IsActivePlayer)?.Position is { Length: > 0 } own ? own : "MIDDLE";

    /// <summary>The last second of the charts.</summary>
    public double End => Span?.Last ?? Final.GameTime;

    /// <summary>Opens a game; null where there is none with this id.</summary>
    public static async Task<WatchedGame?> OpenAsync(long id, GameQueries queries, GameReplay replay, StaticCatalog catalog, CancellationToken cancellationToken)
    {
        if (await queries.FindAsync(id, cancellationToken) is not { } details)
            return null;

        var moments = await replay.MomentsAsync(id, cancellationToken);
        var span = RecordedSpan.Of(moments, await queries.GapsAsync(id, cancellationToken), details.Game.LastGameTime);
        var fault = moments.Damage is [var damaged, ..] ? damaged.Fault : null;
        LiveView? last = null;
        try
        {
            last = span is null || RecordedSpan.EndsDamaged(moments) ? null : await replay.ViewAtAsync(id, span.Last, cancellationToken);
        }
        catch (Exception damage) when (IsDamage(damage))
        {
            fault = Words(damage);
        }

        var you = details.Players.FirstOrDefault(player => player.IsActivePlayer);
        var final = last ?? StoredView.Of(details, catalog);
        ImmutableArray<EventLine> lines = [.. EventLines.Of(final with { Completions = [] }).Reverse()];
        return new()
        {
            Game = details.Game,
            You = you,
            Result = ResultMark.Of(GameListQuery.ResultFor(details.Game, you), details.Game.IsLive),
            Span = span,
            Final = final,
            Lines = lines,
            Marks = TrackMark.Of(lines, Math.Max(1, Math.Ceiling(span?.Last ?? final.GameTime))),
            Fault = fault,
        };
    }

    /// <summary>The same with what the game's row says now, of which nothing but the result changes after its end.</summary>
    public async Task<WatchedGame> RenewAsync(GameQueries queries, CancellationToken cancellationToken) =>
        await queries.FindAsync(Game.Id, cancellationToken) is { Game: var game }
            ? this with { Game = game, Result = ResultMark.Of(GameListQuery.ResultFor(game, You), game.IsLive) }
            : this;

    /// <summary>Whether a recording could not be read because it is damaged, not because the database is away.</summary>
    public static bool IsDamage(Exception fault) => fault is FormatException or JsonException or InvalidDataException;

    /// <summary>What a person is told of such a fault: which part it is, where that is known.</summary>
    public static string Words(Exception damage) => damage is FormatException ? damage.Message : "";

    /// <summary>A poll as the page draws it.</summary>
    public static LiveScene Scene(LiveView view) => new() { Game = view, Board = Scoreboard.Of(view, []), Lines = [] };
}
