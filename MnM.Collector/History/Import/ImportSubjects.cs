using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using MnM.Collector.Backplane;
using MnM.Collector.Players;
using MnM.Collector.Riot;
using MnM.Collector.Storage;

namespace MnM.Collector.History.Import;

/// <summary>Finds out whose matches are wanted, and where they are.</summary>
internal sealed class ImportSubjects(
    IDbContextFactory<MnmDbContext> contexts, PlayerFetcher fetcher, PlayerQueries players, AccountApi accounts, IOptions<RiotOptions> riot, TimeProvider time)
{
    /// <summary>Every region but sea knows all accounts.</summary>
    private const string AnyRegion = "europe";

    /// <summary>Somebody looks at the page meanwhile, and these are two questions at most; the matches wait for their turn.</summary>
    private const Lane Asking = Lane.Live;

    private string Nearest => riot.Value.Region ?? AnyRegion;

    /// <summary>The player, or why there is none.</summary>
    public async Task<(KnownPlayer? Player, StartedImport? Refusal)> FindPlayerAsync(ImportRequest request, CancellationToken cancellationToken)
    {
        var (name, tag) = (request.GameName.Trim(), request.TagLine.Trim());
        var known = await players.FindAsync(name, tag, cancellationToken);
        if (known is not null && Freshness.IsFresh(known.RiotIdSeenAt, Freshness.RiotId, time.GetUtcNow()))
        {
            return (known, null);
        }

        return await fetcher.FindAsync(name, tag, Nearest, Asking, cancellationToken) switch
        {
            RiotAnswer<KnownPlayer>.Fetched { Value: var player } => (player, null),
            RiotAnswer<KnownPlayer>.NotFound => (null, new StartedImport.Nobody($"{name}#{tag}")),
            RiotAnswer<KnownPlayer>.Unavailable { Reason: var reason } => known is null ? (null, new StartedImport.Unavailable(reason)) : (known, null),
            _ => (null, new StartedImport.Unavailable("Riot refuses to tell whose Riot ID that is.")),
        };
    }

    /// <summary>The region of a player's matches, or why it is not known. That of the last import that found matches is taken for true.</summary>
    public async Task<(string? Region, StartedImport? Refusal)> FindRegionAsync(KnownPlayer player, ImportRequest request, CancellationToken cancellationToken)
    {
        var riotId = $"{request.GameName.Trim()}#{request.TagLine.Trim()}";
        if (request.Region?.Trim() is { Length: > 0 } told)
        {
            return RegionOf(told) is { } named ? (named, null) : (null, new StartedImport.NoRegion(riotId, told));
        }

        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var (jobs, items) = (db.ImportJobs, db.ImportItems);
        if (await jobs.Where(job => job.PlayerId == player.Id && items.Any(item => item.JobId == job.Id)).OrderByDescending(job => job.CreatedAt).Select(job => job.Region).FirstOrDefaultAsync(cancellationToken) is { } last)
        {
            return (last, null);
        }

        return await accounts.FindPlatformAsync(player.Puuid, Nearest, Asking, cancellationToken) switch
        {
            RiotAnswer<string>.Fetched { Value: var platform } => RegionOf(platform) is { } region ? (region, null) : (null, new StartedImport.NoRegion(riotId, platform)),
            RiotAnswer<string>.Unavailable { Reason: var reason } => (null, new StartedImport.Unavailable(reason)),
            _ => (null, new StartedImport.NoRegion(riotId, null)),
        };
    }

    private static string? RegionOf(string word) => Routing.Regions.FirstOrDefault(region => region.Equals(word, StringComparison.OrdinalIgnoreCase))
        ?? (Routing.PlatformOf(Routing.MergedInto(word)) is { } platform ? Routing.RegionOf(platform) : null);
}
