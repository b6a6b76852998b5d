using System.Collections.Immutable;
using Microsoft.EntityFrameworkCore;
using MnM.Collector.Riot;
using MnM.Collector.Storage;

namespace MnM.Collector.Players;

/// <summary>Writes players. One change at a time: two that meet the same new player would each make one.</summary>
internal sealed class PlayerStore(IDbContextFactory<MnmDbContext> contexts, TimeProvider time) : IDisposable
{
    private readonly SemaphoreSlim _gate = new(1);

    /// <summary>Keeps what Riot says of an account; the player is made where the id is new.</summary>
    /// <returns>MnM's own id of the player.</returns>
    public Task<long> KeepAsync(RiotAccount account, RiotProduct product, CancellationToken cancellationToken) => ChangeAsync(
        async db => await KeepAsync(db, account, product, await PlayerIds.CurrentAsync(db, product, cancellationToken), cancellationToken), cancellationToken);

    /// <summary>The same with the first account that a key of another product has told: all ids that are known are of the product before.</summary>
    public Task<long> BeginGenerationAsync(RiotAccount account, RiotProduct product, CancellationToken cancellationToken) => ChangeAsync(
        async db => await KeepAsync(db, account, product, await PlayerIds.CurrentAsync(db, product, cancellationToken) + 1, cancellationToken), cancellationToken);

    /// <summary>Keeps where a player plays League of Legends.</summary>
    public Task KeepPlatformAsync(long playerId, string platform, CancellationToken cancellationToken) => ChangeAsync(
        playerId,
        (_, player, now) =>
        {
            (player.Platform, player.PlatformSeenAt) = (platform, now);
            return Task.CompletedTask;
        },
        cancellationToken);

    /// <summary>Keeps icon and level.</summary>
    public Task KeepAsync(long playerId, PlayerProfile profile, CancellationToken cancellationToken) => ChangeAsync(
        playerId,
        (_, player, now) =>
        {
            (player.ProfileIcon, player.Level, player.ProfileFetchedAt) = (profile.ProfileIcon, profile.Level, now);
            return Task.CompletedTask;
        },
        cancellationToken);

    /// <summary>Keeps all ranks of a product that Riot tells, a row for each that changed.</summary>
    public Task KeepAsync(long playerId, ImmutableArray<LeagueEntry> entries, CancellationToken cancellationToken, RiotProduct product = RiotProduct.League) => ChangeAsync(
        playerId,
        async (db, player, now) =>
        {
            player.RanksFetchedAt = product == RiotProduct.League ? now : player.RanksFetchedAt;
            var latest = await db.RankHistory
                .Where(rank => rank.PlayerId == playerId && rank.Queue.StartsWith(PlayerQueries.Tactics) == (product == RiotProduct.Tactics))
                .GroupBy(rank => rank.Queue)
                .Select(queue => queue.OrderByDescending(rank => rank.At).First()).ToListAsync(cancellationToken);
            var told = entries.Where(entry => entry is { Queue: not null, Tier: not null }).DistinctBy(entry => entry.Queue)
                .Select(entry => Row(playerId, entry, now)).ToList();
            var gone = latest.Where(old => old.Tier.Length > 0 && told.TrueForAll(rank => rank.Queue != old.Queue))
                .Select(old => new StoredRank { PlayerId = playerId, Queue = old.Queue, At = now, Tier = "", Division = "" });
            foreach (var rank in told.Concat(gone))
            {
                var before = latest.Find(old => old.Queue == rank.Queue);
                if (before?.ToView() != rank.ToView())
                {
                    // A clock that was set back must not hide what came later.
                    rank.At = before is not null && before.At >= now ? before.At.AddMilliseconds(1) : now;
                    db.Add(rank);
                }
            }
        },
        cancellationToken);

