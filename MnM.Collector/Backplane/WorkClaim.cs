using System.Data.Common;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace MnM.Collector.Backplane;

/// <summary>One claim of items of a kind, inside its transaction.</summary>
internal sealed class WorkClaim(WorkSession session, DbTransaction transaction, string kind, string worker, DateTimeOffset now, TimeSpan leaseTime)
{
    private readonly List<WorkLease> _claimed = [];

    public IReadOnlyList<WorkLease> Claimed => _claimed;

    /// <summary>The groups that have an item due.</summary>
    public static async Task<List<WorkGroup>> DueGroupsAsync(WorkSession session, string kind, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var groups = new List<WorkGroup>();
        await using var reader = await session.DueGroups.ReadAsync(null, cancellationToken, kind, now);
        while (await reader.ReadAsync(cancellationToken))
        {
            groups.Add(new WorkGroup((Lane)reader.GetInt32(0), reader.GetString(1), reader.GetString(2)));
        }

        return groups;
    }

    /// <summary>Claims up to so many items of groups of one lane, until all places are taken or no group has more.</summary>
    public async Task TakeAsync(Turns turns, IEnumerable<WorkGroup> lane, int most, CancellationToken cancellationToken)
    {
        var waiting = lane.ToHashSet();
        while (_claimed.Count < most && waiting.Count > 0)
        {
            var before = _claimed.Count;
            foreach (var alike in turns.Deal(waiting, most - before).GroupBy(deal => deal.Value, deal => deal.Key))
            {
                waiting.ExceptWith(await ReadAsync([.. alike], alike.Key, cancellationToken));
            }

            // Before the next deal, which would read them again.
            var numbers = $"[{string.Join(',', _claimed.Skip(before).Select(lease => lease.Id))}]";
            await session.Take.RunAsync(transaction, cancellationToken, worker, now + leaseTime, now, numbers);
        }
    }

    /// <summary>Reads up to so many items of each of the groups, which are of one lane; answers the groups that have fewer.</summary>
    private async Task<IEnumerable<WorkGroup>> ReadAsync(IReadOnlyList<WorkGroup> groups, int most, CancellationToken cancellationToken)
    {
        var names = JsonSerializer.Serialize([.. groups.Select(group => (string[])[group.Route, group.Owner])], GroupJson.Default.StringArrayArray);
        var (counts, read) = (new int[groups.Count], new List<(long Due, WorkLease Lease)>());
        await using var reader = await session.LongestDue.ReadAsync(transaction, cancellationToken, now, kind, groups[0].Lane, names, most);
        while (await reader.ReadAsync(cancellationToken))
        {
            var number = reader.GetInt32(6);
            counts[number]++;
            var lease = new WorkLease
            {
                Id = reader.GetInt64(0),
                Number = reader.GetInt32(1),
                Kind = kind,
                Key = reader.GetString(2),
                Group = groups[number],
                Payload = reader.IsDBNull(3) ? null : reader.GetString(3),
                Attempts = reader.GetInt32(4),
                LastReason = reader.IsDBNull(5) ? null : reader.GetString(5),
            };
            read.Add((reader.GetInt64(7), lease));
        }

        _claimed.AddRange(read.OrderBy(item => item.Due).Select(item => item.Lease));
        return groups.Where((_, number) => counts[number] < most);
    }
}

[JsonSerializable(typeof(string[][]))]
internal sealed partial class GroupJson : JsonSerializerContext;
