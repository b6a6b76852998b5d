using System.Collections.Immutable;
using System.Globalization;
using MnM.Collector.Matches.ChampionStats;
using MnM.Collector.StaticData;

namespace MnM.Web.Champions;

/// <summary>A champion as static data tells it, or as stored matches do where static data lacks it.</summary>
/// <param name="Id">Riot's number.</param>
/// <param name="Alias">Leads to page and picture, for example MonkeyKing.</param>
/// <param name="Name">As players say it.</param>
public sealed record KnownChampion(int Id, string Alias, string Name)
{
    /// <summary>For example "the Nine-Tailed Fox"; empty where it is not known.</summary>
    public string Title { get; init; } = "";

    /// <summary>Riot's classes, the first one first; none where they are not known.</summary>
    public ImmutableArray<string> Tags { get; init; } = [];

    internal static KnownChampion Of(StaticChampion champion) => new(champion.Id, champion.Alias, champion.Name) { Title = champion.Title, Tags = champion.Tags };

    internal static KnownChampion Of(StoredChampion champion) => champion.Name.Length > 0
        ? new KnownChampion(champion.Id, champion.Name, champion.Name)
        : champion.Id.ToString(CultureInfo.InvariantCulture) is var number ? new KnownChampion(champion.Id, number, $"Champion {number}") : throw new InvalidOperationException();
}

/// <summary>A champion in the list of all.</summary>
/// <param name="Champion">Which.</param>
/// <param name="Games">Stored ones, of every mode.</param>
public sealed record ListedChampion(KnownChampion Champion, int Games);
