using System.Collections.Immutable;
using MnM.Collector.Backplane;
using MnM.Collector.Matches;
using MnM.Collector.Players;
using MnM.Collector.Riot;

namespace MnM.Collector.Scouting;

/// <summary>Matches for the form: Riot's lists of them, what is stored, and what is fetched.</summary>
internal sealed class FormLibrary(MatchApi api, MatchQueries queries, SharedMatches shared, MatchFetcher fetcher, PlayerQueries players)
{
    /// <summary>Riot's list of a player's last matches.</summary>
    public async Task<RiotAnswer<MatchList>> ListAsync(Puuid puuid, string region, CancellationToken cancellationToken) =>
        (await api.FindIdsAsync(puuid, region, new MatchIdQuery(Count: ScoutForm.Wanted), Lane.Live, cancellationToken)).Select(ids => new MatchList(ids));

    /// <summary>What is stored of a player's last matches.</summary>
    public async Task<ImmutableArray<FormMatch>> StoredAsync(Puuid puuid, CancellationToken cancellationToken)
    {
        var matches = ImmutableArray.CreateBuilder<FormMatch>();
        foreach (var played in await queries.LastOfAsync(puuid, ScoutForm.Wanted, cancellationToken))
        {
            if (await queries.FindAsync(played.Match.Id, cancellationToken) is { } read && FormMatch.Of(await RenewAsync(read, cancellationToken)) is { } match)
            {
                matches.Add(match);
            }
        }

        return matches.DrainToImmutable();
    }

    /// <summary>A match, from the database or from Riot.</summary>
    public async Task<MatchAnswer> EnsureAsync(string matchId, Lane lane, CancellationToken cancellationToken) =>
        await fetcher.EnsureAsync(matchId, lane, cancellationToken) is var answer && answer is MatchAnswer.Stored { Match: var read }
            ? new MatchAnswer.Stored(await RenewAsync(read, cancellationToken))
            : answer;

    /// <summary>The games of two players as far as they are stored.</summary>
    public async Task<MetBefore> MetAsync(Puuid you, Puuid other, string? exceptMatchId, CancellationToken cancellationToken) =>
        Count([.. (await shared.FindAsync(you, other, cancellationToken)).Where(game => game.MatchId != exceptMatchId)]);

    /// <summary>A match that was fetched with a key of another product knows its people by other ids.</summary>
    private async Task<ReadMatch> RenewAsync(ReadMatch read, CancellationToken cancellationToken)
    {
        var renewed = await players.RenewedAsync([.. read.Participants.Select(one => one.Puuid).OfType<string>()], cancellationToken);
        foreach (var one in read.Participants)
        {
            one.Puuid = one.Puuid is { } old ? renewed.GetValueOrDefault(old, old) : null;
        }

        return read;
    }

    private static MetBefore Count(ImmutableArray<SharedMatch> games)
    {
        var (with, against) = (games.Where(game => game.IsTogether).ToList(), games.Where(game => !game.IsTogether).ToList());
        return new MetBefore(
            with.Count,
            with.Count(game => game.Won is true),
            against.Count,
            against.Count(game => game.Won is true),
            games.IsEmpty ? null : new Meeting(games[0].StartedAt, games[0].IsTogether, games[0].Won, games[0].MatchId));
    }
}
