using System.Text;
using Microsoft.EntityFrameworkCore;
using MnM.Collector.Players.Erasing;
using MnM.Collector.Storage;

namespace MnM.Collector.Live;

/// <summary>Forgets a person in watched games: figures, events and curves stay without the name. Recordings hold it in every poll, so those of games with the person go.</summary>
internal sealed class GameTraces : IPersonTraces
{
    public async Task EraseAsync(MnmDbContext db, ErasedPerson person, CancellationToken cancellationToken)
    {
        var named = await db.PlayersInGames.Where(one => one.GameName != "").Select(one => new { one.GameId, one.Slot, one.GameName, one.TagLine }).ToListAsync(cancellationToken);
        foreach (var seat in named.Where(one => person.Is(one.GameName, one.TagLine)))
        {
            await db.PlayersInGames.Where(one => one.GameId == seat.GameId && one.Slot == seat.Slot).ExecuteUpdateAsync(
                one => one.SetProperty(row => row.GameName, "").SetProperty(row => row.TagLine, "").SetProperty(row => row.DisplayName, ""), cancellationToken);
            await db.GameSnapshots.Where(poll => poll.GameId == seat.GameId).ExecuteDeleteAsync(cancellationToken);
            await db.SnapshotSegments.Where(polls => polls.GameId == seat.GameId).ExecuteDeleteAsync(cancellationToken);
            await EraseFromEventsAsync(db, seat.GameId, seat.GameName, person, cancellationToken);
        }

        foreach (var block in await db.EndOfGameBlocks.AsNoTracking().ToListAsync(cancellationToken))
        {
            if (Packing.TryUnpack(block.Payload) is { } json && person.Scrub(json) is { } scrubbed)
            {
                var packed = Packing.Pack(scrubbed);
                await db.EndOfGameBlocks.Where(row => row.ClientGameId == block.ClientGameId).ExecuteUpdateAsync(row => row.SetProperty(one => one.Payload, packed), cancellationToken);
            }
        }
    }

    private static async Task EraseFromEventsAsync(MnmDbContext db, long game, string name, ErasedPerson person, CancellationToken cancellationToken)
    {
        // Events name people without their tags.
        var inGame = person with { Aliases = [name] };
        foreach (var told in await db.GameEvents.AsNoTracking().Where(one => one.GameId == game).ToListAsync(cancellationToken))
        {
            if (inGame.Scrub(Encoding.UTF8.GetBytes(told.Payload)) is { } scrubbed)
            {
                var payload = Encoding.UTF8.GetString(scrubbed);
                await db.GameEvents.Where(one => one.GameId == game && one.Ordinal == told.Ordinal).ExecuteUpdateAsync(one => one.SetProperty(row => row.Payload, payload), cancellationToken);
            }
        }
    }
}
