using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using MnM.Collector.Backplane;

namespace MnM.Tests.Backplane;

public sealed class WorkQueueTests : IDisposable
{
    private readonly QueueRun _run = new();

    public void Dispose() => _run.Dispose();

    [Fact]
    public async Task What_is_claimed_and_ended_is_not_claimed_again()
    {
        await _run.EnqueueAsync(QueueRun.Work("EUW1_1") with { Payload = "{}", Route = "europe", Owner = "7" });

        var lease = Assert.Single(await _run.ClaimAsync());
        Assert.Equal(("EUW1_1", "{}", new WorkGroup(Lane.Crawl, "europe", "7"), 1), (lease.Key, lease.Payload, lease.Group, lease.Attempts));
        Assert.Empty(await _run.ClaimAsync());
        Assert.True(await _run.CompleteAsync(lease));
        _run.Clock.Advance(3600);

        Assert.Empty(await _run.ClaimAsync());
        Assert.Equal((WorkState.Done, lease.Id), ((await _run.ItemAsync()).State, Assert.Single(await _run.EffectsAsync())));
    }

    [Fact]
    public async Task While_an_item_is_open_its_key_is_taken_and_afterwards_it_is_free()
    {
        await _run.EnqueueAsync(QueueRun.Work("a"), QueueRun.Work("a"));
        var lease = Assert.Single(await _run.ClaimAsync());
        await _run.EnqueueAsync(QueueRun.Work("a"));
        Assert.Empty(await _run.ClaimAsync());
        await _run.CompleteAsync(lease);
        await _run.EnqueueAsync(QueueRun.Work("a"));

        Assert.NotEqual(lease.Id, Assert.Single(await _run.ClaimAsync()).Id);
    }

    [Fact]
    public async Task An_open_item_takes_over_a_higher_lane_an_earlier_time_and_a_later_limit()
    {
        await _run.EnqueueAsync(QueueRun.Work("a") with { DueAt = _run.Now.AddHours(1), ExpiresAt = _run.Now.AddHours(2) });
        await _run.EnqueueAsync(QueueRun.Work("a", Lane.Tracking) with { DueAt = _run.Now.AddHours(3), ExpiresAt = _run.Now.AddHours(1) });
        var item = await _run.ItemAsync();
        Assert.Equal((Lane.Tracking, _run.Now.AddHours(1), _run.Now.AddHours(2)), (item.Lane, item.DueAt, item.ExpiresAt));

        await _run.EnqueueAsync(QueueRun.Work("a") with { DueAt = _run.Now.AddMinutes(1) });
        item = await _run.ItemAsync();
        Assert.Equal((Lane.Tracking, _run.Now.AddMinutes(1), null), (item.Lane, item.DueAt, item.ExpiresAt));
    }

    [Fact]
    public async Task After_a_failure_only_a_higher_lane_shortens_the_wait()
    {
        await _run.EnqueueAsync(QueueRun.Work("a"));
        await _run.Queue.RetryAsync(Assert.Single(await _run.ClaimAsync()), _run.Now.AddMinutes(5), "Riot answered 503.", CancellationToken.None);

        await _run.EnqueueAsync(QueueRun.Work("a"));
        Assert.Empty(await _run.ClaimAsync());
        await _run.EnqueueAsync(QueueRun.Work("a", Lane.Requested));
        var lease = Assert.Single(await _run.ClaimAsync());
        Assert.Equal((2, "Riot answered 503."), (lease.Attempts, lease.LastReason));
    }

    [Fact]
    public async Task A_lease_that_runs_out_gives_the_item_back_and_ends_nothing_any_more()
    {
        await _run.EnqueueAsync(QueueRun.Work("a"));
        var first = Assert.Single(await _run.ClaimAsync());
        _run.Clock.Advance(QueueRun.Lease.TotalSeconds);
        var second = Assert.Single(await _run.ClaimAsync(by: _run.Open()));

        Assert.False(await _run.CompleteAsync(first));
        Assert.False(await _run.Queue.RetryAsync(first, _run.Now, "", CancellationToken.None));
        Assert.Equal([first], await _run.Queue.RenewAsync([first], QueueRun.Lease, CancellationToken.None));
        Assert.Empty(await _run.EffectsAsync());
        Assert.True(await _run.CompleteAsync(second));
        Assert.False(await _run.CompleteAsync(second));
        Assert.Single(await _run.EffectsAsync());
    }

