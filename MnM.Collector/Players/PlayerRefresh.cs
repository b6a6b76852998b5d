using System.Collections.Immutable;
using MnM.Collector.Backplane;
using MnM.Collector.Riot;

namespace MnM.Collector.Players;

/// <summary>Asks Riot anew for what is old of a player, for somebody who waits for it.</summary>
public sealed class PlayerRefresh
{
    /// <summary>What was told so short a time ago is not asked for again, whoever wants it.</summary>
    public static readonly TimeSpan Cooldown = TimeSpan.FromMinutes(2);

    /// <summary>Who waits for Riot's limits any longer is better shown what is old.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    private static readonly ImmutableArray<PlayerParts> Each = [PlayerParts.Profile, PlayerParts.Ranks, PlayerParts.Masteries];

    private readonly PlayerFetcher _fetcher;
    private readonly PlayerFinder _finder;
    private readonly PlayerQueries _players;
    private readonly TimeProvider _time;

    internal PlayerRefresh(PlayerFetcher fetcher, PlayerFinder finder, PlayerQueries players, TimeProvider time) =>
        (_fetcher, _finder, _players, _time) = (fetcher, finder, players, time);

    /// <summary>How long it takes until all of a player may be asked for anew; zero where it may be now.</summary>
    public TimeSpan CooldownOf(KnownPlayer player)
    {
        var now = _time.GetUtcNow();
        var oldest = Each.Select(part => ToldAt(player, part)).Min(at => at ?? DateTimeOffset.MinValue);

        // A clock that was set back must not keep anybody waiting for more than the usual time.
        return oldest > now || now - oldest >= Cooldown ? TimeSpan.Zero : oldest + Cooldown - now;
    }

    /// <summary>A player of whom Riot is not asked: what is no longer taken for true is old for <paramref name="reason"/>.</summary>
    public RefreshedPlayer AsStored(KnownPlayer player, string reason)
    {
        var now = _time.GetUtcNow();
        return new RefreshedPlayer(player, [.. Each.Where(part => !Freshness.IsFresh(ToldAt(player, part), LifetimeOf(part), now)).Select(part => new StalePart(part, ToldAt(player, part), reason))]);
    }

    /// <summary>Asks for what is no longer taken for true.</summary>
    /// <param name="player">Who.</param>
    /// <param name="parts">What is wanted.</param>
    /// <param name="isWanted">Whether a person asked for it: then what is fresh is asked for too, but for what was told a moment ago.</param>
    /// <param name="cancellationToken">Ends the question.</param>
    public async Task<RefreshedPlayer> RefreshAsync(KnownPlayer player, PlayerParts parts, bool isWanted, CancellationToken cancellationToken)
    {
        var now = _time.GetUtcNow();
        var due = Each.Where(part => parts.HasFlag(part) && !Freshness.IsFresh(ToldAt(player, part), isWanted ? Cooldown : LifetimeOf(part), now)).ToList();
        if (due.Count == 0)
        {
            return new RefreshedPlayer(player, []);
        }

        var reasons = await AskAsync(player, due, cancellationToken);
        player = await _players.FindAsync(player.Puuid, cancellationToken) ?? player;

        // What came before the patience ended is new.
        return new RefreshedPlayer(player,
        [
            .. due.Zip(reasons).Where(part => part.Second is not null && (ToldAt(player, part.First) is not { } at || at < now))
                .Select(part => new StalePart(part.First, ToldAt(player, part.First), part.Second!)),
        ]);
    }

    private static DateTimeOffset? ToldAt(KnownPlayer player, PlayerParts part) => part switch
    {
        PlayerParts.Profile => player.Profile?.At,
        PlayerParts.Ranks => player.Ranks?.At,
        _ => player.Masteries?.At,
    };

    private static TimeSpan LifetimeOf(PlayerParts part) => part switch
    {
        PlayerParts.Profile => Freshness.Profile,
        PlayerParts.Ranks => Freshness.Ranks,
        _ => Freshness.Masteries,
    };

    /// <summary>Why each of the parts could not be had; null of one that was.</summary>
    private async Task<IReadOnlyList<string?>> AskAsync(KnownPlayer player, List<PlayerParts> due, CancellationToken cancellationToken)
    {
        using var patience = new CancellationTokenSource(Patience, _time);
        using var ended = CancellationTokenSource.CreateLinkedTokenSource(patience.Token, cancellationToken);
        try
        {
            return await _finder.FindPlatformAsync(player, ended.Token) switch
            {
                FoundPlatform.Found { Platform: var platform } => await Task.WhenAll(due.Select(part => AskAsync(player, part, platform, ended.Token))),
                FoundPlatform.Unavailable { Reason: var reason } => All(reason),
                _ => All("Riot knows no League of Legends account of this player."),
            };
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return All("Riot's limits left no request for it in ten seconds.");
        }

        string?[] All(string reason) => [.. due.Select(_ => reason)];
    }

    private async Task<string?> AskAsync(KnownPlayer player, PlayerParts part, string platform, CancellationToken cancellationToken) => part switch
    {
        PlayerParts.Profile => Reason(await _fetcher.FetchProfileAsync(player, platform, Lane.Requested, cancellationToken), platform),
        PlayerParts.Ranks => Reason(await _fetcher.FetchRanksAsync(player, platform, Lane.Requested, cancellationToken), platform),
        _ => Reason(await _fetcher.FetchMasteriesAsync(player, platform, Lane.Requested, cancellationToken), platform),
    };

    private static string? Reason<T>(RiotAnswer<T> answer, string platform) => answer switch
    {
        RiotAnswer<T>.Fetched => null,
        RiotAnswer<T>.Unavailable { Reason: var reason } => reason,
        _ => $"Riot does not tell it of this player on {platform.ToUpperInvariant()}.",
    };
}

/// <summary>What Riot says of a player.</summary>
[Flags]
public enum PlayerParts
{
    None = 0,

    /// <summary>Icon and level.</summary>
    Profile = 1,
    Ranks = 2,
    Masteries = 4,
    All = Profile | Ranks | Masteries,
}

/// <summary>A player after Riot was asked.</summary>
/// <param name="Player">As the database knows them now.</param>
/// <param name="Stale">What could not be had anew.</param>
public sealed record RefreshedPlayer(KnownPlayer Player, ImmutableArray<StalePart> Stale);

/// <summary>Something of a player that is old, or not known at all.</summary>
/// <param name="Part">What.</param>
/// <param name="At">When Riot last told it; null where it never did.</param>
/// <param name="Reason">Why it is not new, in a sentence for people.</param>
public sealed record StalePart(PlayerParts Part, DateTimeOffset? At, string Reason);
