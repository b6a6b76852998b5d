using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using MnM.Collector.Matches;
using MnM.Collector.StaticData;
using MnM.Web.Shell;

namespace MnM.Web.Players.Users;

/// <summary>What an address asks of a list of matches, as it stands there.</summary>
public sealed record MatchListParameters
{
    [FromQuery(Name = "page")]
    public string? Page { get; init; }

    [FromQuery(Name = "limit")]
    public string? Limit { get; init; }

    [FromQuery(Name = "after")]
    public string? After { get; init; }

    [FromQuery(Name = "year")]
    public string? Year { get; init; }

    [FromQuery(Name = "queue")]
    public string? Queue { get; init; }

    [FromQuery(Name = "champion")]
    public string? Champion { get; init; }
}

/// <summary>A match in a list, as the contract names its fields.</summary>
/// <param name="Id">A UUID that is made of Riot's id.</param>
/// <param name="GameId">Riot's id.</param>
public sealed record UserMatch(Guid Id, string GameId)
{
    /// <summary>Null where Riot would not give such an id.</summary>
    internal static UserMatch? Of(string matchId) => MatchUuid.Of(matchId) is { } uuid ? new UserMatch(uuid, matchId) : null;
}

/// <summary>Which part of which list of matches is asked for.</summary>
public sealed record MatchListQuestion(MatchFilter Filter, int Page, int Limit)
{
    private const int UsualLimit = 20;
    private const int MostLimit = 100;
    private const int LastPage = 1_000_000;

    /// <summary>The year in which the game came out.</summary>
    private const int FirstYear = 2009;
    private const int LastYear = 2999;

    /// <summary>How many matches the pages before have.</summary>
    public int Skip => (Page - 1) * Limit;

    /// <summary>The question of an address, and what in it makes no sense, by name.</summary>
    public static (MatchListQuestion Question, IReadOnlyDictionary<string, string[]> Faults) Read(MatchListParameters said, StaticCatalog catalog)
    {
        var (page, limit) = (Number(said.Page, 1, LastPage), Number(said.Limit, 1, MostLimit));
        var (year, queue) = (Number(said.Year, FirstYear, LastYear), Number(said.Queue, 0, int.MaxValue));
        var (champion, after) = (ChampionOf(said.Champion, catalog), said.After is null ? null : MatchUuid.Parse(said.After));
        var faults = FieldFaults.Of(
            ("page", Fault(said.Page, page, $"page is a number from 1 to {LastPage}.")),
            ("limit", Fault(said.Limit, limit, $"limit is a number from 1 to {MostLimit}.")),
            ("after", said.After is not null && after is null ? "after is the id of a match, as a UUID or as Riot writes it." : null),
            ("year", Fault(said.Year, year, $"year is a number from {FirstYear} to {LastYear}.")),
            ("queue", Fault(said.Queue, queue, "queue is Riot's number of a queue, for example 420.")),
            ("champion", Fault(said.Champion, champion, "champion is Riot's number or name of a champion, for example 103 or Ahri.")));
        return (new MatchListQuestion(new MatchFilter(year, queue, champion, after), page ?? 1, limit ?? UsualLimit), faults);
    }

    private static string? Fault(string? said, int? read, string rule) => said is not null && read is null ? rule : null;

    private static int? Number(string? text, int least, int most) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number >= least && number <= most ? number : null;

    private static int? ChampionOf(string? text, StaticCatalog catalog) => text is null ? null
        : Number(text, 1, int.MaxValue)
            ?? (catalog.Champions.GetValueOrDefault(text) ?? catalog.Champions.Values.FirstOrDefault(champion => champion.Name.Equals(text, StringComparison.OrdinalIgnoreCase)))?.Id;
}
