using System.Collections.Concurrent;
using MnM.Collector.Backplane;
using MnM.Collector.Riot;

namespace MnM.Collector.Players;

/// <summary>Riot's ranked payload of a player.</summary>
public abstract record RankedPayload
{
    private RankedPayload()
    {
    }

    /// <summary>The UTF-8 JSON as Riot sent it.</summary>
    /// <param name="Json">An array of entries; empty of a player who is unranked.</param>
    /// <param name="Stale">Why it is an old one; null where it is fresh.</param>
    public sealed record Fetched(byte[] Json, string? Stale) : RankedPayload;

    /// <summary>Riot has none.</summary>
    public sealed record Absent(string Reason) : RankedPayload;

    /// <summary>Riot does not answer, or MnM has no key that Riot takes.</summary>
    public sealed record Unavailable(string Reason) : RankedPayload;
}

/// <summary>Ranked payloads as Riot sent them. Those of the last players are kept: a page that is loaded again asks Riot nothing.</summary>
public sealed class RankedPayloads
{
    private const int MostKept = 100;

    private readonly PlayerFinder _finder;
    private readonly PlayerFetcher _fetcher;
    private readonly TimeProvider _time;
    private readonly ConcurrentDictionary<long, Dated<byte[]>> _kept = [];

    internal RankedPayloads(PlayerFinder finder, PlayerFetcher fetcher, TimeProvider time) => (_finder, _fetcher, _time) = (finder, fetcher, time);

    /// <summary>A player's payload as it was told last; null where it is not kept. Riot is not asked.</summary>
    public RankedPayload? Find(KnownPlayer player) => _kept.GetValueOrDefault(player.Id) is { } kept ? new RankedPayload.Fetched(kept.Value, null) : null;

    /// <summary>A player's payload; Riot is asked if the last answer is older than the shortest game.</summary>
    public async Task<RankedPayload> FetchAsync(KnownPlayer player, CancellationToken cancellationToken)
    {
        var kept = _kept.GetValueOrDefault(player.Id);
        if (kept is not null && Freshness.IsFresh(kept.At, Freshness.Ranks, _time.GetUtcNow()))
        {
            return new RankedPayload.Fetched(kept.Value, null);
        }

        var answer = await Patience.WaitAsync<RankedPayload>(token => AskAsync(player, token), () => new RankedPayload.Unavailable(Patience.TooSlow), _time, cancellationToken);
        return answer is RankedPayload.Unavailable { Reason: var reason } && kept is not null ? new RankedPayload.Fetched(kept.Value, reason) : answer;
    }

    private async Task<RankedPayload> AskAsync(KnownPlayer player, CancellationToken cancellationToken) =>
        await _finder.FindPlatformAsync(player, cancellationToken) switch
        {
            FoundPlatform.Found { Platform: var platform } => await _fetcher.FetchRankedJsonAsync(player, platform, Lane.Requested, cancellationToken) switch
            {
                RiotAnswer<byte[]>.Fetched { Value: var json } => Keep(player, json),
                RiotAnswer<byte[]>.Unavailable { Reason: var reason } => new RankedPayload.Unavailable(reason),
                _ => new RankedPayload.Absent($"Riot knows no ranks of this player on {platform}."),
            },
            FoundPlatform.Nowhere nowhere => new RankedPayload.Absent(nowhere.Sentence),
            var refused => new RankedPayload.Unavailable(((FoundPlatform.Unavailable)refused).Reason),
        };

    private RankedPayload.Fetched Keep(KnownPlayer player, byte[] json)
    {
        if (_kept.Count >= MostKept && _kept.MinBy(one => one.Value.At) is { Value: not null } oldest)
        {
            _kept.TryRemove(oldest);
        }

        _kept[player.Id] = new Dated<byte[]>(json, _time.GetUtcNow());
        return new RankedPayload.Fetched(json, null);
    }
}
