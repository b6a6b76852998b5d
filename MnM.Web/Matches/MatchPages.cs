using System.Globalization;

namespace MnM.Web.Matches;

/// <summary>Where the pages of matches are.</summary>
internal static class MatchPages
{
    /// <summary>The page of a match.</summary>
    /// <param name="matchId">Riot's id, for example EUW1_5720153635.</param>
    public static string AddressOf(string matchId) => $"/match/{Uri.EscapeDataString(matchId)}";

    /// <summary>The same with one of its people chosen.</summary>
    /// <param name="matchId">Riot's id.</param>
    /// <param name="participant">The number in the match, from 1.</param>
    public static string AddressOf(string matchId, int participant) => string.Create(CultureInfo.InvariantCulture, $"{AddressOf(matchId)}?p={participant}");
}
