using MnM.Collector.Backplane;

namespace MnM.Tests.Backplane;

/// <summary>Two processes on one database, in which everything that can go wrong does, in seeded orders.</summary>
public sealed class WorkQueuePropertyTests
{
    private const int Steps = 250;
    private const int Keys = 40;
    private const string Brief = "brief";
    private const string Next = "+";
    private static readonly WorkState[] Ends = [WorkState.Done, WorkState.NotFound, WorkState.Failed];

    public static TheoryData<int> Seeds => [.. Enumerable.Range(1, 20)];

    [Theory]
    [MemberData(nameof(Seeds))]
    public async Task Every_item_is_done_once_in_effect_and_none_is_lost_or_stuck(int seed)
    {
        using var run = new QueueRun();
        var random = new Random(seed);
        WorkQueue[] queues = [run.Queue, run.Open()];
        var held = new List<WorkLease>();
        var lasting = new HashSet<string>();
        for (var step = 0; step < Steps; step++)
        {
            var process = random.Next(queues.Length);
            var queue = queues[process];
            switch (random.Next(16))
            {
                case <= 3:
                    var work = Work(random, run);
                    await queue.EnqueueAsync([work], CancellationToken.None);
                    if (work.ExpiresAt is null)
                    {
                        lasting.Add(work.Key);
                    }

                    break;
                case <= 6:
                    held.AddRange(await run.ClaimAsync(random.Next(1, 6), queue));
                    break;
                case <= 8:
                    // Perhaps with a lease that was lost long ago, or that another process holds again.
                    await WithHeldAsync(held, random, lease => EndAsync(queue, lease, random));
                    break;
                case 9:
                    await WithHeldAsync(held, random, lease => queue.RetryAsync(lease, run.Now.AddSeconds(random.Next(600)), "failed", CancellationToken.None));
                    break;
                case 10:
                    await queue.RenewAsync(held, QueueRun.Lease, CancellationToken.None);
                    break;
                case 11:
                    await CrashAsync(queue, held, random);
                    queue.Dispose();
                    queues[process] = run.Open();
                    break;
                case 12:
                    await WithHeldAsync(held, random, lease => queue.ReturnAsync(lease, random.Next(2) == 0 ? run.Now.AddSeconds(random.Next(600)) : null, null, CancellationToken.None));
                    break;
                case 13:
                    await run.Upkeep.TickAsync(CancellationToken.None);
                    break;
                case 14:
                    run.Clock.Advance(random.Next(1, 300));
                    break;
                default:
                    run.Clock.SetWall(TimeSpan.FromMinutes(random.Next(-3000, 3000)));
                    break;
            }
        }

        // From now on nothing goes wrong: all that is open must end, however far the clock was off.
        for (var minute = 0; minute < 30 && (await run.ItemsAsync()).Any(item => item.State == WorkState.Open); minute++)
        {
            await run.Upkeep.TickAsync(CancellationToken.None);
            foreach (var lease in await run.ClaimAsync(1000, queues[minute % queues.Length]))
            {
                Assert.True(await EndAsync(queues[minute % queues.Length], lease, random));
            }

            run.Clock.Advance(60);
        }

        var items = await run.ItemsAsync();
        Assert.All(items, item => Assert.Contains(item.State, item.Key.StartsWith(Brief, StringComparison.Ordinal) ? [.. Ends, WorkState.Expired] : Ends));
        var effects = await run.EffectsAsync();
        Assert.Equal(effects.Distinct(), effects);

        // What ended a week ago, by a clock that went so far, is no longer in the queue.
        Assert.Subset(effects.ToHashSet(), items.Where(item => item.State != WorkState.Expired).Select(item => item.Id).ToHashSet());
        var done = (await run.EffectKeysAsync()).ToHashSet();
        Assert.Subset(done, lasting);
        Assert.Subset(done, done.Where(key => !key.EndsWith(Next, StringComparison.Ordinal)).Select(key => key + Next).ToHashSet());
    }

    [Fact]
    public async Task Many_workers_of_two_processes_at_once_do_each_item_once()
    {
        const int Items = 300;
        using var run = new QueueRun();
        await run.EnqueueAsync([.. Enumerable.Range(0, Items).Select(number => QueueRun.Work($"key{number}") with { Owner = $"{number % 3}" })]);
        WorkQueue[] queues = [run.Queue, run.Open()];
        var done = 0;
        await Task.WhenAll(Enumerable.Range(0, 6).Select(worker => Task.Run(async () =>
        {
            while (await run.ClaimAsync(7, queues[worker % 2]) is { Length: > 0 } claimed)
            {
                foreach (var lease in claimed)
                {
                    Assert.True(await run.CompleteAsync(lease, queues[worker % 2]));
                    Interlocked.Increment(ref done);
                }
            }
        })));

        Assert.Equal(Items, done);
        Assert.Equal((await run.ItemsAsync()).Select(item => item.Id), await run.EffectsAsync());
    }

    /// <summary>Some of it is of use for a time only.</summary>
    private static NewWork Work(Random random, QueueRun run)
    {
        var isBrief = random.Next(5) == 0;
        return QueueRun.Work($"{(isBrief ? Brief : "key")}{random.Next(Keys)}", (Lane)random.Next(4)) with
        {
            Route = $"route{random.Next(2)}",
            Owner = $"owner{random.Next(3)}",
            DueAt = random.Next(3) == 0 ? run.Now.AddSeconds(random.Next(600)) : null,
            ExpiresAt = isBrief ? run.Now.AddSeconds(random.Next(3600)) : null,
        };
    }

    /// <summary>Ends an item in one way or another; what comes of it is further work, of which none may be lost either.</summary>
    private static Task<bool> EndAsync(WorkQueue queue, WorkLease lease, Random random) => queue.CompleteAsync(
        lease,
        Ends[random.Next(Ends.Length)],
        random.Next(2) == 0 ? "It was so." : null,
        async (db, cancellationToken) =>
        {
            await QueueRun.StoreEffectAsync(db, lease);
            if (!lease.Key.EndsWith(Next, StringComparison.Ordinal))
            {
                await queue.EnqueueAsync(db, [QueueRun.Work(lease.Key + Next)], cancellationToken);
            }
        },
        CancellationToken.None);

    /// <summary>Takes one of the leases; it often stays in the list, so that a worker comes back with it that should be gone.</summary>
    private static async Task WithHeldAsync(List<WorkLease> held, Random random, Func<WorkLease, Task> act)
    {
        if (held.Count > 0)
        {
            var index = random.Next(held.Count);
            var lease = held[index];
            if (random.Next(2) == 0)
            {
                held.RemoveAt(index);
            }

            await act(lease);
        }
    }

    /// <summary>The process ends: between claim and work, in the transaction before or after the result, or just after its commit.</summary>
    private static async Task CrashAsync(WorkQueue queue, List<WorkLease> held, Random random)
    {
        var point = random.Next(4);
        if (held.Count > 0 && point is (1 or 2))
        {
            var lease = held[random.Next(held.Count)];
            try
            {
                await queue.CompleteAsync(
                    lease,
                    WorkState.Done,
                    null,
                    async (db, _) =>
                    {
                        if (point == 2)
                        {
                            await QueueRun.StoreEffectAsync(db, lease);
                        }

                        throw new InvalidDataException("The process ends here.");
                    },
                    CancellationToken.None);
            }
            catch (InvalidDataException)
            {
            }
        }
        else if (held.Count > 0 && point == 3)
        {
            await EndAsync(queue, held[random.Next(held.Count)], random);
        }

        held.RemoveAll(_ => random.Next(2) == 0);
    }
}
