using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using MnM.Collector.Backplane;
using MnM.Collector.Players;
using MnM.Collector.Riot;
using MnM.Collector.Riot.Keys;
using MnM.Collector.Riot.RateLimits;
using MnM.Collector.Storage;

namespace MnM.Collector.Tracking;

/// <summary>Who is tracked: adds, pauses, goes on, removes.</summary>
public sealed class TrackingStore
{
    /// <summary>Every region but sea knows all accounts.</summary>
    private const string AnyRegion = "europe";

    private readonly IDbContextFactory<MnmDbContext> _contexts;
    private readonly AccountApi _accounts;
    private readonly PlayerStore _players;
    private readonly RiotKeys _keys;
    private readonly IOptions<RiotOptions> _riot;
    private readonly LaneReserves _reserves;
    private readonly TrackingMonitor _monitor;
    private readonly TimeProvider _time;

    internal TrackingStore(
        IDbContextFactory<MnmDbContext> contexts, AccountApi accounts, PlayerStore players, RiotKeys keys, IOptions<RiotOptions> riot, LaneReserves reserves,
        TrackingMonitor monitor, TimeProvider time) =>
        (_contexts, _accounts, _players, _keys, _riot, _reserves, _monitor, _time) = (contexts, accounts, players, keys, riot, reserves, monitor, time);

    /// <summary>Follows a player from now on. Riot tells who that is and where the player plays. Somebody who was removed or paused takes part again.</summary>
    /// <param name="riotId">Name#TAG.</param>
    /// <param name="platform">Where the player plays, for an account that plays in several places; by itself where null.</param>
    /// <param name="cancellationToken">Ends it.</param>
    /// <exception cref="System.Data.Common.DbException">The database does not answer.</exception>
    public async Task<AddedPlayer> AddAsync(string riotId, string? platform = null, CancellationToken cancellationToken = default)
    {
        if (!RiotIdText.TryParse(riotId, out var name, out var tag))
        {
            return new AddedPlayer.NoRiotId();
        }

        var region = _riot.Value.Region ?? AnyRegion;
        var product = _keys.Find(RiotProduct.League) is null && _keys.Find(RiotProduct.Tactics) is not null ? RiotProduct.Tactics : RiotProduct.League;
        switch (await _accounts.FindByRiotIdAsync(name, tag, region, Lane.Requested, cancellationToken, product))
        {
            case RiotAnswer<RiotAccount>.Fetched { Value: var account }:
                account = account with { GameName = account.GameName ?? name, TagLine = account.TagLine ?? tag };
                return await AddAsync(account, platform, region, product, cancellationToken);
            case RiotAnswer<RiotAccount>.NotFound:
                return new AddedPlayer.Nobody($"{name}#{tag}");
            case RiotAnswer<RiotAccount>.Unavailable unavailable:
                return new AddedPlayer.Unavailable(unavailable.Reason);
            default:
                return new AddedPlayer.Unavailable("Riot refuses to tell whose Riot ID that is.");
        }
    }

    /// <summary>Asks nothing about a player until it goes on. Answers false where nobody is tracked by that number.</summary>
    public Task<bool> PauseAsync(long playerId, CancellationToken cancellationToken) =>
        ChangeAsync(playerId, (player, now) => player.PausedAt ??= now, cancellationToken);

    /// <summary>Goes on; what was played meanwhile is found.</summary>
    public Task<bool> ResumeAsync(long playerId, CancellationToken cancellationToken) =>
        ChangeAsync(playerId, (player, _) => player.PausedAt = null, cancellationToken);

    /// <summary>Follows a player no longer. The games that are known stay.</summary>
    public Task<bool> RemoveAsync(long playerId, CancellationToken cancellationToken) =>
        ChangeAsync(playerId, (player, now) => player.RemovedAt = now, cancellationToken);

    private async Task<AddedPlayer> AddAsync(RiotAccount account, string? hint, string region, RiotProduct product, CancellationToken cancellationToken)
    {
        var riotId = $"{account.GameName}#{account.TagLine}";
        string? told = null;
        if (hint is null)
        {
            var answer = await FindPlatformAsync(account.Puuid, region, product, cancellationToken);
            if (answer is RiotAnswer<string>.Unavailable { Reason: var reason })
            {
                return new AddedPlayer.Unavailable(reason);
            }

            told = answer.Found;
        }

        // The name of a platform that was merged into another is still told for accounts from there.
        if ((hint ?? told) is not { } word || Routing.PlatformOf(Routing.MergedInto(word)) is not { } platform)
        {
            return new AddedPlayer.NoPlatform(riotId, hint ?? told);
        }

        var playerId = await _players.KeepAsync(account, product, cancellationToken);
        if (product == RiotProduct.League && !_keys.IsApart(RiotProduct.Tactics))
        {
            await _players.KeepAsync(account, RiotProduct.Tactics, cancellationToken);
        }

        return await AddAsync(playerId, riotId, platform, cancellationToken);
    }

    private async Task<RiotAnswer<string>> FindPlatformAsync(Puuid puuid, string region, RiotProduct product, CancellationToken cancellationToken)
    {
        var answer = await _accounts.FindPlatformAsync(puuid, region, Lane.Requested, cancellationToken, product);

        // Who has played Teamfight Tactics alone has no platform of the other game.
        return answer is RiotAnswer<string>.NotFound && product == RiotProduct.League && !_keys.IsApart(RiotProduct.Tactics) && _keys.Find(RiotProduct.Tactics) is not null
            ? await _accounts.FindPlatformAsync(puuid, region, Lane.Requested, cancellationToken, RiotProduct.Tactics)
            : answer;
    }

    private async Task<AddedPlayer> AddAsync(long playerId, string riotId, string platform, CancellationToken cancellationToken)
    {
        await using var db = await _contexts.CreateDbContextAsync(cancellationToken);
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        var now = _time.GetUtcNow();
        var player = await db.TrackedPlayers.FirstOrDefaultAsync(tracked => tracked.PlayerId == playerId, cancellationToken);
        if (player is { RemovedAt: null, PausedAt: null } && player.Platform == platform)
        {
            return new AddedPlayer.Known(playerId, riotId);
        }

        if (player is null)
        {
            db.Add(new TrackedPlayer { PlayerId = playerId, Platform = platform, AddedAt = now });
        }
        else
        {
            if (player.RemovedAt is not null)
            {
                // What was played while nobody followed is none of ours.
                player.AddedAt = now;
                await db.SweepCursors.Where(cursor => cursor.PlayerId == playerId).ExecuteDeleteAsync(cancellationToken);
            }

            (player.Platform, player.PausedAt, player.RemovedAt) = (platform, null, null);
        }

        await db.SaveChangesAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        _reserves.Tracking = true;
        _monitor.Changed();
        return new AddedPlayer.Added(playerId, riotId, platform);
    }

    private async Task<bool> ChangeAsync(long playerId, Action<TrackedPlayer, DateTimeOffset> change, CancellationToken cancellationToken)
    {
        await using var db = await _contexts.CreateDbContextAsync(cancellationToken);
        if (await db.TrackedPlayers.FirstOrDefaultAsync(tracked => tracked.PlayerId == playerId && tracked.RemovedAt == null, cancellationToken) is not { } player)
        {
            return false;
        }

        change(player, _time.GetUtcNow());
        await db.SaveChangesAsync(cancellationToken);
        _monitor.Changed();
        return true;
    }
}
