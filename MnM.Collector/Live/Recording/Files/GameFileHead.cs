using System.Text.Json.Serialization;

namespace MnM.Collector.Live.Recording.Files;

/// <summary>The first line of a game file: what the polls themselves do not tell.</summary>
internal sealed record GameFileHead
{
    public const string OwnFormat = "mnmgame";

    /// <summary>Raised when what is written changes; docs/data.md describes it.</summary>
    public const int OwnVersion = 1;

    private const int LongestWord = 32;
    private static readonly DateTimeOffset FirstGame = new(2009, 1, 1, 0, 0, 0, TimeSpan.Zero);

    public required string Format { get; init; }
    public required int Version { get; init; }
    public required int Polls { get; init; }
    public required DateTimeOffset StartedAt { get; init; }
    public DateTimeOffset? EndedAt { get; init; }
    public string? EndReason { get; init; }
    public string? WinningTeam { get; init; }
    public int? QueueId { get; init; }
    public string? GameType { get; init; }

    public static GameFileHead Of(Game game, int polls) => new()
    {
        Format = OwnFormat,
        Version = OwnVersion,
        Polls = polls,
        StartedAt = game.StartedAt,
        EndedAt = game.EndedAt,
        EndReason = game.EndReason,
        WinningTeam = game.WinningTeam,
        QueueId = game.QueueId,
        GameType = game.GameType,
    };

    /// <summary>Why it cannot be taken, for people; null where it can.</summary>
    public string? FaultAt(DateTimeOffset now) =>
        Format != OwnFormat ? "This is no game file."
        : Version > OwnVersion ? "This file was made by a newer MnM."
        : Version < 1 || Polls is < 1 or > GameFileReader.MostPolls ? "This is no game file, or it is damaged."
        : !IsTime(StartedAt, now) || (EndedAt is { } end && !IsTime(end, now)) ? "The game file tells a time at which no game can have been."
        : !IsWord(EndReason) || !IsWord(WinningTeam) || !IsWord(GameType) ? "The game file holds words that no game has."
        : null;

    /// <summary>Whether a game can have been then; clocks of two machines differ.</summary>
    public static bool IsTime(DateTimeOffset time, DateTimeOffset now) => time > FirstGame && time < now.AddDays(1);

    private static bool IsWord(string? word) => word is null || (word.Length <= LongestWord && word.All(letter => char.IsAsciiLetterOrDigit(letter) || letter == '_'));
}

/// <summary>The last line of a game file: how many polls came before it, and the SHA-256 of all lines before it, in hexadecimal.</summary>
internal sealed record GameFileEnd
{
    public required int End { get; init; }
    public required string Sha256 { get; init; }
}

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(GameFileHead))]
[JsonSerializable(typeof(GameFileEnd))]
internal sealed partial class GameFileJson : JsonSerializerContext;
