using System.Collections.Immutable;
using MnM.Collector.Live;
using MnM.Collector.Live.Results;
using MnM.Collector.Matches;
using MnM.Collector.Matches.Timelines;

namespace MnM.Web.Games;

/// <summary>What Riot says of a watched game, as the endpoint tells it; nobody's PUUID is in it.</summary>
public sealed record GameMatchAnswer
{
    public required string? MatchId { get; init; }
    public required GamePartAnswer Match { get; init; }
    public required GamePartAnswer Timeline { get; init; }
    public required int? QueueId { get; init; }
    public required string? Patch { get; init; }
    public required DateTimeOffset? StartedAt { get; init; }
    public required int? DurationSeconds { get; init; }
    public required ImmutableArray<GameMatchPlayer> Players { get; init; }

    internal static GameMatchAnswer Of(Game game, IReadOnlyList<PlayerInGame> people, GameOutcome outcome) => new()
    {
        MatchId = game.RiotMatchId,
        Match = GamePartAnswer.Of(outcome.MatchProgress),
        Timeline = GamePartAnswer.Of(outcome.TimelineProgress),
        QueueId = outcome.Match?.Match.QueueId,
        Patch = outcome.Match?.Match.Patch,
        StartedAt = outcome.Match?.Match.StartedAt,
        DurationSeconds = outcome.Match?.Match.DurationSeconds,
        Players = [.. outcome.Match?.Participants.Select(one => GameMatchPlayer.Of(one, people, outcome)) ?? []],
    };
}

/// <summary>How the match or its timeline stands.</summary>
public sealed record GamePartAnswer(string State, int Tries, DateTimeOffset? At, string? Reason)
{
    internal static GamePartAnswer Of(MatchProgress progress) => new(progress.Stage.ToString().ToLowerInvariant(), progress.Tries, progress.At, progress.Reason);
}

/// <summary>A player's figures as Riot counts them.</summary>
public sealed record GameMatchPlayer(
    int Number, string Name, int TeamId, int ChampionId, string ChampionName, string Position, bool Win, int Level, int Kills, int Deaths, int Assists,
    int Cs, int GoldEarned, int GoldSpent, int Damage, int VisionScore, ImmutableArray<int> Items, MinuteFigures? AtTen, MinuteFigures? AtFifteen)
{
    internal static GameMatchPlayer Of(MatchParticipant one, IReadOnlyList<PlayerInGame> people, GameOutcome outcome) => new(
        one.Number, NameOf(one, people), one.TeamId, one.ChampionId, one.ChampionName, one.Position, one.Win, one.Level,
        one.Kills, one.Deaths, one.Assists, one.Cs, one.GoldEarned, one.GoldSpent, one.Damage, one.VisionScore, one.ReadItems(),
        outcome.AtTen.TryGetValue(one.Number, out var ten) ? ten : null, outcome.AtFifteen.TryGetValue(one.Number, out var fifteen) ? fifteen : null);

    /// <summary>Riot names everybody; whom the game itself hid stays hidden, and is called by the champion.</summary>
    private static string NameOf(MatchParticipant one, IReadOnlyList<PlayerInGame> people) =>
        !people.Any(player => string.Equals(player.GameName, one.GameName, StringComparison.OrdinalIgnoreCase)) ? one.ChampionName
        : one.TagLine.Length > 0 ? $"{one.GameName}#{one.TagLine}"
        : one.GameName;
}