    /// <summary>Keeps the mastery of all champions.</summary>
    public Task KeepAsync(long playerId, MasteryList masteries, CancellationToken cancellationToken) => ChangeAsync(
        playerId,
        async (db, _, now) =>
        {
            var packed = StoredMasteries.Pack(masteries.Entries);
            if (await db.PlayerMasteries.FirstOrDefaultAsync(row => row.PlayerId == playerId, cancellationToken) is { } row)
            {
                (row.Entries, row.FetchedAt) = (packed, now);
            }
            else
            {
                db.Add(new StoredMasteries { PlayerId = playerId, FetchedAt = now, Entries = packed });
            }
        },
        cancellationToken);

    /// <inheritdoc />
    public void Dispose() => _gate.Dispose();

    private async Task<long> KeepAsync(MnmDbContext db, RiotAccount account, RiotProduct product, int generation, CancellationToken cancellationToken)
    {
        var (now, players, value) = (time.GetUtcNow(), db.Players, account.Puuid.Value);
        var id = await db.PlayerPuuids.FirstOrDefaultAsync(known => known.Product == product && known.Puuid == value, cancellationToken);
        var key = account is { GameName: { } name, TagLine: { } tag } ? PlayerQueries.KeyOf(name, tag) : null;
        var holder = key is null ? null : await players.FirstOrDefaultAsync(known => known.RiotIdKey == key, cancellationToken);

        // Another product's id of somebody who is known by the Riot ID is that person's too.
        var player = id is not null ? await players.FirstAsync(known => known.Id == id.PlayerId, cancellationToken)
            : holder is not null && !await db.PlayerPuuids.AnyAsync(
                other => other.PlayerId == holder.Id && other.Product == product && other.Generation == generation, cancellationToken) ? holder
            : db.Add(new Player { SeenAt = now }).Entity;
        if (holder is not null && holder != player)
        {
            // Riot gave the name to another.
            (holder.GameName, holder.TagLine, holder.RiotIdKey, holder.RiotIdSeenAt) = (null, null, null, null);
            await db.SaveChangesAsync(cancellationToken);
        }

        player.SeenAt = now;
        if (key is not null)
        {
            (player.GameName, player.TagLine, player.RiotIdKey, player.RiotIdSeenAt) = (account.GameName, account.TagLine, key, now);
        }

        await db.SaveChangesAsync(cancellationToken);
        id ??= db.Add(new PlayerPuuid { Product = product, Puuid = value, PlayerId = player.Id }).Entity;
        id.Generation = generation;
        return player.Id;
    }

    private static StoredRank Row(long playerId, LeagueEntry entry, DateTimeOffset now) => new()
    {
        PlayerId = playerId,
        Queue = entry.Queue!,
        At = now,
        Tier = entry.Tier!,
        Division = Enum.TryParse<ApexTier>(entry.Tier, ignoreCase: true, out _) ? "" : entry.Division ?? "",
        LeaguePoints = entry.LeaguePoints,
        Wins = entry.Wins,
        Losses = entry.Losses,
        HotStreak = entry.Marks.HasFlag(LeagueMarks.HotStreak),
        FreshBlood = entry.Marks.HasFlag(LeagueMarks.FreshBlood),
        Inactive = entry.Marks.HasFlag(LeagueMarks.Inactive),
    };

    private Task<long> ChangeAsync(long playerId, Func<MnmDbContext, Player, DateTimeOffset, Task> change, CancellationToken cancellationToken) => ChangeAsync(
        async db =>
        {
            var now = time.GetUtcNow();
            var player = await db.Players.FirstAsync(known => known.Id == playerId, cancellationToken);
            player.SeenAt = now;
            await change(db, player, now);
            return playerId;
        },
        cancellationToken);

    /// <summary>Carries out one change after the other, each as a transaction.</summary>
    internal async Task<T> ChangeAsync<T>(Func<MnmDbContext, Task<T>> change, CancellationToken cancellationToken)
    {
        await _gate.WaitAsync(cancellationToken);
        try
        {
            await using var db = await contexts.CreateDbContextAsync(cancellationToken);
            await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
            var result = await change(db);
            await db.SaveChangesAsync(cancellationToken);
            await transaction.CommitAsync(cancellationToken);
            return result;
        }
        finally
        {
            _gate.Release();
        }
    }
}
