using Microsoft.EntityFrameworkCore;
using MnM.Collector.Players;
using MnM.Collector.Riot;
using MnM.Collector.Storage;

namespace MnM.Collector.History.Import;

/// <summary>Finds out whose matches are wanted, and where they are.</summary>
internal sealed class ImportSubjects(IDbContextFactory<MnmDbContext> contexts, PlayerFinder finder)
{
    /// <summary>The player, or why there is none.</summary>
    public async Task<(KnownPlayer? Player, StartedImport? Refusal)> FindPlayerAsync(ImportRequest request, CancellationToken cancellationToken) =>
        await finder.FindAsync(request.GameName, request.TagLine, cancellationToken) switch
        {
            FoundPlayer.Found { Player: var player } => (player, null),
            FoundPlayer.Nobody { Name: var name } => (null, new StartedImport.Nobody(name)),
            var answer => (null, new StartedImport.Unavailable(((FoundPlayer.Unavailable)answer).Reason)),
        };

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

        return await finder.FindPlatformAsync(player, cancellationToken) switch
        {
            FoundPlatform.Found { Region: var region } => (region, null),
            FoundPlatform.Nowhere { Told: var platform } => (null, new StartedImport.NoRegion(riotId, platform)),
            var answer => (null, new StartedImport.Unavailable(((FoundPlatform.Unavailable)answer).Reason)),
        };
    }

    private static string? RegionOf(string word) => Routing.Regions.FirstOrDefault(region => region.Equals(word, StringComparison.OrdinalIgnoreCase))
        ?? (Routing.PlatformOf(Routing.MergedInto(word)) is { } platform ? Routing.RegionOf(platform) : null);
}
