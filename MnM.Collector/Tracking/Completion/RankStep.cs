using System.Collections.Immutable;
using Microsoft.EntityFrameworkCore;
using MnM.Collector.Backplane;
using MnM.Collector.Players;
using MnM.Collector.Riot;
using MnM.Collector.Riot.Keys;
using MnM.Collector.Storage;

namespace MnM.Collector.Tracking.Completion;

/// <summary>Asks for the rank of whoever has finished a ranked game, and of everybody once a day, so that there is one to compare with.</summary>
internal sealed class RankStep(
    IDbContextFactory<MnmDbContext> contexts, LeagueApi leagues, TftApi tactics, SummonerApi summoners, PlayerStore players, KeyHealth keys, TimeProvider time)
{
    private const int MostAfterGames = 10;
    private const int MostOthers = 4;
    private static readonly TimeSpan Often = TimeSpan.FromDays(1);
    private readonly AskedTimes _asked = new(time);

    /// <returns>How many ranks were told.</returns>
    public async Task<int> TickAsync(CancellationToken untilEnd, CancellationToken cancellationToken)
    {
        List<TrackedRank> wanted;
        Roster roster;
        await using (var db = await contexts.CreateDbContextAsync(cancellationToken))
        {
            var (games, old) = (db.TrackedGames, time.GetUtcNow() - CompletionStore.RankMatters);
            roster = await Roster.ReadAsync(db, cancellationToken);
            wanted = await games.AsNoTracking().Where(game => game.WantsRank && game.CompletedAt > old)
                .Select(game => new TrackedRank(game.PlayerId, game.Product)).Distinct().ToListAsync(cancellationToken);
        }

        var after = wanted.Take(MostAfterGames).Select(rank => new Watch(rank.PlayerId, rank.Product)).ToList();
        var others =
            from player in roster.Players
            from product in Enum.GetValues<RiotProduct>()
            let watch = new Watch(player.Id, product)
            where !after.Contains(watch) && IsOld(watch)
            select watch;
        var told = 0;
        foreach (var watch in after.Concat(others.Take(MostOthers)).ToList())
        {
            told += await AskAsync(watch, roster.Find(watch.PlayerId), untilEnd, cancellationToken) ? 1 : 0;
        }

        return told;
    }

    private bool IsOld(Watch watch) => _asked.Waited(watch) is not { } waited || waited >= Often;

    private async Task<bool> AskAsync(Watch watch, Tracked? player, CancellationToken untilEnd, CancellationToken cancellationToken)
    {
        if (player?.IdFor(watch.Product) is not { } puuid || !keys.IsUsable(watch.Product))
        {
            return false;
        }

        try
        {
            var askedAt = time.GetUtcNow();
            var answer = watch.Product == RiotProduct.League
                ? await leagues.FindEntriesAsync(puuid, player.Platform, Lane.Tracking, untilEnd)
                : await tactics.FindEntriesAsync(puuid, player.Platform, Lane.Tracking, untilEnd);
            if (answer is RiotAnswer<ImmutableArray<LeagueEntry>>.Unavailable)
            {
                return false;
            }

            if (answer is RiotAnswer<ImmutableArray<LeagueEntry>>.Fetched { Value: var entries })
            {
                await players.KeepAsync(player.Id, entries, cancellationToken, watch.Product);
            }

            await ClearAsync(watch, askedAt, cancellationToken);
            await NoteProfileAsync(watch, player, puuid, untilEnd, cancellationToken);
            _asked.Note(watch);
            return true;
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            // The time is up; the row still says that the rank is wanted.
            return false;
        }
    }

    /// <summary>Icon and level once a day, beside the rank.</summary>
    private async Task NoteProfileAsync(Watch watch, Tracked player, Puuid puuid, CancellationToken untilEnd, CancellationToken cancellationToken)
    {
        if (watch.Product == RiotProduct.League && IsOld(watch)
            && (await summoners.FindAsync(puuid, player.Platform, Lane.Tracking, untilEnd)).Found is { } summoner)
        {
            await players.KeepAsync(player.Id, new PlayerProfile(summoner.ProfileIcon, summoner.Level), cancellationToken);
        }
    }

    private async Task ClearAsync(Watch watch, DateTimeOffset askedAt, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var (games, playerId, product) = (db.TrackedGames, watch.PlayerId, watch.Product);
        await games.Where(game => game.WantsRank && game.PlayerId == playerId && game.Product == product && game.CompletedAt <= askedAt)
            .ExecuteUpdateAsync(game => game.SetProperty(row => row.WantsRank, false), cancellationToken);
    }

    private sealed record TrackedRank(long PlayerId, RiotProduct Product);
}
