using System.Collections.Concurrent;
using System.Collections.Immutable;
using Microsoft.EntityFrameworkCore;
using MnM.Collector.Backplane;
using MnM.Collector.Players;
using MnM.Collector.Riot;
using MnM.Collector.Storage;

namespace MnM.Collector.Matches;

/// <summary>Gets matches and timelines that are not stored from Riot, for somebody who waits.</summary>
public sealed class MatchLibrary
{
    /// <summary>A timeline can come later than its match; what is not there after so long never will be.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromHours(2);

    private readonly ConcurrentDictionary<string, Lazy<Task<TimelineAnswer>>> _underWay = [];
    private readonly IDbContextFactory<MnmDbContext> _contexts;
    private readonly MatchApi _api;
    private readonly MatchFetcher _fetcher;
    private readonly MatchStore _store;
    private readonly MatchQueries _queries;
    private readonly TimeProvider _time;

    internal MatchLibrary(IDbContextFactory<MnmDbContext> contexts, MatchApi api, MatchFetcher fetcher, MatchStore store, MatchQueries queries, TimeProvider time) =>
        (_contexts, _api, _fetcher, _store, _queries, _time) = (contexts, api, fetcher, store, queries, time);

    /// <summary>A match, from the database or from Riot, then it is stored.</summary>
    public Task<MatchAnswer> OpenAsync(string matchId, CancellationToken cancellationToken) => _fetcher.EnsureAsync(matchId, Lane.Requested, cancellationToken);

    /// <summary>The timeline of a match, from the database or from Riot, then both are stored. Who asks for the same one meanwhile shares the request.</summary>
    public async Task<TimelineAnswer> OpenTimelineAsync(string matchId, CancellationToken cancellationToken) =>
        await KnownAsync(matchId, cancellationToken)
            ?? await _underWay.GetOrAdd(matchId, id => new(() => Task.Run(() => FetchTimelineAsync(id), CancellationToken.None))).Value.WaitAsync(cancellationToken);

    /// <summary>Asks for the latest matches of a player and stores what is not there yet.</summary>
    /// <param name="player">Whose.</param>
    /// <param name="region">Where they are, see <see cref="PlayerFinder.FindPlatformAsync"/>.</param>
    /// <param name="count">How many, 1 to 100.</param>
    /// <param name="cancellationToken">Ends the wait; what is stored until then stays.</param>
    public async Task<LatestMatches> FetchLatestAsync(KnownPlayer player, string region, int count, CancellationToken cancellationToken)
    {
        var answer = await _api.FindIdsAsync(player.Puuid, region, new MatchIdQuery(Count: count), Lane.Requested, cancellationToken);
        if (answer is not RiotAnswer<ImmutableArray<string>>.Fetched { Value: var ids })
        {
            return new LatestMatches(0, 0, answer is RiotAnswer<ImmutableArray<string>>.Unavailable { Reason: var reason } ? reason : "Riot does not tell this player's matches.");
        }

        var answers = await Task.WhenAll(ids.Select(id => OpenAsync(id, cancellationToken)));
        return new LatestMatches(
            answers.Count(one => one is MatchAnswer.Stored), answers.Count(one => one is MatchAnswer.Absent), answers.OfType<MatchAnswer.Unavailable>().FirstOrDefault()?.Reason);
    }

    private async Task<TimelineAnswer?> KnownAsync(string matchId, CancellationToken cancellationToken) =>
        await _queries.FindTimelineAsync(matchId, cancellationToken) is { } stored ? new TimelineAnswer.Stored(stored)
        : await _queries.FindAbsenceAsync(matchId, MatchPart.Timeline, cancellationToken) is { } absence ? new TimelineAnswer.Absent(absence.State, absence.Reason)
        : null;

    private async Task<TimelineAnswer> FetchTimelineAsync(string matchId)
    {
        try
        {
            return await OpenAsync(matchId, CancellationToken.None) switch
            {
                MatchAnswer.Stored { Match.Match: var match } => await KnownAsync(matchId, CancellationToken.None)
                    ?? await KeepAsync(match, await _fetcher.AskTimelineAsync(matchId, Lane.Requested, CancellationToken.None)),
                MatchAnswer.Absent absent => new TimelineAnswer.Absent(absent.State, absent.Reason),
                var answer => new TimelineAnswer.Unavailable(((MatchAnswer.Unavailable)answer).Reason),
            };
        }
        finally
        {
            _underWay.TryRemove(matchId, out _);
        }
    }

    private async Task<TimelineAnswer> KeepAsync(Match match, RiotAnswer<MatchTimeline> answer)
    {
        switch (answer)
        {
            case RiotAnswer<MatchTimeline>.Fetched { Value: var timeline }:
                await using (var db = await _contexts.CreateDbContextAsync())
                {
                    await using var transaction = await db.Database.BeginTransactionAsync();
                    await MatchStore.StoreAsync(db, timeline, CancellationToken.None);
                    await transaction.CommitAsync();
                }

                return new TimelineAnswer.Stored(timeline);
            case RiotAnswer<MatchTimeline>.Unavailable { Reason: var reason }:
                return new TimelineAnswer.Unavailable(reason);
            case RiotAnswer<MatchTimeline>.Forbidden:
                return await RememberAsync(match.Id, WorkState.Private, AbsenceReasons.Private);
            default:
                return match.StartedAt is { } start && _time.GetUtcNow() - start.AddSeconds(match.DurationSeconds) < Patience
                    ? new TimelineAnswer.Unavailable(AbsenceReasons.TimelineNotYet)
                    : await RememberAsync(match.Id, WorkState.NotFound, AbsenceReasons.NoTimeline);
        }
    }

    private async Task<TimelineAnswer> RememberAsync(string matchId, WorkState state, string reason)
    {
        await _store.StoreAsync(
            new MatchAbsence { MatchId = matchId, Part = MatchPart.Timeline, State = state, Reason = reason, Tries = 1, ToldAt = _time.GetUtcNow() }, CancellationToken.None);
        return new TimelineAnswer.Absent(state, reason);
    }
}

/// <summary>What came of asking for a timeline.</summary>
public abstract record TimelineAnswer
{
    private TimelineAnswer()
    {
    }

    /// <summary>It is in the database.</summary>
    public sealed record Stored(MatchTimeline Timeline) : TimelineAnswer;

    /// <summary>Riot does not give it and will not.</summary>
    /// <param name="State">A final state.</param>
    /// <param name="Reason">A sentence for people.</param>
    public sealed record Absent(WorkState State, string Reason) : TimelineAnswer;

    /// <summary>Nothing is known; it may be asked for again later.</summary>
    /// <param name="Reason">A sentence for people.</param>
    public sealed record Unavailable(string Reason) : TimelineAnswer;
}

/// <summary>What came of asking for a player's latest matches.</summary>
/// <param name="Stored">So many are in the database.</param>
/// <param name="Absent">So many Riot does not give.</param>
/// <param name="Fault">Why others are not here yet, a sentence for people; null where none are missing.</param>
public sealed record LatestMatches(int Stored, int Absent, string? Fault);