    [Fact]
    public async Task A_renewed_lease_holds()
    {
        await _run.EnqueueAsync(QueueRun.Work("a"));
        var lease = Assert.Single(await _run.ClaimAsync());
        _run.Clock.Advance(100);
        Assert.Empty(await _run.Queue.RenewAsync([lease], QueueRun.Lease, CancellationToken.None));
        _run.Clock.Advance(100);

        Assert.Empty(await _run.ClaimAsync());
        Assert.True(await _run.CompleteAsync(lease));
    }

    [Fact]
    public async Task Who_gives_an_item_back_has_made_no_attempt()
    {
        await _run.EnqueueAsync(QueueRun.Work("a"));
        var lease = Assert.Single(await _run.ClaimAsync());
        Assert.True(await _run.Queue.ReturnAsync(lease, null, null, CancellationToken.None));
        Assert.False(await _run.CompleteAsync(lease));

        Assert.Equal(1, Assert.Single(await _run.ClaimAsync()).Attempts);
    }

    [Fact]
    public async Task A_result_that_cannot_be_stored_leaves_the_item_open_and_nothing_behind()
    {
        await _run.EnqueueAsync(QueueRun.Work("a"));
        var lease = Assert.Single(await _run.ClaimAsync());
        await Assert.ThrowsAsync<InvalidDataException>(() => _run.Queue.CompleteAsync(
            lease,
            WorkState.Done,
            null,
            async (db, _) =>
            {
                await QueueRun.StoreEffectAsync(db, lease);
                throw new InvalidDataException();
            },
            CancellationToken.None));

        Assert.Equal(WorkState.Open, (await _run.ItemAsync()).State);
        Assert.Empty(await _run.EffectsAsync());
        Assert.True(await _run.CompleteAsync(lease));
    }

    [Fact]
    public async Task Work_enqueued_in_a_transaction_is_there_with_it_or_not_at_all()
    {
        await using var db = _run.CreateDbContext();
        await Assert.ThrowsAsync<InvalidOperationException>(() => _run.Queue.EnqueueAsync(db, [QueueRun.Work("a")], CancellationToken.None));
        await using (await db.Database.BeginTransactionAsync())
        {
            await _run.Queue.EnqueueAsync(db, [QueueRun.Work("a")], CancellationToken.None);
        }

        Assert.Empty(await _run.ClaimAsync());
        await using (var transaction = await db.Database.BeginTransactionAsync())
        {
            await _run.Queue.EnqueueAsync(db, [QueueRun.Work("a")], CancellationToken.None);
            await transaction.CommitAsync();
        }

        Assert.Single(await _run.ClaimAsync());
    }

    [Fact]
    public async Task A_result_enqueues_what_follows_with_its_own_context_and_is_told_so()
    {
        await _run.EnqueueAsync(QueueRun.Work("a"), QueueRun.Work("b"));
        var leases = await _run.ClaimAsync();
        await Assert.ThrowsAsync<InvalidOperationException>(() => _run.Queue.CompleteAsync(
            leases[0], WorkState.Done, null, (_, stop) => _run.Queue.EnqueueAsync([QueueRun.Work("next")], stop), CancellationToken.None));
        await _run.Queue.CompleteAsync(
            leases[1], WorkState.Done, null, (db, stop) => _run.Queue.EnqueueAsync(db, [QueueRun.Work("next")], stop), CancellationToken.None);

        Assert.Equal("next", Assert.Single(await _run.ClaimAsync()).Key);
    }

    [Fact]
    public async Task Higher_lanes_go_first_and_within_an_owner_what_is_longest_due()
    {
        await _run.EnqueueAsync(QueueRun.Work("crawl"), QueueRun.Work("late", Lane.Tracking), QueueRun.Work("live", Lane.Live) with { Route = "z" });
        await _run.EnqueueAsync(QueueRun.Work("early", Lane.Tracking) with { DueAt = _run.Now.AddMinutes(-1) }, QueueRun.Work("not yet", Lane.Live) with { DueAt = _run.Now.AddMinutes(1) });

        Assert.Equal(["live", "early", "late", "crawl"], (await _run.ClaimAsync()).Select(lease => lease.Key));
    }

