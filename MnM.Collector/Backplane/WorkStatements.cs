using Microsoft.EntityFrameworkCore;

namespace MnM.Collector.Backplane;

/// <summary>The queue's commands. SQLite and PostgreSQL understand them alike.</summary>
internal static class WorkStatements
{
    /// <summary>
    /// Adds an item. One that is open stays; it takes over a higher lane, and an earlier due time unless somebody works on it.
    /// While it waits for a reason only a higher lane shortens the wait: whoever enqueues each second would undo it. The later time limit holds.
    /// </summary>
    public static Statement Add(DbContext db) => new(
        db,
        """
        INSERT INTO work_items (kind, key, lane, route, owner, payload, state, due_at, set_at, expires_at, attempts, lease, created_at, is_filed)
        VALUES (@kind, @key, @lane, @route, @owner, @payload, @open, @due, @now, @expires, 0, 0, @now, @filed)
        ON CONFLICT (kind, key) WHERE NOT is_filed DO UPDATE SET
            lane = CASE WHEN excluded.lane < work_items.lane THEN excluded.lane ELSE work_items.lane END,
            due_at = CASE WHEN work_items.worker IS NULL AND excluded.due_at < work_items.due_at AND (work_items.reason IS NULL OR excluded.lane < work_items.lane)
                THEN excluded.due_at ELSE work_items.due_at END,
            expires_at = CASE WHEN excluded.expires_at > work_items.expires_at OR excluded.expires_at IS NULL THEN excluded.expires_at ELSE work_items.expires_at END
        WHERE excluded.lane < work_items.lane
            OR (work_items.worker IS NULL AND work_items.reason IS NULL AND excluded.due_at < work_items.due_at)
            OR excluded.expires_at > work_items.expires_at
            OR (excluded.expires_at IS NULL AND work_items.expires_at IS NOT NULL)
        """,
        ("kind", nameof(WorkItem.Kind)),
        ("key", nameof(WorkItem.Key)),
        ("lane", nameof(WorkItem.Lane)),
        ("route", nameof(WorkItem.Route)),
        ("owner", nameof(WorkItem.Owner)),
        ("payload", nameof(WorkItem.Payload)),
        ("open", nameof(WorkItem.State)),
        ("due", nameof(WorkItem.DueAt)),
        ("now", nameof(WorkItem.SetAt)),
        ("expires", nameof(WorkItem.ExpiresAt)),
        ("filed", nameof(WorkItem.IsFiled)));

    /// <summary>Frees the key of an item that has ended.</summary>
    public static Statement FreeKey(DbContext db) => new(
        db,
        "UPDATE work_items SET is_filed = @filed WHERE kind = @kind AND key = @key AND NOT is_filed AND ended_at IS NOT NULL",
        ("filed", nameof(WorkItem.IsFiled)),
        ("kind", nameof(WorkItem.Kind)),
        ("key", nameof(WorkItem.Key)));

    /// <summary>Makes items that have ended history.</summary>
    public static Statement FileEnded(DbContext db) => new(
        db,
        $"UPDATE work_items SET is_filed = @filed WHERE {WorkItem.Taken} AND ended_at IS NOT NULL",
        ("filed", nameof(WorkItem.IsFiled)));

    /// <summary>Whether a lease has run out.</summary>
    public static Statement AnyLeaseOver(DbContext db) => new(
        db,
        $"SELECT 1 FROM work_items WHERE {WorkItem.Taken} AND due_at <= @now AND ended_at IS NULL LIMIT 1",
        ("now", nameof(WorkItem.DueAt)));

    /// <summary>Gives the items back whose lease has run out.</summary>
    public static Statement EndLeases(DbContext db) => new(
        db,
        $"UPDATE work_items SET worker = NULL WHERE {WorkItem.Taken} AND due_at <= @now AND ended_at IS NULL",
        ("now", nameof(WorkItem.DueAt)));

