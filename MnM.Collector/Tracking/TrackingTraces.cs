using System.Globalization;
using Microsoft.EntityFrameworkCore;
using MnM.Collector.Backplane.Outbox;
using MnM.Collector.Players.Erasing;
using MnM.Collector.Storage;

namespace MnM.Collector.Tracking;

/// <summary>Forgets a friend: no longer followed, with all games of theirs and what was told of them.</summary>
internal sealed class TrackingTraces(TrackingMonitor monitor) : IPersonTraces
{
    private const int GamesAtOnce = 200;

    public async Task EraseAsync(MnmDbContext db, ErasedPerson person, CancellationToken cancellationToken)
    {
        var id = person.PlayerId;
        while (await db.TrackedGames.Where(game => game.PlayerId == id).OrderBy(game => game.Id).Take(GamesAtOnce).ExecuteDeleteAsync(cancellationToken) > 0)
        {
        }

        await db.SweepCursors.Where(cursor => cursor.PlayerId == id).ExecuteDeleteAsync(cancellationToken);
        await db.TrackedPlayers.Where(player => player.PlayerId == id).ExecuteDeleteAsync(cancellationToken);
        var subjects = string.Create(CultureInfo.InvariantCulture, $"{id}/%");
        await db.Set<OutboxEvent>().Where(told => EF.Functions.Like(told.Subject, subjects)).ExecuteDeleteAsync(cancellationToken);

        // What the spectator told of a friend's game names everybody in it.
        var all = db.TrackedGames;
        foreach (var game in await all.Where(game => game.RawAnswer != null).Select(game => game.Id).ToListAsync(cancellationToken))
        {
            if (await all.Where(row => row.Id == game).Select(row => row.RawAnswer).FirstOrDefaultAsync(cancellationToken) is { } answer && person.Scrub(answer) is { } scrubbed)
            {
                await all.Where(row => row.Id == game).ExecuteUpdateAsync(row => row.SetProperty(one => one.RawAnswer, scrubbed), cancellationToken);
            }
        }
    }

    public void Erased() => monitor.Changed();
}
