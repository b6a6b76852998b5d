using System.Data.Common;

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
            foreach (var (group, places) in turns.Deal(waiting, most - before))
            {
                if (await ReadAsync(group, places, cancellationToken) < places)
                {
                    waiting.Remove(group);
                }
            }

            // Before the next deal, which would read them again.
            var numbers = $"[{string.Join(',', _claimed.Skip(before).Select(lease => lease.Id))}]";
            await session.Take.RunAsync(transaction, cancellationToken, worker, now + leaseTime, now, numbers);
        }
    }

    private async Task<int> ReadAsync(WorkGroup group, int most, CancellationToken cancellationToken)
    {
        var before = _claimed.Count;
        await using var reader = await session.LongestDue.ReadAsync(transaction, cancellationToken, now, kind, group.Lane, group.Route, group.Owner, most);
        while (await reader.ReadAsync(cancellationToken))
        {
            _claimed.Add(new WorkLease
            {
                Id = reader.GetInt64(0),
                Number = reader.GetInt32(1),
                Kind = kind,
                Key = reader.GetString(2),
                Group = group,
                Payload = reader.IsDBNull(3) ? null : reader.GetString(3),
                Attempts = reader.GetInt32(4),
                LastReason = reader.IsDBNull(5) ? null : reader.GetString(5),
            });
        }

        return _claimed.Count - before;
    }
}