    [Fact]
    public async Task Somebody_with_much_work_does_not_keep_another_waiting()
    {
        await _run.EnqueueAsync([.. Enumerable.Range(0, 200).Select(number => QueueRun.Work($"many{number}") with { Route = "europe", Owner = "busy" })]);
        await _run.EnqueueAsync([.. Enumerable.Range(0, 5).Select(number => QueueRun.Work($"few{number}") with { Route = "europe", Owner = "modest" })]);
        await _run.EnqueueAsync([.. Enumerable.Range(0, 5).Select(number => QueueRun.Work($"asia{number}") with { Route = "asia", Owner = "busy" })]);

        var claimed = await _run.ClaimAsync(12);
        Assert.Equal(
            [(("asia", "busy"), 5), (("europe", "busy"), 4), (("europe", "modest"), 3)],
            claimed.GroupBy(lease => (lease.Group.Route, lease.Group.Owner)).Select(group => (group.Key, group.Count())).Order());
    }

    [Fact]
    public async Task Single_claims_take_turns_too()
    {
        foreach (var route in (string[])["asia", "europe"])
        {
            await _run.EnqueueAsync([.. Enumerable.Range(0, 8).Select(number => QueueRun.Work($"{route}{number}") with { Route = route, Owner = $"{number % 2}" })]);
        }

        var groups = new List<string>();
        for (var claim = 0; claim < 8; claim++)
        {
            var group = Assert.Single(await _run.ClaimAsync(1)).Group;
            groups.Add(group.Route + group.Owner);
        }

        Assert.Equal(["asia0", "europe0", "asia1", "europe1", "asia0", "europe0", "asia1", "europe1"], groups);
    }

    [Fact]
    public async Task A_claim_looks_into_an_index_and_never_through_the_table()
    {
        await using var db = _run.CreateDbContext();
        await db.Database.OpenConnectionAsync();
        foreach (var statement in (Statement[])[WorkStatements.DueGroups(db), WorkStatements.LongestDue(db), WorkStatements.AnyLeaseOver(db), WorkStatements.End(db)])
        {
            await using var command = db.Database.GetDbConnection().CreateCommand();
            command.CommandText = "EXPLAIN QUERY PLAN " + Regex.Replace(statement.Sql, "@[a-z]+", "NULL");
            await using var reader = await command.ExecuteReaderAsync();
            while (await reader.ReadAsync())
            {
                Assert.DoesNotMatch("SCAN work_items|TEMP B-TREE", reader.GetString(3));
            }

            statement.Dispose();
        }
    }

    [Fact]
    public async Task What_pages_read_each_second_looks_into_an_index_and_never_through_the_week_that_is_kept()
    {
        await using var db = _run.CreateDbContext();
        await db.Database.OpenConnectionAsync();
        await using var command = db.Database.GetDbConnection().CreateCommand();
        var query = WorkQueries.EndedSince(db.WorkItems, _run.Now).ToQueryString();
        command.CommandText = "EXPLAIN QUERY PLAN " + query[query.IndexOf("SELECT", StringComparison.Ordinal)..];
        await using var reader = await command.ExecuteReaderAsync();
        List<string> steps = [];
        while (await reader.ReadAsync())
        {
            steps.Add(reader.GetString(3));
        }

        Assert.Equal(2, steps.Count(step => step.Contains("USING INDEX", StringComparison.Ordinal)));
        Assert.DoesNotContain(steps, step => step.StartsWith("SCAN", StringComparison.Ordinal) && !step.Contains("USING INDEX", StringComparison.Ordinal));
    }

    [Fact]
    public void A_payload_that_is_no_small_thing_is_refused() =>
        Assert.Throws<ArgumentException>(() => QueueRun.Work("a") with { Payload = new string('x', NewWork.LargestPayload + 1) });
}
