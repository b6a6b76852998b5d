using System.Collections.Concurrent;
using System.Diagnostics;
using MnM.Collector.Backplane;
using MnM.Collector.Riot;

namespace MnM.Collector.Matches;

/// <summary>Gets matches that are over: from the database, else from Riot, and then they are stored. Whoever asks for the same one meanwhile shares the request.</summary>
internal sealed class MatchFetcher(MatchApi api, MatchStore store, MatchQueries queries, TimeProvider time) : IDisposable
{
    private readonly ConcurrentDictionary<string, Lazy<Task<MatchAnswer>>> _underWay = [];
    private readonly CancellationTokenSource _stop = new();

    /// <summary>A match that Riot's lists name, or that is over for long: what Riot does not give then is remembered and not asked for again.</summary>
    /// <param name="matchId">For example EUW1_5720153635.</param>
    /// <param name="lane">How urgent it is; who shares a request shares its lane.</param>
    /// <param name="cancellationToken">Ends the wait, not a request that others share.</param>
    public async Task<MatchAnswer> EnsureAsync(string matchId, Lane lane, CancellationToken cancellationToken)
    {
        if (await KnownAsync(matchId, cancellationToken) is { } known)
        {
            return known;
        }

        var shared = _underWay.GetOrAdd(matchId, id => new Lazy<Task<MatchAnswer>>(() => Task.Run(() => FetchAsync(id, lane), _stop.Token)));
        return await shared.Value.WaitAsync(cancellationToken);
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
            null => new RiotAnswer<FetchedMatch>.Unavailable("Riot's answer holds no match that MnM can read.") { IsOfThisQuestion = true },
            { Match: var match } when Brawl.Is(match.Mode, match.QueueId) => new RiotAnswer<FetchedMatch>.Forbidden(),
            var read => new RiotAnswer<FetchedMatch>.Fetched(new FetchedMatch(read, json)),
        };
    }

    /// <inheritdoc />
    public void Dispose()
    {
        _stop.Cancel();
        _stop.Dispose();
    }

    private async Task<MatchAnswer> FetchAsync(string matchId, Lane lane)
    {
        try
        {
            // Another may have stored it between the caller's look and this.
            return await KnownAsync(matchId, _stop.Token) ?? await KeepAsync(matchId, await AskAsync(matchId, lane, _stop.Token), _stop.Token);
        }
        finally
        {
            _underWay.TryRemove(matchId, out _);
        }
    }

    private async Task<MatchAnswer?> KnownAsync(string matchId, CancellationToken cancellationToken) =>
        await queries.FindAsync(matchId, cancellationToken) is { } stored ? new MatchAnswer.Stored(stored)
        : await queries.FindAbsenceAsync(matchId, MatchPart.Match, cancellationToken) is { } absence ? new MatchAnswer.Absent(absence.State, absence.Reason)
        : null;

    private async Task<MatchAnswer> KeepAsync(string matchId, RiotAnswer<FetchedMatch> answer, CancellationToken cancellationToken)
    {
        switch (answer)
        {
            case RiotAnswer<FetchedMatch>.Fetched { Value: var fetched }:
                await store.StoreAsync(fetched, cancellationToken);
                return new MatchAnswer.Stored(fetched.Read);
            case RiotAnswer<FetchedMatch>.NotFound:
                return await RememberAsync(matchId, WorkState.NotFound, AbsenceReasons.NotFound, cancellationToken);
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
        return new MatchAnswer.Absent(state, reason);
    }
}
