using System.Diagnostics;
using System.Globalization;
using System.Security.Claims;
using Microsoft.AspNetCore.Http.HttpResults;
using MnM.Collector.Insights;
using MnM.Collector.Matches;
using MnM.Collector.Players;
using MnM.Web.Live;
using MnM.Web.Security;

namespace MnM.Web.Insights;

/// <summary>Reads from an address what is to be explained.</summary>
internal sealed class InsightSubjects(MatchQueries matches, MatchLibrary library, PlayerFinder finder, PlayerQueries players, CustomGames customs, HiddenPeople people)
{
    /// <summary>A match, as one of its people had it.</summary>
    /// <param name="id">Riot's id or the UUID made of it.</param>
    /// <param name="participant">A number from 1, or a PUUID.</param>
    /// <param name="isWanted">Whether Riot is asked for a match that is not stored.</param>
    /// <param name="visitor">Who asks: a custom game is not there for a viewer to whom they are not shown, and nothing is told for whom the watched game hid.</param>
    /// <param name="cancellationToken">Ends the question.</param>
    /// <returns>The subject, or else what is wrong.</returns>
    public async Task<(InsightSubject.OfMatch? Subject, ProblemHttpResult? Problem)> OfMatchAsync(string id, string? participant, bool isWanted, ClaimsPrincipal visitor, CancellationToken cancellationToken)
    {
        if (MatchUuid.Parse(id) is not { } matchId)
        {
            return (null, Problem($"\"{id}\" is no id of a match; one is EUW1_5720153635.", StatusCodes.Status400BadRequest));
        }

        if (string.IsNullOrWhiteSpace(participant))
        {
            return (null, Problem("participant is missing: it says for whom the match is explained, by number from 1 or by PUUID.", StatusCodes.Status400BadRequest));
        }

        var (match, problem) = await MatchAsync(matchId, isWanted, visitor, cancellationToken);
        if (match is null)
        {
            return (null, problem);
        }

        var hidden = await people.OfAsync(match, visitor, cancellationToken);
        return match.Participants.FirstOrDefault(one =>
            (one.Puuid == participant || one.Number.ToString(CultureInfo.InvariantCulture) == participant) && !hidden.Contains(one.Number)) is { } found
            ? (new InsightSubject.OfMatch(matchId, found.Number), null)
            : (null, Problem(
                $"\"{participant}\" is nobody in {matchId}: it is a number from 1 to {match.Participants.Select(one => one.Number).DefaultIfEmpty().Max()}, or the PUUID of one of its people.",
                StatusCodes.Status400BadRequest));
    }

    /// <summary>A player's last games.</summary>
    /// <param name="player">gameName-tagLine, gameName#tagLine or a PUUID.</param>
    /// <param name="games">How many; as many as is usual where it is not said.</param>
    /// <param name="visitor">Who asks: for the owner alone Riot is asked for a player who is not known, and games count that hid the player.</param>
    /// <param name="cancellationToken">Ends the question.</param>
    /// <returns>The subject, or else what is wrong.</returns>
    public async Task<(InsightSubject.OfPlayer? Subject, ProblemHttpResult? Problem)> OfPlayerAsync(
        string player, string? games, ClaimsPrincipal visitor, CancellationToken cancellationToken)
    {
        if (ReadGames(games) is not { } count)
        {
            return (null, Problem($"\"{games}\" is no number from {InsightSubject.OfPlayer.FewestGames} to {InsightSubject.OfPlayer.MostGames}, which games is.", StatusCodes.Status400BadRequest));
        }

        if (PlayerPath.Parse(player) is not { } path)
        {
            return (null, Problem($"\"{player}\" names no player: it is gameName-tagLine, gameName%23tagLine or a PUUID.", StatusCodes.Status400BadRequest));
        }

        if (!visitor.IsOwner())
        {
            return await players.FindAsync(path, cancellationToken) is not { Id: var stored } ? (null, Problem(OwnersRiot.Sentence, StatusCodes.Status404NotFound))
                : (await people.OfAsync(stored, visitor, cancellationToken)).Own is { IsEmpty: false } ? (null, Problem("It counts games that hid the player, and is for the owner alone.", StatusCodes.Status403Forbidden))
                : (new InsightSubject.OfPlayer(stored, count), null);
        }

        return await finder.FindAsync(path, cancellationToken) switch
        {
            FoundPlayer.Found { Player.Id: var found } => (new InsightSubject.OfPlayer(found, count), null),
            FoundPlayer.Nobody nobody => (null, Problem(nobody.Sentence, StatusCodes.Status404NotFound)),
            FoundPlayer.Unavailable { Reason: var reason } => (null, Problem(reason, StatusCodes.Status503ServiceUnavailable)),
            _ => throw new UnreachableException(),
        };
    }

    /// <summary>A fault with its sentence.</summary>
    public static ProblemHttpResult Problem(string detail, int status) => TypedResults.Problem(detail, statusCode: status);

    private static int? ReadGames(string? text) => string.IsNullOrWhiteSpace(text) ? InsightSubject.OfPlayer.UsualGames
        : int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var games) && games is >= InsightSubject.OfPlayer.FewestGames and <= InsightSubject.OfPlayer.MostGames ? games
        : null;

    private async Task<(ReadMatch? Match, ProblemHttpResult? Problem)> MatchAsync(string matchId, bool isWanted, ClaimsPrincipal visitor, CancellationToken cancellationToken)
    {
        if (await matches.FindAsync(matchId, cancellationToken) is { } stored && !customs.Hide(stored.Match.QueueId, visitor))
        {
            return (stored, null);
        }

        if (!isWanted)
        {
            return (null, Problem($"{matchId} is not stored, and nobody has asked for an insight of it.", StatusCodes.Status404NotFound));
        }

        return await library.OpenAsync(matchId, cancellationToken) switch
        {
            MatchAnswer.Stored { Match: var fetched } => (fetched, null),
            MatchAnswer.Absent { Reason: var reason } => (null, Problem(reason, StatusCodes.Status404NotFound)),
            MatchAnswer.Unavailable { Reason: var reason } => (null, Problem(reason, StatusCodes.Status503ServiceUnavailable)),
            _ => throw new UnreachableException(),
        };
    }
}
