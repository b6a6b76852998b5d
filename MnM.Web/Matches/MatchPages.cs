using System.Globalization;
using MnM.Collector.Matches;

namespace MnM.Web.Matches;

/// <summary>Where the pages of matches are.</summary>
internal static class MatchPages
{
    /// <summary>The page of a match.</summary>
    /// <param name="matchId">Riot's id, for example EUW1_5720153635.</param>
    public static string AddressOf(string matchId) => $"/match/{Uri.EscapeDataString(matchId)}";

    /// <summary>The part of the page that is about one person; an address within the page that leads there keeps it in sight.</summary>
    public const string People = "people";

    /// <summary>The same with one of its people chosen.</summary>
    /// <param name="matchId">Riot's id.</param>
    /// <param name="participant">The number in the match, from 1.</param>
    public static string AddressOf(string matchId, int participant) => string.Create(CultureInfo.InvariantCulture, $"{AddressOf(matchId)}?p={participant}");

    /// <summary>Riot's id of the match that an address names, by that id or by the UUID made of it; null where it names none.</summary>
    public static string? IdOf(string? text) => text is null ? null : MatchUuid.Parse(text);
}
