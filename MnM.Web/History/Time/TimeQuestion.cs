using Microsoft.AspNetCore.Mvc;
using MnM.Collector.History.Time;
using MnM.Collector.Matches.Played;
using MnM.Collector.Players;
using MnM.Web.Live;
using MnM.Web.Shell;

namespace MnM.Web.History.Time;

/// <summary>What an address asks of the time analysis, as it stands there.</summary>
public sealed record TimeParameters
{
    [FromQuery(Name = "champion")]
    public string? Champion { get; init; }

    [FromQuery(Name = "role")]
    public string? Role { get; init; }

    [FromQuery(Name = "queue")]
    public string? Queue { get; init; }

    [FromQuery(Name = "patch")]
    public string? Patch { get; init; }

    [FromQuery(Name = "from")]
    public string? From { get; init; }

    [FromQuery(Name = "to")]
    public string? To { get; init; }

    [FromQuery(Name = "with")]
    public string? With { get; init; }

    [FromQuery(Name = "without")]
    public string? Without { get; init; }

    [FromQuery(Name = "tz")]
    public string? Tz { get; init; }

    [FromQuery(Name = "rates")]
    public string? Rates { get; init; }
}

/// <summary>Which games are looked at, by whose clocks, and how shares are told.</summary>
public sealed record TimeQuestion(TimeFilter Filter, TimeZoneInfo Zone, RateMethod Method)
{
    /// <summary>Every parameter of the address; null takes one away.</summary>
    /// <param name="machine">The zone that needs no word.</param>
    public IReadOnlyDictionary<string, object?> ToQuery(TimeZoneInfo machine) => new Dictionary<string, object?>
    {
        ["champion"] = Filter.Champion,
        ["role"] = Filter.Role,
        ["queue"] = Filter.Queue,
        ["patch"] = Filter.Patch,
        ["from"] = DaySpans.Word(Filter.From),
        ["to"] = DaySpans.Word(Filter.To),
        ["with"] = Filter.With?.ToString(),
        ["without"] = Filter.Without?.ToString(),
        ["tz"] = Zone.Id == machine.Id ? null : Zone.Id,
        ["rates"] = Method == RateMethod.Shrunk ? null : Method.ToString().ToLowerInvariant(),
    };

    /// <summary>The question of an address, and what in it makes no sense; that counts as not said.</summary>
    /// <param name="said">As it stands there.</param>
    /// <param name="machine">The zone where none is named.</param>
    public static (TimeQuestion Question, IReadOnlyList<string> Faults) Read(TimeParameters said, TimeZoneInfo machine)
    {
        var reader = new QueryReader();
        var days = reader.Days(said.From, said.To);
        var filter = new TimeFilter
        {
            Champion = reader.Number(said.Champion, "champion is Riot's number of a champion."),
            Role = reader.Take(said.Role, GameWords.ReadPosition, GameWords.PositionFault),
            Queue = reader.Number(said.Queue, "queue is Riot's number of a queue."),
            Patch = reader.Take(said.Patch, text => text, ""),
            From = days.From,
            To = days.To,
            With = reader.Take(said.With, PlayerPath.Parse, "with names a player: gameName-tagLine."),
            Without = reader.Take(said.Without, PlayerPath.Parse, "without names a player: gameName-tagLine."),
        };
        var zone = reader.Take(said.Tz, TimeZones.Find, "tz is a time zone that this machine knows, for example Europe/Berlin.");
        var method = reader.Take(said.Rates, ReadMethod, "rates is one of shrunk, laplace, none.");
        return (new TimeQuestion(filter, zone ?? machine, method ?? RateMethod.Shrunk), reader.Faults);
    }

    // Numbers would be taken for methods otherwise.
    private static RateMethod? ReadMethod(string text) => Enum.GetValues<RateMethod>().Cast<RateMethod?>().FirstOrDefault(method => text.Equals(method.ToString(), StringComparison.OrdinalIgnoreCase));
}
