using System.Security.Claims;
using MnM.Collector.Matches;
using MnM.Collector.Players;
using MnM.Web.Live;
using MnM.Web.Security;

namespace MnM.Web.Matches;

/// <summary>Opens matches for their page and endpoints: what is stored, and for what Riot must be asked.</summary>
internal sealed class MatchOpener(MatchQueries queries, MatchLibrary library, PlayerNames names, HiddenPeople people, CustomGames customs)
{
    private const string Unreadable = "What is stored of it is no timeline that MnM can read.";

    /// <summary>A stored match as <paramref name="visitor"/> may see it; null where it is not stored, or not shown. Viewers are not told whom a watched game hid.</summary>
    public async Task<OpenedMatch?> FindAsync(string matchId, ClaimsPrincipal visitor, CancellationToken cancellationToken)
    {
        if (await queries.FindAsync(matchId, cancellationToken) is not { } match || customs.Hide(match.Match.QueueId, visitor))
        {
            return null;
        }

        return await OpenAsync(match, cancellationToken) with { Hidden = await people.OfAsync(match, visitor, cancellationToken) };
    }

    /// <summary>A match that Riot is asked for where it is not stored.</summary>
    /// <returns>The match, or else why it is not here.</returns>
    public async Task<(OpenedMatch? Match, MatchAnswer Answer)> AskAsync(string matchId, CancellationToken cancellationToken)
    {
        var answer = await library.OpenAsync(matchId, cancellationToken);
        return (answer is MatchAnswer.Stored { Match: var match } ? await OpenAsync(match, cancellationToken) : null, answer);
    }

    /// <summary>What is stored of a match's timeline.</summary>
    public async Task<TimelinePart> FindTimelineAsync(Match match, CancellationToken cancellationToken)
    {
        if (await queries.FindTimelineAsync(match.Id, cancellationToken) is { } stored)
        {
            return PartOf(stored);
        }

        return match.IsAborted ? new TimelinePart.Absent("Riot keeps none of a match that was called off.")
            : await queries.FindAbsenceAsync(match.Id, MatchPart.Timeline, cancellationToken) is { } absence ? new TimelinePart.Absent(absence.Reason)
            : new TimelinePart.NotAsked();
    }

    /// <summary>The timeline that Riot is asked for where it is not stored: one request.</summary>
    public async Task<TimelinePart> AskTimelineAsync(string matchId, CancellationToken cancellationToken) => await library.OpenTimelineAsync(matchId, cancellationToken) switch
    {
        TimelineAnswer.Stored { Timeline: var stored } => PartOf(stored),
        TimelineAnswer.Absent { Reason: var reason } => new TimelinePart.Absent(reason),
        TimelineAnswer.Unavailable { Reason: var reason } => new TimelinePart.Unavailable(reason),
        var other => throw new InvalidOperationException($"Nobody knows the answer {other}."),
    };

    private static TimelinePart PartOf(MatchTimeline stored) => stored.Read() is { } timeline ? new TimelinePart.Here(timeline) : new TimelinePart.Absent(Unreadable);

    private async Task<OpenedMatch> OpenAsync(ReadMatch match, CancellationToken cancellationToken)
    {
        var details = await queries.FindDetailsAsync(match, cancellationToken);
        var today = await names.FindAsync([.. match.Participants.Select(one => one.Puuid).OfType<string>()], cancellationToken);
        return new OpenedMatch(match, details, today);
    }
}
