using MnM.Collector.Backplane;

namespace MnM.Tests.Backplane;

public sealed class WorkUpkeepTests : IDisposable
{
    private readonly QueueRun _run = new();

    public void Dispose() => _run.Dispose();

    [Fact]
    public async Task What_nobody_did_in_time_expires_with_a_reason()
    {
        await _run.EnqueueAsync(QueueRun.Work("a") with { ExpiresAt = _run.Now.AddMinutes(1) });
        _run.Clock.Advance(60);
        Assert.Empty(await _run.ClaimAsync());
        await _run.Upkeep.TickAsync(CancellationToken.None);

        var item = await _run.ItemAsync();
        Assert.Equal((WorkState.Expired, "Its time was over before it was done."), (item.State, item.Reason));
    }

    [Fact]
    public async Task What_somebody_works_on_does_not_expire()
    {
        await _run.EnqueueAsync(QueueRun.Work("a") with { ExpiresAt = _run.Now.AddMinutes(1) });
        var lease = Assert.Single(await _run.ClaimAsync());
        _run.Clock.Advance(61);
        await _run.Upkeep.TickAsync(CancellationToken.None);

        Assert.True(await _run.CompleteAsync(lease));
    }

    [Fact]
    public async Task What_ended_stays_a_week()
    {
        await _run.EnqueueAsync(QueueRun.Work("a"));
        await _run.CompleteAsync(Assert.Single(await _run.ClaimAsync()));
        await _run.Upkeep.TickAsync(CancellationToken.None);
        _run.Clock.Advance(WorkUpkeep.Keep.TotalSeconds);
        await _run.Upkeep.TickAsync(CancellationToken.None);
        Assert.Single(await _run.ItemsAsync());

        _run.Clock.Advance(1);
        await _run.Upkeep.TickAsync(CancellationToken.None);
        Assert.Empty(await _run.ItemsAsync());
    }

    [Fact]
    public async Task When_the_clock_is_put_back_nothing_waits_until_it_is_there_again()
    {
        await _run.EnqueueAsync(QueueRun.Work("waits") with { DueAt = _run.Now.AddMinutes(10) }, QueueRun.Work("leased"));
        Assert.Single(await _run.ClaimAsync());
        _run.Clock.SetWall(TimeSpan.FromDays(-1));
        await _run.Upkeep.TickAsync(CancellationToken.None);

        Assert.Empty(await _run.ClaimAsync());
        _run.Clock.Advance(QueueRun.Lease.TotalSeconds);
        Assert.Equal("leased", Assert.Single(await _run.ClaimAsync()).Key);
        _run.Clock.Advance(480);
        Assert.Contains("waits", (await _run.ClaimAsync()).Select(lease => lease.Key));
    }

    [Fact]
    public async Task Figures_tell_how_much_waits_and_how_long_it_will_take()
    {
        await _run.EnqueueAsync([.. Enumerable.Range(0, 10).Select(number => QueueRun.Work($"{number}"))]);
        var since = _run.Now;
        foreach (var lease in await _run.ClaimAsync(4))
        {
            _run.Clock.Advance(10);
            await _run.CompleteAsync(lease);
        }

        await _run.EnqueueAsync(QueueRun.Work("later", Lane.Live) with { DueAt = _run.Now.AddHours(1) });
        var figures = await new WorkQueries(_run, _run.Clock).ReadAsync(CancellationToken.None);
        Assert.Equal<WorkFigures>(
            [
                new WorkFigures(QueueRun.Kind, Lane.Live, 1, 0, null, 0, 0, null),
                new WorkFigures(QueueRun.Kind, Lane.Crawl, 6, 6, since, 4, 0, TimeSpan.FromSeconds(45)),
            ],
            figures);
    }
}
