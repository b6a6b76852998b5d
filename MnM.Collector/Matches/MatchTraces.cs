using Microsoft.EntityFrameworkCore;
using MnM.Collector.Players.Erasing;
using MnM.Collector.Storage;

namespace MnM.Collector.Matches;

/// <summary>Forgets a person in matches: the place in the match stays, name and id go, in the columns and in what Riot sent.</summary>
internal sealed class MatchTraces : IPersonTraces
{
    public async Task EraseAsync(MnmDbContext db, ErasedPerson person, CancellationToken cancellationToken)
    {
        var ids = person.Ids.ToList();
        var theirs = db.MatchParticipants.Where(one => one.PlayerId == person.PlayerId || ids.Contains(one.Puuid!));
        foreach (var match in await theirs.Select(one => one.MatchId).Distinct().ToListAsync(cancellationToken))
        {
            if (await db.MatchPayloads.Where(row => row.Id == match).Select(row => row.Payload).FirstOrDefaultAsync(cancellationToken) is { } payload && Scrub(payload, person) is { } scrubbed)
            {
                await db.MatchPayloads.Where(row => row.Id == match).ExecuteUpdateAsync(row => row.SetProperty(one => one.Payload, scrubbed), cancellationToken);
            }

            if (await db.MatchTimelines.Where(row => row.MatchId == match).Select(row => row.Payload).FirstOrDefaultAsync(cancellationToken) is { } timeline && Scrub(timeline, person) is { } rest)
            {
                await db.MatchTimelines.Where(row => row.MatchId == match).ExecuteUpdateAsync(row => row.SetProperty(one => one.Payload, rest), cancellationToken);
            }
        }

        await theirs.ExecuteUpdateAsync(
            one => one.SetProperty(row => row.Puuid, ErasedPerson.Nobody).SetProperty(row => row.PlayerId, (long?)null).SetProperty(row => row.GameName, "").SetProperty(row => row.TagLine, ""),
            cancellationToken);

        // Matches of Teamfight Tactics have no columns for people: each is looked into.
        foreach (var match in await db.TftMatches.Select(row => row.Id).ToListAsync(cancellationToken))
        {
            var payload = await db.TftMatchPayloads.Where(row => row.Id == match).Select(row => row.Payload).FirstAsync(cancellationToken);
            if (Scrub(payload, person) is { } scrubbed)
            {
                await db.TftMatchPayloads.Where(row => row.Id == match).ExecuteUpdateAsync(row => row.SetProperty(one => one.Payload, scrubbed), cancellationToken);
            }
        }
    }

    private static byte[]? Scrub(byte[] payload, ErasedPerson person) =>
        Packing.TryUnpack(payload) is { } json && person.IsNamedIn(json) && person.Scrub(json) is { } scrubbed ? Packing.Pack(scrubbed) : null;
}
