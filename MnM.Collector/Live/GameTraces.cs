using System.Text;
using Microsoft.EntityFrameworkCore;
using MnM.Collector.Players.Erasing;
using MnM.Collector.Storage;

namespace MnM.Collector.Live;

/// <summary>Forgets a person in watched games: figures, events and curves stay without the name. Recordings hold it in every poll, so those of games with the person go.</summary>
internal sealed class GameTraces(Feed<LiveState> states) : IPersonTraces
{
    public async Task<ErasedPerson?> RecogniseAsync(MnmDbContext db, ErasedPerson person, CancellationToken cancellationToken) =>
        (await FindSeatsAsync(db, person, cancellationToken)).Count > 0 ? person : null;

    /// <summary>Each poll of a game names all who are in it, until the game's program has ended.</summary>
    public string? FindHindrance(ErasedPerson person) => states.Current.Game?.Players.Any(one => person.Is(one.GameName, one.TagLine)) == true
        ? "They are in the game that runs or has just ended. Erase them once it is off the live page, some minutes after its end."
        : null;

    public async Task EraseAsync(MnmDbContext db, ErasedPerson person, CancellationToken cancellationToken)
    {
        foreach (var seat in await FindSeatsAsync(db, person, cancellationToken))
        {
            await EraseFromGameAsync(db, seat, person, cancellationToken);
        }

        var blocks = db.EndOfGameBlocks;
        foreach (var game in await blocks.Select(block => block.ClientGameId).ToListAsync(cancellationToken))
        {
            if (person.Scrub(await blocks.Where(block => block.ClientGameId == game).Select(block => block.Payload).FirstAsync(cancellationToken)) is { } scrubbed)
            {
                await blocks.Where(block => block.ClientGameId == game).ExecuteUpdateAsync(row => row.SetProperty(one => one.Payload, scrubbed), cancellationToken);
            }
        }
    }

    private static async Task EraseFromGameAsync(MnmDbContext db, Seat seat, ErasedPerson person, CancellationToken cancellationToken)
    {
        // Events name people without their tags, those of older games as they were shown.
        var inGame = person with { Aliases = [seat.GameName.Trim(), seat.DisplayName.Trim()] };
        var events = db.GameEvents.Where(told => told.GameId == seat.GameId);
        var scrubbed = (await events.AsNoTracking().ToListAsync(cancellationToken))
            .Select(told => (told.Ordinal, Payload: AnswerScrubber.Scrub(Encoding.UTF8.GetBytes(told.Payload), inGame)))
            .Where(told => told.Payload is not null).ToList();

        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        foreach (var (ordinal, bytes) in scrubbed)
        {
            var payload = Encoding.UTF8.GetString(bytes!);
            await events.Where(told => told.Ordinal == ordinal).ExecuteUpdateAsync(told => told.SetProperty(row => row.Payload, payload), cancellationToken);
        }

        await db.GameSnapshots.Where(poll => poll.GameId == seat.GameId).ExecuteDeleteAsync(cancellationToken);
        await db.SnapshotSegments.Where(polls => polls.GameId == seat.GameId).ExecuteDeleteAsync(cancellationToken);
        await db.PlayersInGames.Where(one => one.GameId == seat.GameId && one.Slot == seat.Slot).ExecuteUpdateAsync(
            one => one.SetProperty(row => row.GameName, "").SetProperty(row => row.TagLine, "").SetProperty(row => row.DisplayName, ""), cancellationToken);
        await transaction.CommitAsync(cancellationToken);
    }

    private static async Task<List<Seat>> FindSeatsAsync(MnmDbContext db, ErasedPerson person, CancellationToken cancellationToken)
    {
        var named = await db.PlayersInGames.Where(one => one.GameName != "").Select(one => new Seat(one.GameId, one.Slot, one.GameName, one.TagLine, one.DisplayName)).ToListAsync(cancellationToken);
        return named.FindAll(seat => person.Is(seat.GameName, seat.TagLine));
    }

    private sealed record Seat(long GameId, int Slot, string GameName, string TagLine, string DisplayName);
}
