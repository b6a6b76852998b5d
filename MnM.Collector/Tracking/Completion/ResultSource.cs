using System.Diagnostics;
using MnM.Collector.Backplane;
using MnM.Collector.Matches;
using MnM.Collector.Riot;

namespace MnM.Collector.Tracking.Completion;

/// <summary>Gets the result of a game: from the database, where another part of MnM has asked for it, else from Riot.</summary>
internal sealed class ResultSource(MatchFetcher fetcher, MatchQueries matches, TftApi tactics, TftMatchStore tftMatches, RouteAnswers answers, TimeProvider time)
{
    public Task<ResultAnswer> FindAsync(string gameId, RiotProduct product, CancellationToken cancellationToken) =>
        product == RiotProduct.League ? FindLeagueAsync(gameId, cancellationToken) : FindTacticsAsync(gameId, cancellationToken);

    private async Task<ResultAnswer> FindLeagueAsync(string gameId, CancellationToken cancellationToken)
    {
        if (await matches.FindAsync(gameId, cancellationToken) is { } stored)
        {
            return new ResultAnswer.Here(FinishedGame.Of(stored));
        }

        if (await matches.FindAbsenceAsync(gameId, MatchPart.Match, cancellationToken) is { State: WorkState.Private })
        {
            return new ResultAnswer.Hidden();
        }

        var answer = await fetcher.AskAsync(gameId, Lane.Tracking, cancellationToken);
        return Told(gameId, answer, fetched => FinishedGame.Of(fetched.Read) with { Store = (db, token) => MatchStore.StoreAsync(db, fetched, 1, token) });
    }

    private async Task<ResultAnswer> FindTacticsAsync(string gameId, CancellationToken cancellationToken)
    {
        if (await tftMatches.FindAsync(gameId, cancellationToken) is { } stored)
        {
            return new ResultAnswer.Here(FinishedGame.Of(stored));
        }

        var answer = await tactics.FindMatchAsync(gameId, Lane.Tracking, cancellationToken);
        if (answer.Found is not { } json)
        {
            return Told(gameId, answer, _ => throw new UnreachableException());
        }

        answers.Note(RouteOf(gameId), answer);
        if (TftMatchReader.Read(gameId, json, time.GetUtcNow()) is not { } read)
        {
            return new ResultAnswer.Fault("Riot's answer holds no match that MnM can read.", IsOfThisGame: true);
        }

        var fetched = FetchedTftMatch.Of(read, json);
        return new ResultAnswer.Here(FinishedGame.Of(read) with { Store = (db, token) => TftMatchStore.StoreAsync(db, fetched, token) });
    }

    private ResultAnswer Told<T>(string gameId, RiotAnswer<T> answer, Func<T, FinishedGame> finish)
    {
        answers.Note(RouteOf(gameId), answer);
        return answer switch
        {
            RiotAnswer<T>.Fetched fetched => new ResultAnswer.Here(finish(fetched.Value)),
            RiotAnswer<T>.NotFound => new ResultAnswer.NotYet(),
            RiotAnswer<T>.Forbidden => new ResultAnswer.Hidden(),
            RiotAnswer<T>.Unavailable fault => new ResultAnswer.Fault(fault.Reason, fault.IsAnswered),
            _ => throw new UnreachableException(),
        };
    }

    private static string RouteOf(string gameId) => MatchIds.RegionOf(gameId) ?? "";
}
