using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using MnM.Collector.Backplane;
using MnM.Tests.Demo;

namespace MnM.Tests.Backplane;

public sealed class WorkRunnerTests : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);
    private readonly QueueRun _run = new();

    public void Dispose() => _run.Dispose();

    [Fact]
    public async Task A_result_is_stored_with_the_end_of_its_item()
    {
        await _run.EnqueueAsync(QueueRun.Work("a"));
        await RunOnceAsync((item, _) => Task.FromResult<WorkResult>(new WorkResult.Ended(WorkState.NotFound, "Riot knows no such match.", (db, _) => QueueRun.StoreEffectAsync(db, item))));

        var ended = await _run.ItemAsync();
        Assert.Equal((WorkState.NotFound, "Riot knows no such match."), (ended.State, ended.Reason));
        Assert.Single(await _run.EffectsAsync());
    }

    [Fact]
    public async Task In_a_host_it_begins_when_all_services_are_started()
    {
        await _run.EnqueueAsync(QueueRun.Work("a"));
        TaskScheduler? ofWork = null;
        using var runner = new Runner(_run, (_, _) =>
        {
            ofWork = TaskScheduler.Current;
            return Task.FromResult(WorkResult.Done);
        });

        await runner.StartingAsync(CancellationToken.None);
        await runner.StartAsync(CancellationToken.None);
        Assert.False(runner.Begun.IsCompleted);

        await runner.StartedAsync(CancellationToken.None);
        await runner.Begun.WaitAsync(Patience);
        await runner.StopAsync(CancellationToken.None);
        Assert.Equal(WorkState.Done, (await _run.ItemAsync()).State);
        Assert.Same(TaskScheduler.Default, ofWork);
    }

    [Fact]
    public async Task Poison_fails_with_its_reason_after_some_attempts_and_growing_waits()
    {
        await _run.EnqueueAsync(QueueRun.Work("a"));
        var waits = new List<TimeSpan>();
        for (var attempt = 1; attempt <= Runner.Attempts; attempt++)
        {
            await RunOnceAsync((_, _) => throw new InvalidDataException("The match has no people."));
            waits.Add((await _run.ItemAsync()).DueAt - _run.Now);
            _run.Clock.Advance(900);
        }

        var item = await _run.ItemAsync();
        Assert.Equal((WorkState.Failed, $"Failed {Runner.Attempts} times. The match has no people."), (item.State, item.Reason));
        Assert.InRange(waits[0].TotalSeconds, 2, 4);
        Assert.InRange(waits[1].TotalSeconds, 4, 8);
    }

    [Fact]
    public async Task A_damaged_payload_is_not_tried_again()
    {
        await _run.EnqueueAsync(QueueRun.Work("a") with { Payload = "[\"cut" });
        await RunOnceAsync((item, _) =>
        {
            item.ReadPayload((JsonTypeInfo<string[]>)JsonSerializerOptions.Default.GetTypeInfo(typeof(string[])));
            return Task.FromResult(WorkResult.Done);
        });

        var item = await _run.ItemAsync();
        Assert.Equal((WorkState.Failed, 1), (item.State, item.Attempts));
        Assert.StartsWith("The payload of match a cannot be read: ", item.Reason, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_stops_gives_back_what_it_holds()
    {
        await _run.EnqueueAsync(QueueRun.Work("a"));
        await RunOnceAsync(async (_, stop) =>
        {
            await Task.Delay(Timeout.InfiniteTimeSpan, _run.Clock, stop);
            return WorkResult.Done;
        });

        Assert.Equal(1, Assert.Single(await _run.ClaimAsync()).Attempts);
    }

    [Fact]
    public async Task A_locked_database_loses_nothing()
    {
        await _run.EnqueueAsync(QueueRun.Work("a"));
        var lease = Assert.Single(await _run.ClaimAsync());
        using (var other = new SqliteConnection($"Data Source={_run.File};Pooling=False"))
        {
            other.Open();
            using var locking = other.BeginTransaction();
            var fault = await Assert.ThrowsAnyAsync<Exception>(() => _run.CompleteAsync(lease));
            Assert.Equal("the database is locked by another program", SqliteWork.PassingFault(fault));
        }

        Assert.True(await _run.CompleteAsync(lease));
        Assert.Single(await _run.EffectsAsync());
    }

    [Fact]
    public async Task A_lease_is_renewed_for_as_long_as_the_work_takes()
    {
        await _run.EnqueueAsync(QueueRun.Work("a"));
        var end = new TaskCompletionSource();
        using var runner = new Runner(_run, async (_, _) =>
        {
            await end.Task;
            return WorkResult.Done;
        });
        await runner.StartAsync(CancellationToken.None);
        await runner.Begun.WaitAsync(Patience);
        for (var part = 0; part < 6; part++)
        {
            _run.Clock.Advance(QueueRun.Lease.TotalSeconds / 3);
            await UntilAsync(async () => (await _run.ItemAsync()).DueAt == _run.Now + QueueRun.Lease);
        }

        Assert.Empty(await _run.ClaimAsync(by: _run.Open()));
        end.SetResult();
        await UntilAsync(async () => (await _run.ItemAsync()) is { State: WorkState.Done, Attempts: 1 });
        await runner.StopAsync(CancellationToken.None);
    }

    [Fact]
    public async Task Work_whose_lease_was_lost_is_called_off_and_stores_nothing()
    {
        await _run.EnqueueAsync(QueueRun.Work("a"));
        var calledOff = new TaskCompletionSource();
        using var runner = new Runner(_run, async (item, stop) =>
        {
            await Task.Delay(Timeout.InfiniteTimeSpan, _run.Clock, stop).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            calledOff.SetResult();
            return new WorkResult.Ended(WorkState.Done, null, (db, _) => QueueRun.StoreEffectAsync(db, item));
        });
        await runner.StartAsync(CancellationToken.None);
        await runner.Begun.WaitAsync(Patience);
        await using (var db = _run.CreateDbContext())
        {
            await db.Database.ExecuteSqlAsync($"UPDATE work_items SET lease = lease + 1, worker = 'another'");
        }

        await runner.RenewAsync(CancellationToken.None);
        await calledOff.Task.WaitAsync(Patience);
        await runner.StopAsync(CancellationToken.None);
        Assert.Equal((WorkState.Open, "another"), ((await _run.ItemAsync()).State, (await _run.ItemAsync()).Worker));
        Assert.Empty(await _run.EffectsAsync());
    }

    [Fact]
    public async Task A_result_waits_for_a_database_that_is_locked()
    {
        await _run.EnqueueAsync(QueueRun.Work("a"));
        using var log = new RecordingLogger();
        using var other = new SqliteConnection($"Data Source={_run.File};Pooling=False");
        await other.OpenAsync();
        SqliteTransaction? locking = null;
        using var runner = new Runner(
            _run,
            (item, _) =>
            {
                locking = other.BeginTransaction();
                return Task.FromResult<WorkResult>(new WorkResult.Ended(WorkState.Done, null, (db, _) => QueueRun.StoreEffectAsync(db, item)));
            },
            log);
        await runner.StartAsync(CancellationToken.None);
        Assert.Equal("match a: the result waits to be stored: the database is locked by another program", await log.NextAsync("the result waits"));
        await locking!.DisposeAsync();
        await UntilAsync(async () =>
        {
            _run.Clock.Advance(SqliteWork.LookEvery.TotalSeconds / 100);
            return (await _run.ItemAsync()).State == WorkState.Done;
        });
        await runner.StopAsync(CancellationToken.None);
        Assert.Equal(1, (await _run.ItemAsync()).Attempts);
        Assert.Single(await _run.EffectsAsync());
    }

    [Fact]
    public async Task What_ends_its_process_each_time_is_given_up()
    {
        await _run.EnqueueAsync(QueueRun.Work("a"));
        for (var attempt = 0; attempt < Runner.Attempts; attempt++)
        {
            Assert.Single(await _run.ClaimAsync());
            _run.Clock.Advance(QueueRun.Lease.TotalSeconds);
        }

        using var runner = new Runner(_run, (_, _) => throw new InvalidDataException("It was begun once more."));
        await runner.StartAsync(CancellationToken.None);
        await UntilAsync(async () => (await _run.ItemAsync()).State == WorkState.Failed);
        await runner.StopAsync(CancellationToken.None);
        Assert.Equal($"Begun {Runner.Attempts} times without an end.", (await _run.ItemAsync()).Reason);
        Assert.False(runner.Begun.IsCompleted);
    }

    private static async Task UntilAsync(Func<Task<bool>> isSo)
    {
        using var patience = new CancellationTokenSource(Patience);
        while (!await isSo())
        {
            patience.Token.ThrowIfCancellationRequested();
            await Task.Yield();
        }
    }

    /// <summary>A runner that begins one item and is stopped then; what it began is settled afterwards.</summary>
    private async Task RunOnceAsync(Func<WorkLease, CancellationToken, Task<WorkResult>> work)
    {
        using var runner = new Runner(_run, work);
        await runner.StartAsync(CancellationToken.None);
        await runner.Begun.WaitAsync(Patience);
        await runner.StopAsync(CancellationToken.None);
    }

    private sealed class Runner(QueueRun run, Func<WorkLease, CancellationToken, Task<WorkResult>> work, ILogger? log = null)
        : WorkRunner(run.Queue, new Backoff(new Random(1)), run.Clock, log ?? NullLogger.Instance)
    {
        public const int Attempts = 3;
        private readonly TaskCompletionSource _begun = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public Task Begun => _begun.Task;

        protected override string Kind => QueueRun.Kind;

        protected override int MostAttempts => Attempts;

        protected override Task<WorkResult> WorkAsync(WorkLease item, CancellationToken cancellationToken)
        {
            _begun.TrySetResult();
            return work(item, cancellationToken);
        }
    }
}
