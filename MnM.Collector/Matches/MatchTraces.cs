using System.Collections.Immutable;
using Microsoft.EntityFrameworkCore;
using MnM.Collector.Players;
using MnM.Collector.Players.Erasing;
using MnM.Collector.Storage;

namespace MnM.Collector.Matches;

/// <summary>Forgets a person in matches: the place in the match stays, name and id go, in the columns and in what Riot sent.</summary>
internal sealed class MatchTraces : IPersonTraces
{
    /// <summary>Adds the Riot IDs of all their matches; of whom only a Riot ID is known, the ids that had it and are no player's.</summary>
    public async Task<ErasedPerson?> RecogniseAsync(MnmDbContext db, ErasedPerson person, CancellationToken cancellationToken)
    {
        if (person is { PlayerId: 0, RiotIdKey: { } key })
        {
            person = person with { Ids = await FindIdsAsync(db, key, cancellationToken) };
        }

        // Names before Riot IDs had no tag, and others may have them now.
        var names = await Of(db, person).Where(one => one.GameName != "" && one.TagLine != "").Select(one => new { one.GameName, one.TagLine }).Distinct().ToListAsync(cancellationToken);
        return await Of(db, person).AnyAsync(cancellationToken) ? person with { Names = person.Names.Union(names.Select(name => PlayerQueries.KeyOf(name.GameName, name.TagLine))) } : null;
    }

    public async Task EraseAsync(MnmDbContext db, ErasedPerson person, CancellationToken cancellationToken)
    {
        // One by one until there are none: others may come meanwhile.
        while (await Of(db, person).Select(one => one.MatchId).FirstOrDefaultAsync(cancellationToken) is { } match)
        {
            await EraseFromMatchAsync(db, match, person, cancellationToken);
        }
    }

    private static async Task EraseFromMatchAsync(MnmDbContext db, string id, ErasedPerson person, CancellationToken cancellationToken)
    {
        var (matches, timelines) = (db.MatchPayloads.Where(row => row.Id == id), db.MatchTimelines.Where(row => row.MatchId == id));
        var match = await matches.Select(row => row.Payload).FirstOrDefaultAsync(cancellationToken) is { } payload ? person.Scrub(payload) : null;
        var stored = await timelines.Select(row => row.Payload).FirstOrDefaultAsync(cancellationToken);
        var timeline = stored is null ? null : person.Scrub(stored);

        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        if (stored is null && await timelines.Select(row => row.Payload).FirstOrDefaultAsync(cancellationToken) is { } late)
        {
            timeline = person.Scrub(late);
        }

        if (match is not null)
        {
            await matches.ExecuteUpdateAsync(row => row.SetProperty(one => one.Payload, match), cancellationToken);
        }

        if (timeline is not null)
        {
            await timelines.ExecuteUpdateAsync(row => row.SetProperty(one => one.Payload, timeline), cancellationToken);
        }

        await Of(db, person).Where(one => one.MatchId == id).ExecuteUpdateAsync(
            one => one.SetProperty(row => row.Puuid, ErasedPerson.Nobody).SetProperty(row => row.PlayerId, (long?)null).SetProperty(row => row.GameName, "").SetProperty(row => row.TagLine, ""),
            cancellationToken);
        await transaction.CommitAsync(cancellationToken);
    }

    private static IQueryable<MatchParticipant> Of(MnmDbContext db, ErasedPerson person)
    {
        var ids = person.Ids.ToList();
        return db.MatchParticipants.Where(one => one.PlayerId == person.PlayerId || ids.Contains(one.Puuid!));
    }

    private static async Task<ImmutableHashSet<string>> FindIdsAsync(MnmDbContext db, string key, CancellationToken cancellationToken)
    {
        // The tag leaves few of them; SQLite knows small letters of ASCII alone. Who is a player has another Riot ID today, and is known by that.
        var (tag, named, players) = (key[key.LastIndexOf('#')..], db.MatchParticipants.Where(one => one.Puuid != null && one.GameName != ""), db.PlayerPuuids);
        var tags = (await named.Select(one => one.TagLine).Distinct().ToListAsync(cancellationToken)).FindAll(one => PlayerQueries.KeyOf("", one) == tag);
        var found = await named
            .Where(one => tags.Contains(one.TagLine) && !players.Any(id => id.Puuid == one.Puuid))
            .Select(one => new { one.Puuid, one.GameName, one.TagLine }).Distinct().ToListAsync(cancellationToken);
        return [.. found.Where(one => PlayerQueries.KeyOf(one.GameName, one.TagLine) == key).Select(one => one.Puuid!)];
    }
}
