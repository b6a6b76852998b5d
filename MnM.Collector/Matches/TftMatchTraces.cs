using System.Runtime.CompilerServices;
using Microsoft.EntityFrameworkCore;
using MnM.Collector.Players;
using MnM.Collector.Players.Erasing;
using MnM.Collector.Riot;
using MnM.Collector.Storage;

namespace MnM.Collector.Matches;

/// <summary>Forgets a person in matches of Teamfight Tactics. They have no columns for people: each is looked into, those that come meanwhile too.</summary>
internal sealed class TftMatchTraces : IPersonTraces
{
    private const int MatchesAtOnce = 50;

    /// <summary>Adds the ids that had their Riot ID in such matches and are no other player's. Whom Riot has told us by an id for Teamfight Tactics is found by that.</summary>
    public async Task<ErasedPerson?> RecogniseAsync(MnmDbContext db, ErasedPerson person, CancellationToken cancellationToken)
    {
        var (known, player) = (db.PlayerPuuids, person.PlayerId);
        if (await known.AnyAsync(id => id.PlayerId == player && id.Product == RiotProduct.Tactics, cancellationToken))
        {
            return null;
        }

        HashSet<string> found = [];
        await foreach (var answer in ReadAsync(db, cancellationToken))
        {
            var people = Packing.TryUnpack(answer.Payload) is { } json && TftMatchReader.Read(answer.Id, json, default) is { } match ? match.Participants : [];
            found.UnionWith(people.Where(one => one.Puuid is { } id && (person.IsId(id) || PlayerQueries.KeyOf(one.GameName, one.TagLine) == person.RiotIdKey)).Select(one => one.Puuid!));
        }

        // Who is another player has another Riot ID today, and is known by that.
        var ids = found.ToList();
        found.ExceptWith(await known.Where(id => id.PlayerId != player && ids.Contains(id.Puuid)).Select(id => id.Puuid).ToListAsync(cancellationToken));
        return found.Count == 0 ? null : person with { Ids = person.Ids.Union(found) };
    }

    public async Task EraseAsync(MnmDbContext db, ErasedPerson person, CancellationToken cancellationToken)
    {
        await foreach (var answer in ReadAsync(db, cancellationToken))
        {
            if (person.Scrub(answer.Payload) is { } scrubbed)
            {
                await db.TftMatchPayloads.Where(row => row.Id == answer.Id).ExecuteUpdateAsync(row => row.SetProperty(one => one.Payload, scrubbed), cancellationToken);
            }
        }
    }

    private static async IAsyncEnumerable<TftAnswer> ReadAsync(MnmDbContext db, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        List<TftAnswer> answers = [new(0, "", [])];
        while (answers is [.., { Row: var last }])
        {
            answers = await db.Database.SqlQuery<TftAnswer>($"SELECT rowid AS row, id, payload FROM tft_matches WHERE rowid > {last} ORDER BY rowid LIMIT {MatchesAtOnce}").ToListAsync(cancellationToken);
            foreach (var answer in answers)
            {
                yield return answer;
            }
        }
    }

    private sealed record TftAnswer(long Row, string Id, byte[] Payload);
}