    /// <summary>The groups that have an item due. From one group to the next by one look into the index, however many items wait in each.</summary>
    public static Statement DueGroups(DbContext db) => new(
        db,
        $"""
        WITH RECURSIVE heads(id) AS (
            SELECT (SELECT id FROM work_items WHERE kind = @kind AND {WorkItem.Waiting} ORDER BY lane, route, owner, due_at LIMIT 1)
            UNION ALL
            SELECT COALESCE(
                (SELECT id FROM work_items WHERE kind = @kind AND {WorkItem.Waiting} AND lane = head.lane AND route = head.route AND owner > head.owner
                ORDER BY owner, due_at LIMIT 1),
                (SELECT id FROM work_items WHERE kind = @kind AND {WorkItem.Waiting} AND lane = head.lane AND route > head.route
                ORDER BY route, owner, due_at LIMIT 1),
                (SELECT id FROM work_items WHERE kind = @kind AND {WorkItem.Waiting} AND lane > head.lane
                ORDER BY lane, route, owner, due_at LIMIT 1))
            FROM heads JOIN (SELECT id, lane, route, owner FROM work_items) AS head ON head.id = heads.id)
        SELECT lane, route, owner FROM heads JOIN work_items ON work_items.id = heads.id WHERE due_at <= @now
        """,
        ("kind", nameof(WorkItem.Kind)),
        ("now", nameof(WorkItem.DueAt)));

    /// <summary>Of each of some groups of a lane the items that are longest due, so many of each, in no order.</summary>
    public static Statement LongestDue(DbContext db) => new(
        db,
        $"""
        SELECT item.id, lease + 1, key, payload, attempts + 1, reason, wanted.number, due_at
        FROM ({SqliteWork.Groups}) AS wanted JOIN work_items AS item ON item.id IN (
            SELECT id FROM work_items
            WHERE kind = @kind AND lane = @lane AND route = wanted.route AND owner = wanted.owner AND {WorkItem.Waiting} AND due_at <= @now
                AND (expires_at IS NULL OR expires_at > @now)
            ORDER BY due_at LIMIT @most {SqliteWork.SkipLocked})
        """,
        ("now", nameof(WorkItem.DueAt)),
        ("kind", nameof(WorkItem.Kind)),
        ("lane", nameof(WorkItem.Lane)),
        ("groups", nameof(WorkItem.Payload)),
        ("most", nameof(WorkItem.Attempts)));

    /// <summary>
    /// Leases items that this transaction has read. Not one UPDATE … RETURNING for each group: in SQLite that costs some 80 µs before its first row.
    /// </summary>
    public static Statement Take(DbContext db) => new(
        db,
        $"""
        UPDATE work_items SET worker = @worker, lease = lease + 1, attempts = attempts + 1, due_at = @until, set_at = @now
        WHERE id IN ({SqliteWork.Numbers})
        """,
        ("worker", nameof(WorkItem.Worker)),
        ("until", nameof(WorkItem.DueAt)),
        ("now", nameof(WorkItem.SetAt)),
        ("numbers", nameof(WorkItem.Payload)));

    /// <summary>Prolongs a lease.</summary>
    public static Statement Renew(DbContext db) => new(
        db,
        $"UPDATE work_items SET due_at = @until, set_at = @now WHERE {Held}",
        ("until", nameof(WorkItem.DueAt)),
        ("now", nameof(WorkItem.SetAt)),
        ("id", nameof(WorkItem.Id)),
        ("lease", nameof(WorkItem.Lease)));

    /// <summary>Gives an item back.</summary>
    public static Statement PutBack(DbContext db) => new(
        db,
        $"UPDATE work_items SET worker = NULL, due_at = @due, set_at = @now, attempts = @attempts, reason = @reason, payload = @payload WHERE {Held}",
        ("due", nameof(WorkItem.DueAt)),
        ("now", nameof(WorkItem.SetAt)),
        ("attempts", nameof(WorkItem.Attempts)),
        ("reason", nameof(WorkItem.Reason)),
        ("payload", nameof(WorkItem.Payload)),
        ("id", nameof(WorkItem.Id)),
        ("lease", nameof(WorkItem.Lease)));

    /// <summary>Ends an item.</summary>
    public static Statement End(DbContext db) => new(
        db,
        $"UPDATE work_items SET state = @state, reason = @reason, ended_at = @now WHERE {Held}",
        ("state", nameof(WorkItem.State)),
        ("reason", nameof(WorkItem.Reason)),
        ("now", nameof(WorkItem.EndedAt)),
        ("id", nameof(WorkItem.Id)),
        ("lease", nameof(WorkItem.Lease)));

    /// <summary>Ends an item that is done and of which there is no more to say.</summary>
    public static Statement Done(DbContext db) => new(
        db,
        $"UPDATE work_items SET state = '{nameof(WorkState.Done)}', reason = NULL, ended_at = @now WHERE {Held}",
        ("now", nameof(WorkItem.EndedAt)),
        ("id", nameof(WorkItem.Id)),
        ("lease", nameof(WorkItem.Lease)));

    private const string Held = "id = @id AND lease = @lease AND worker IS NOT NULL AND ended_at IS NULL";
}
