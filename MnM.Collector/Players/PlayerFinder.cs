using Microsoft.Extensions.Options;
using MnM.Collector.Backplane;
using MnM.Collector.Riot;

namespace MnM.Collector.Players;

/// <summary>Finds players for somebody who waits: in the database, else at Riot.</summary>
public sealed class PlayerFinder
{
    /// <summary>Every region but sea knows all accounts.</summary>
    private const string AnyRegion = "europe";

    /// <summary>Somebody looks at a page meanwhile, and these are two questions at most.</summary>
    private const Lane Asking = Lane.Live;

    private readonly PlayerFetcher _fetcher;
    private readonly PlayerStore _store;
    private readonly PlayerQueries _players;
    private readonly AccountApi _accounts;
    private readonly RiotOptions _riot;
    private readonly TimeProvider _time;

    internal PlayerFinder(PlayerFetcher fetcher, PlayerStore store, PlayerQueries players, AccountApi accounts, IOptions<RiotOptions> riot, TimeProvider time) =>
        (_fetcher, _store, _players, _accounts, _riot, _time) = (fetcher, store, players, accounts, riot.Value, time);

    private string Nearest => _riot.Region ?? AnyRegion;

    /// <summary>The player of a Riot ID. Riot is asked only where it is not known, or was last seen long ago, and no longer than <see cref="Patience"/>.</summary>
    public async Task<FoundPlayer> FindAsync(string gameName, string tagLine, CancellationToken cancellationToken)
    {
        var (name, tag) = (gameName.Trim(), tagLine.Trim());
        var known = await _players.FindAsync(name, tag, cancellationToken);
        if (known is not null && Freshness.IsFresh(known.RiotIdSeenAt, Freshness.RiotId, _time.GetUtcNow()))
        {
            return new FoundPlayer.Found(known);
        }

        return await AskAsync(token => _fetcher.FindAsync(name, tag, Nearest, Asking, token), cancellationToken) switch
        {
            RiotAnswer<KnownPlayer>.Fetched { Value: var player } => new FoundPlayer.Found(player),
            RiotAnswer<KnownPlayer>.NotFound => new FoundPlayer.Nobody($"{name}#{tag}"),
            RiotAnswer<KnownPlayer>.Unavailable { Reason: var reason } => known is null ? new FoundPlayer.Unavailable(reason) : new FoundPlayer.Found(known),
            _ => new FoundPlayer.Unavailable("Riot refuses to tell whose Riot ID that is."),
        };
    }

    /// <summary>The player whom an address names. Of a PUUID Riot is not asked: it is nobody where the database does not know it.</summary>
    public async Task<FoundPlayer> FindAsync(PlayerPath path, CancellationToken cancellationToken) => path.Puuid is not { } puuid
        ? await FindAsync(path.GameName, path.TagLine, cancellationToken)
        : await _players.FindAsync(puuid, cancellationToken) is { } known ? new FoundPlayer.Found(known) : new FoundPlayer.Nobody(puuid.Value);

    /// <summary>Where a player plays League of Legends. Riot is asked only where it is not known, or was told long ago.</summary>
    public async Task<FoundPlatform> FindPlatformAsync(KnownPlayer player, CancellationToken cancellationToken)
    {
        if (player.Platform is { } known && Freshness.IsFresh(known.At, Freshness.Platform, _time.GetUtcNow()) && Found(known.Value) is { } fresh)
        {
            return fresh;
        }

        switch (await AskAsync(token => _accounts.FindPlatformAsync(player.Puuid, Nearest, Asking, token), cancellationToken))
        {
            case RiotAnswer<string>.Fetched { Value: var word }:
                // The name of a platform that was merged into another is still told for accounts from there.
                if (Routing.PlatformOf(Routing.MergedInto(word)) is not { } platform)
                {
                    return new FoundPlatform.Nowhere(word);
                }

                await _store.KeepPlatformAsync(player.Id, platform, cancellationToken);
                return Found(platform)!;
            case RiotAnswer<string>.Unavailable { Reason: var reason }:
                return Found(player.Platform?.Value) is { } old ? old : new FoundPlatform.Unavailable(reason);
            default:
                return new FoundPlatform.Nowhere(null);
        }
    }

    private Task<RiotAnswer<T>> AskAsync<T>(Func<CancellationToken, Task<RiotAnswer<T>>> ask, CancellationToken cancellationToken) =>
        Patience.WaitAsync<RiotAnswer<T>>(ask, () => new RiotAnswer<T>.Unavailable(Patience.TooSlow), _time, cancellationToken);

    private static FoundPlatform.Found? Found(string? platform) =>
        platform is not null && Routing.RegionOf(platform) is { } region ? new FoundPlatform.Found(platform, region) : null;
}

/// <summary>What came of looking for a player.</summary>
public abstract record FoundPlayer
{
    private FoundPlayer()
    {
    }

    /// <summary>It is this one.</summary>
    public sealed record Found(KnownPlayer Player) : FoundPlayer;

    /// <summary>Nobody has that Riot ID or PUUID.</summary>
    public sealed record Nobody(string Name) : FoundPlayer
    {
        /// <summary>For people.</summary>
        public string Sentence => $"Nobody is called {Name}. Names can be changed: look at the profile in the League client.";
    }

    /// <summary>Riot does not answer, or MnM has no key that Riot takes.</summary>
    /// <param name="Reason">A sentence for people.</param>
    public sealed record Unavailable(string Reason) : FoundPlayer;
}

/// <summary>What came of asking where a player plays.</summary>
public abstract record FoundPlatform
{
    private FoundPlatform()
    {
    }

    /// <summary>There.</summary>
    /// <param name="Platform">In lower case, for example euw1.</param>
    /// <param name="Region">The region that holds its matches.</param>
    public sealed record Found(string Platform, string Region) : FoundPlatform;

    /// <summary>The player has not played League of Legends, or where MnM knows no platform.</summary>
    /// <param name="Told">Riot's name of the platform; null where it says none.</param>
    public sealed record Nowhere(string? Told) : FoundPlatform
    {
        /// <summary>For people.</summary>
        public string Sentence => Told is null
            ? "Riot does not say where this player plays League of Legends."
            : $"Riot says that this player plays on {Told}, which MnM does not know.";
    }

    /// <summary>Riot does not answer, or MnM has no key that Riot takes.</summary>
    /// <param name="Reason">A sentence for people.</param>
    public sealed record Unavailable(string Reason) : FoundPlatform;
}
