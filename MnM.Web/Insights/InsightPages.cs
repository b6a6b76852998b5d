using System.Globalization;
using MnM.Collector.Insights;

namespace MnM.Web.Insights;

/// <summary>Where the pages of insights are, and what they link to.</summary>
internal static class InsightPages
{
    /// <summary>Who writes the words, and what is sent where.</summary>
    public const string Language = "/insights";

    /// <summary>The model of win chances.</summary>
    public const string Model = "/insights/model";

    /// <summary>The page of the language model with the report of a subject as its example.</summary>
    public static string LanguageOf(InsightSubject subject) => subject switch
    {
        InsightSubject.OfMatch match => string.Create(CultureInfo.InvariantCulture, $"{Language}?match={Uri.EscapeDataString(match.MatchId)}&p={match.Participant}"),
        InsightSubject.OfPlayer player => string.Create(CultureInfo.InvariantCulture, $"{Language}?player={player.PlayerId}&games={player.Games}"),
        _ => Language,
    };

    /// <summary>The subject that an address of the page of the language model names; null where it names none.</summary>
    public static InsightSubject? SubjectOf(string? match, string? participant, string? player, string? games) =>
        !string.IsNullOrWhiteSpace(match) && Number(participant) is > 0 and <= int.MaxValue and var number ? new InsightSubject.OfMatch(match.Trim(), (int)number)
        : Number(player) is > 0 and var id ? new InsightSubject.OfPlayer(id, ReadGames(games) ?? InsightSubject.OfPlayer.UsualGames)
        : null;

    /// <summary>How many games an address asks for; null of what is no number that can be asked for.</summary>
    public static int? ReadGames(string? text) =>
        Number(text) is >= InsightSubject.OfPlayer.FewestGames and <= InsightSubject.OfPlayer.MostGames and var games ? (int)games : null;

    /// <summary>A match with one of its people chosen.</summary>
    public static string MatchOf(string matchId, int participant) => string.Create(CultureInfo.InvariantCulture, $"/match/{Uri.EscapeDataString(matchId)}?p={participant}");

    private static long? Number(string? text) => long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;
}
