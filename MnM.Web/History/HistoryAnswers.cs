using System.Collections.Immutable;
using System.Text.Json.Serialization;
using MnM.Collector.Backplane;
using MnM.Collector.History.Import;
using MnM.Collector.StaticData;
using MnM.Web.Live;

namespace MnM.Web.History;

/// <summary>Whose matches are wanted, and which.</summary>
public sealed record NewImport(
    [property: JsonPropertyName("gameName")] string? GameName,
    [property: JsonPropertyName("tagLine")] string? TagLine,
    [property: JsonPropertyName("region")] string? Region,
    [property: JsonPropertyName("limit")] int? Limit,
    [property: JsonPropertyName("queues")] IReadOnlyList<int>? Queues,
    [property: JsonPropertyName("timelines")] bool Timelines)
{
    internal ImportRequest Request() => new(GameName ?? "", TagLine?.TrimStart('#') ?? "")
    {
        Region = Region,
        Limit = Limit ?? ImportRequest.MostMatches,
        Queues = [.. Queues ?? []],
        Timelines = Timelines,
    };
}

/// <summary>An import; <paramref name="Said"/> is what came of asking for it, null elsewhere.</summary>
public sealed record ImportAnswer(
    string JobId, long PlayerId, string RiotId, string Region, string State, int Limit, ImmutableArray<int> Queues, bool Timelines, int Total, int Done, int AlreadyThere,
    IReadOnlyList<LeftOutAnswer> Failed, int TimelinesFailed, double? PerMinute, DateTimeOffset? ExpectedEnd, string? Because, string? Reason, string? RefreshedFrom,
    DateTimeOffset CreatedAt, DateTimeOffset? EndedAt, string? Said)
{
    internal static ImportAnswer Of(ImportView import, string? said = null) => new(
        import.Id, import.PlayerId, import.RiotId, import.Region, Capitals(import.State), import.Limit, import.Queues, import.Timelines, import.Total, import.Done,
        import.AlreadyThere, [.. import.Left.Select(left => new LeftOutAnswer(Snake(left.State), left.Reason, left.Count))], import.TimelinesLeft, import.PerMinute,
        import.ExpectedEnd, import.Because, import.Reason, import.RefreshedFrom, import.CreatedAt, import.EndedAt, said);

    private static string Capitals(ImportState state) => state.ToString().ToUpperInvariant();

    private static string Snake(WorkState state) => state == WorkState.NotFound ? "NOT_FOUND" : state.ToString().ToUpperInvariant();
}

/// <summary>Matches that will not come for one reason.</summary>
public sealed record LeftOutAnswer(string State, string Reason, int Count);

/// <summary>A match of an import, as its player saw it.</summary>
public sealed record ImportedMatchAnswer(
    string MatchId, DateTimeOffset? Timestamp, int Duration, string? Champion, KdaAnswer? Kda, bool? Win, int Queue, string QueueName, string? Role, bool Remake, bool Aborted)
{
    internal static ImportedMatchAnswer Of(ImportedMatch match, StaticCatalog catalog) => new(
        match.MatchId,
        match.StartedAt,
        match.DurationSeconds,
        match.Mine?.ChampionName,
        match.Mine is { } mine ? new KdaAnswer(mine.Kills, mine.Deaths, mine.Assists) : null,
        match.Win,
        match.QueueId,
        GameWords.Queue(match.QueueId, isCustom: match.QueueId == 0, catalog),
        match.Mine?.Position,
        match.IsRemake,
        match.IsAborted);
}

/// <summary>Kills, deaths and assists.</summary>
public sealed record KdaAnswer(int Kills, int Deaths, int Assists);
