using Microsoft.AspNetCore.Mvc;
using MnM.Collector.Matches.Pool;
using MnM.Web.Live;
using MnM.Web.Shell;

namespace MnM.Web.Players;

/// <summary>What an address asks of a player's matches, as it stands there.</summary>
public sealed record PlayerParameters
{
    [FromQuery(Name = "champion")]
    public string? Champion { get; init; }

    [FromQuery(Name = "queue")]
    public string? Queue { get; init; }

    [FromQuery(Name = "role")]
    public string? Role { get; init; }

    [FromQuery(Name = "patch")]
    public string? Patch { get; init; }

    [FromQuery(Name = "from")]
    public string? From { get; init; }

    [FromQuery(Name = "to")]
    public string? To { get; init; }

    [FromQuery(Name = "result")]
    public string? Result { get; init; }
}

/// <summary>Which of a player's matches are looked at; days are those of the clocks where MnM runs.</summary>
public sealed record PlayerQuestion
{
    /// <summary>All matches.</summary>
    public static PlayerQuestion None { get; } = new();

    /// <summary>Riot's number.</summary>
    public int? Champion { get; init; }

    /// <summary>Riot's number.</summary>
    public int? Queue { get; init; }
    public string? Role { get; init; }
    public string? Patch { get; init; }
    public DaySpan Days { get; init; }
    public MatchResult? Result { get; init; }

    /// <summary>Every parameter of the address; null takes one away.</summary>
    public IReadOnlyDictionary<string, object?> ToQuery() => new Dictionary<string, object?>
    {
        ["champion"] = Champion,
        ["queue"] = Queue,
        ["role"] = Role,
        ["patch"] = Patch,
        ["from"] = DaySpans.Word(Days.From),
        ["to"] = DaySpans.Word(Days.To),
        ["result"] = ResultWord(Result),
    };

    /// <summary>What is asked of the matches.</summary>
    public PoolFilter ToFilter(TimeZoneInfo zone) => new()
    {
        Champion = Champion,
        Queue = Queue,
        Role = Role,
        Patch = Patch,
        From = DaySpans.Midnight(Days.From, zone),
        Before = DaySpans.Midnight(Days.To is { } last && last < DateOnly.MaxValue ? last.AddDays(1) : null, zone),
        Result = Result,
    };

    /// <summary>The question of an address, and what in it makes no sense; that counts as not said.</summary>
    public static (PlayerQuestion Question, IReadOnlyList<string> Faults) Read(PlayerParameters said)
    {
        var reader = new QueryReader();
        var question = new PlayerQuestion
        {
            Champion = reader.Number(said.Champion, "champion is Riot's number of a champion."),
            Queue = reader.Number(said.Queue, "queue is Riot's number of a queue."),
            Role = reader.Take(said.Role, GameWords.ReadPosition, GameWords.PositionFault),
            Patch = reader.Take(said.Patch, text => text, ""),
            Days = reader.Days(said.From, said.To),
            Result = reader.Take(said.Result, ReadResult, "result is one of won, lost, none."),
        };
        return (question, reader.Faults);
    }

    /// <summary>A result as an address says it; null for all.</summary>
    public static string? ResultWord(MatchResult? result) => result?.ToString().ToLowerInvariant();

    /// <summary>A result from an address; null of another word.</summary>
    public static MatchResult? ReadResult(string? word) => Enum.GetValues<MatchResult>().Cast<MatchResult?>().FirstOrDefault(result => ResultWord(result) == word?.ToLowerInvariant());
}
