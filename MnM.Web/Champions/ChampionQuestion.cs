using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using MnM.Collector.Matches.ChampionStats;
using MnM.Web.Live;
using MnM.Web.Shell;

namespace MnM.Web.Champions;

/// <summary>What an address asks of a champion's games, as it stands there.</summary>
public sealed record ChampionParameters
{
    [FromQuery(Name = "role")]
    public string? Role { get; init; }

    [FromQuery(Name = "patch")]
    public string? Patch { get; init; }

    [FromQuery(Name = "queue")]
    public string? Queue { get; init; }
}

/// <summary>Filters of a champion's games in the words of an address.</summary>
internal static class ChampionQuestion
{
    /// <summary>Stands in an address for games without a role or a patch.</summary>
    private const string None = "none";

    /// <summary>The filter of an address, and what in it makes no sense; that counts as not said.</summary>
    public static (ChampionFilter Filter, IReadOnlyList<string> Faults) Read(ChampionParameters said)
    {
        var query = new QueryReader();
        var filter = new ChampionFilter
        {
            Role = query.Take(said.Role, ReadRole, $"role is one of {string.Join(", ", GameWords.Positions)}, {None}."),
            Patch = query.Take(said.Patch, text => IsNone(text) ? "" : Version.TryParse(text, out _) ? text : null, "patch is the first two numbers of a version, for example 16.22, or none."),
            Queue = query.Number(said.Queue, "queue is Riot's number of a queue."),
        };
        return (filter, query.Faults);
    }

    /// <summary>Where a champion is shown by a filter.</summary>
    public static string AddressOf(KnownChampion champion, ChampionFilter filter)
    {
        var query = new List<KeyValuePair<string, string?>>();
        Add("role", filter.Role);
        Add("patch", filter.Patch);
        Add("queue", filter.Queue?.ToString(CultureInfo.InvariantCulture));
        return $"{ChampionPages.AddressOf(champion.Alias)}{QueryString.Create(query)}";

        void Add(string name, string? value)
        {
            if (value is not null)
            {
                query.Add(new(name, value.Length == 0 ? None : value));
            }
        }
    }

    private static string? ReadRole(string text) => IsNone(text) ? "" : GameWords.Positions.FirstOrDefault(role => role.Equals(text, StringComparison.OrdinalIgnoreCase));

    private static bool IsNone(string text) => text.Equals(None, StringComparison.OrdinalIgnoreCase);
}
