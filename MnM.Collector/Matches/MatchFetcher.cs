using System.Collections.Concurrent;
using System.Diagnostics;
using MnM.Collector.Backplane;
using MnM.Collector.Matches.Timelines;
using MnM.Collector.Riot;
using MnM.Collector.Storage;

namespace MnM.Collector.Matches;

/// <summary>Gets matches that are over: from the database, else from Riot, and then they are stored. Whoever asks for the same one meanwhile shares the request.</summary>
internal sealed class MatchFetcher(MatchApi api, MatchStore store, MatchQueries queries, TimeProvider time) : IDisposable
{
    /// <summary>Riot's lists can name a match minutes before it is there. What is not there after so long never will be.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromHours(2);

    /// <summary>What was not there is not asked for again sooner.</summary>
    private static readonly TimeSpan Pause = TimeSpan.FromMinutes(10);

    private readonly ConcurrentDictionary<string, Lazy<(SharedRequest<RiotAnswer<FetchedMatch>> Request, Task<MatchAnswer> Answer)>> _underWay = [];
    private readonly ConcurrentDictionary<string, (DateTimeOffset First, DateTimeOffset Last)> _missing = [];
    private readonly CancellationTokenSource _stop = new();

    /// <summary>A match that Riot's lists name: what Riot does not give is remembered and not asked for again, if it was not there for two hours.</summary>
    /// <param name="matchId">For example EUW1_5720153635.</param>
    /// <param name="lane">How urgent it is; a request that others wait for too goes in the lane of the most urgent.</param>
    /// <param name="cancellationToken">Ends the wait, not a request that others share.</param>
    public async Task<MatchAnswer> EnsureAsync(string matchId, Lane lane, CancellationToken cancellationToken)
    {
        if (await KnownAsync(matchId, cancellationToken) is { } known)
        {
            return known;
        }

        if (MatchIds.RegionOf(matchId) is null)
        {
            // Riot is not asked for it, so no limit would bound how many such ids are remembered.
            return new MatchAnswer.Absent(WorkState.NotFound, AbsenceReasons.NotFound);
        }

        var (request, answer) = _underWay.GetOrAdd(matchId, id => new(() => Begin(id, lane))).Value;
        request.Join(lane);
        return await answer.WaitAsync(cancellationToken);
    }

    /// <summary>Asks Riot once and stores nothing. Of Brawl, which Riot does not approve to be kept, the answer is as of a match that is not shown.</summary>
    public async Task<RiotAnswer<FetchedMatch>> AskAsync(string matchId, Lane lane, CancellationToken cancellationToken)
    {
        var answer = await api.FindAsync(matchId, lane, cancellationToken);
        if (answer.Found is not { } json)
        {
            return answer.Select<FetchedMatch>(_ => throw new UnreachableException());
        }

        return MatchReader.Read(matchId, json, time.GetUtcNow()) switch
        {
            null => new RiotAnswer<FetchedMatch>.Unavailable("Riot's answer holds no match that MnM can read.", IsAnswered: true),
            { Match: var match } when Brawl.Is(match.Mode, match.QueueId) => new RiotAnswer<FetchedMatch>.Forbidden(),
            var read => new RiotAnswer<FetchedMatch>.Fetched(new FetchedMatch(read, json)),
        };
    }

    /// <summary>Asks Riot once for a timeline and stores nothing.</summary>
    public async Task<RiotAnswer<MatchTimeline>> AskTimelineAsync(string matchId, Lane lane, CancellationToken cancellationToken)
    {
        var answer = await api.FindTimelineAsync(matchId, lane, cancellationToken);
        return answer.Found is { } json && TimelineReader.CountFrames(json) is null
            ? new RiotAnswer<MatchTimeline>.Unavailable("Riot's answer holds no timeline that MnM can read.", IsAnswered: true)
            : answer.Select(bytes => new MatchTimeline
            {
                MatchId = matchId,
                Frames = TimelineReader.CountFrames(bytes)!.Value,
                FetchedAt = time.GetUtcNow(),
                Tries = 1,
                Payload = Packing.Pack(bytes),
            });
    }

    /// <inheritdoc />
    public void Dispose()
    {
        _stop.Cancel();
        _stop.Dispose();
    }

    private (SharedRequest<RiotAnswer<FetchedMatch>>, Task<MatchAnswer>) Begin(string matchId, Lane lane)
    {
        var request = new SharedRequest<RiotAnswer<FetchedMatch>>(lane, (now, token) => AskAsync(matchId, now, token), _stop.Token);
        return (request, Task.Run(() => FetchAsync(matchId, request), _stop.Token));
    }

    private async Task<MatchAnswer> FetchAsync(string matchId, SharedRequest<RiotAnswer<FetchedMatch>> request)
    {
        try
        {
            // Another may have stored it between the caller's look and this.
            return await KnownAsync(matchId, _stop.Token) ?? await KeepAsync(matchId, await request.AskAsync(), _stop.Token);
        }
        finally
        {
            _underWay.TryRemove(matchId, out _);
        }
    }

    private async Task<MatchAnswer?> KnownAsync(string matchId, CancellationToken cancellationToken) =>
        await queries.FindAsync(matchId, cancellationToken) is { } stored ? new MatchAnswer.Stored(stored)
        : await queries.FindAbsenceAsync(matchId, MatchPart.Match, cancellationToken) is { } absence ? new MatchAnswer.Absent(absence.State, absence.Reason)
        : _missing.TryGetValue(matchId, out var missing) && time.GetUtcNow() - missing.Last < Pause ? new MatchAnswer.Absent(WorkState.NotFound, AbsenceReasons.NotFound)
        : null;

    private async Task<MatchAnswer> KeepAsync(string matchId, RiotAnswer<FetchedMatch> answer, CancellationToken cancellationToken)
    {
        switch (answer)
        {
            case RiotAnswer<FetchedMatch>.Fetched { Value: var fetched }:
                await store.StoreAsync(fetched, cancellationToken);
                _missing.TryRemove(matchId, out _);
                return new MatchAnswer.Stored(fetched.Read);
            case RiotAnswer<FetchedMatch>.NotFound:
                var now = time.GetUtcNow();
                var (first, _) = _missing.AddOrUpdate(matchId, (now, now), (_, before) => before with { Last = now });
                return now - first < Patience
                    ? new MatchAnswer.Absent(WorkState.NotFound, AbsenceReasons.NotFound)
                    : await RememberAsync(matchId, WorkState.NotFound, AbsenceReasons.NotFound, cancellationToken);
            case RiotAnswer<FetchedMatch>.Forbidden:
                return await RememberAsync(matchId, WorkState.Private, AbsenceReasons.Private, cancellationToken);
            default:
                return new MatchAnswer.Unavailable(((RiotAnswer<FetchedMatch>.Unavailable)answer).Reason);
        }
    }

    private async Task<MatchAnswer> RememberAsync(string matchId, WorkState state, string reason, CancellationToken cancellationToken)
    {
        await store.StoreAsync(
            new MatchAbsence { MatchId = matchId, Part = MatchPart.Match, State = state, Reason = reason, Tries = 1, ToldAt = time.GetUtcNow() }, cancellationToken);
        _missing.TryRemove(matchId, out _);
        return new MatchAnswer.Absent(state, reason);
    }
}
