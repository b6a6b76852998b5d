using System.Net;
using Microsoft.EntityFrameworkCore;
using MnM.Collector.Storage;
using MnM.Collector.Tracking;
using MnM.Collector.Tracking.Health;
using MnM.Simulator;
using MnM.Tests.Hosting;
using MnM.Tests.Riot;

namespace MnM.Tests.Tracking;

/// <summary>How well tracking does, as the health page tells it.</summary>
public sealed class TrackingMetricsTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly SimulatorClock _clock = new();
    private readonly FriendsWorld _world;

    public TrackingMetricsTests() => _world = new FriendsWorld(_clock);

    [Fact]
    public async Task A_good_evening_meets_all_six_criteria_and_alarms_nobody()
    {
        await using var run = await StartAsync();
        await run.AddAsync("Anna", "Bert");
        foreach (var number in new[] { 7001, 7002, 7003 })
        {
            _world.Games.Add(new WorldGame(number, _world.Now, TimeSpan.FromMinutes(20), "Anna", "Bert"));
            await run.PassAsync(TimeSpan.FromMinutes(26));
        }

        _world.Games.Add(new WorldGame(7004, _world.Now, TimeSpan.FromMinutes(20), "Anna"));
        await run.PassAsync(TimeSpan.FromMinutes(2));
        var metrics = await ReadAsync(run);
        Assert.Equal((2, 0, 1), (metrics.Players, metrics.Paused, metrics.InGame));
        Assert.Equal([(GameStatus.Active, 1), (GameStatus.Completed, 6)], metrics.Statuses.Where(status => status.Count > 0).Select(status => (status.Status, status.Count)));
        Assert.Equal((7, 6), (metrics.Hours.Sum(hour => hour.Detected), metrics.Hours.Sum(hour => hour.Completed)));
        Assert.Equal(24, metrics.Hours.Length);
        Assert.Equal(6, metrics.CompletionTimes.Where(bucket => bucket.Most <= 300).Sum(bucket => bucket.Count));
        Assert.Equal(6, metrics.CompletionTime.Count);
        Assert.InRange(metrics.CompletionTime.Median!.Value, TimeSpan.FromMinutes(2), TimeSpan.FromMinutes(5));
        Assert.InRange(metrics.DetectionTime.Slow!.Value, TimeSpan.Zero, TimeSpan.FromMinutes(1));
        Assert.Equal(["found_running", "found_soon", "ended", "completed_soon", "retried", "missing"], metrics.Criteria.Select(criterion => criterion.Name));
        Assert.DoesNotContain(metrics.Criteria, criterion => criterion.IsMet == false);
        Assert.Empty(metrics.Alerts);
        Assert.Equal(["completion", "detection", "sweep"], metrics.Loops.Keys);
        Assert.All(metrics.Loops.Values, loop => Assert.Equal(0, loop.Overruns));
        Assert.NotNull(metrics.SweptTo);
    }

    [Fact]
    public async Task A_result_that_does_not_come_is_an_alert_after_two_hours_an_urgent_one_after_three_and_missing_after_a_day()
    {
        await using var run = await StartAsync();
        await run.AddAsync("Anna");
        var game = new WorldGame(7001, _world.Now, TimeSpan.FromMinutes(20), "Anna") { Delay = null };
        _world.Games.Add(game);
        await run.PassAsync(TimeSpan.FromMinutes(21));
        foreach (var (hours, alert, isUrgent) in new[] { (1.9, null, false), (2.1, "stuck_two_hours", false), (3.1, "stuck_three_hours", true) })
        {
            _clock.Advance((game.End.AddHours(hours) - _world.Now).TotalSeconds);
            await run.PassAsync(TimeSpan.FromMinutes(1));
            var told = (await ReadAsync(run)).Alerts.SingleOrDefault(one => one.Name.StartsWith("stuck", StringComparison.Ordinal));
            Assert.Equal((alert, isUrgent), (told?.Name, told?.IsUrgent ?? false));
        }

        _clock.Advance((game.End.AddHours(25) - _world.Now).TotalSeconds);
        await run.PassAsync(TimeSpan.FromMinutes(20));
        var metrics = await ReadAsync(run);
        Assert.Equal((0, 1), (metrics.StuckTwoHours, metrics.MissingCount));
        Assert.Equal(("EUW1_7001", GameStatus.Expired), (metrics.MissingResults[0].GameId, metrics.MissingResults[0].Status));
        Assert.False(Assert.Single(metrics.Criteria, criterion => criterion.Name == "missing").IsMet);
    }

    [Fact]
    public async Task A_bad_key_and_loops_that_stand_still_are_urgent()
    {
        await using var run = await StartAsync();
        await run.AddAsync("Anna");
        await run.PassAsync(TimeSpan.FromMinutes(1));
        _world.Instead = _ => StubRiot.Answer(HttpStatusCode.Unauthorized);
        await run.PassAsync(TimeSpan.FromMinutes(5));
        Assert.Equal(["key"], (await ReadAsync(run)).Alerts.Where(alert => alert.IsUrgent).Select(alert => alert.Name));

        _clock.Advance(3600);
        Assert.Equal(3, (await ReadAsync(run)).Alerts.Count(alert => alert.Name == "loop_stands"));
    }

    [Fact]
    public async Task Any_tool_can_read_the_figures_by_hour()
    {
        await using var run = await StartAsync();
        await run.AddAsync("Anna");
        _world.Games.Add(new WorldGame(7001, _world.Now, TimeSpan.FromMinutes(20), "Anna"));
        await run.PassAsync(TimeSpan.FromMinutes(26));
        await using var db = await run.Get<IDbContextFactory<MnmDbContext>>().CreateDbContextAsync();
        var hours = await db.Database.SqlQuery<string>(
            $"SELECT hour || ' ' || detected || ' ' || completed || ' ' || found_running || ' ' || retries || ' ' || (average_completion_seconds BETWEEN 100 AND 300) AS Value FROM game_tracking_metrics")
            .ToListAsync();
        Assert.Equal(["2026-10-03T12:00:00Z 1 1 1 0 1"], hours);
    }

    public void Dispose() => _folder.Dispose();

    private static Task<TrackingMetrics> ReadAsync(TrackingRun run) => run.Get<TrackingMetricsQueries>().ReadAsync(CancellationToken.None);

    private Task<TrackingRun> StartAsync() => TrackingRun.StartAsync(_folder, _world, _clock);
}
