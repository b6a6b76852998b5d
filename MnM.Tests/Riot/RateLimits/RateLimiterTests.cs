using System.Diagnostics;
using MnM.Collector.Backplane;
using MnM.Collector.Riot.RateLimits;

namespace MnM.Tests.Riot.RateLimits;

public sealed class RateLimiterTests
{
    /// <summary>What 1,020 requests take at the least under 20 a second and 100 in two minutes: the last 20 go at the start of the eleventh window.</summary>
    private const double Shortest = 1200;

    [Fact]
    public async Task Requests_go_as_fast_as_the_limits_allow_and_no_faster()
    {
        await using var run = await LimiterRun.StartAsync();
        run.Ask(1020);
        await run.FinishAsync();
        Assert.Equal(1020, run.Server.Counted);
        Assert.Equal(0, run.Server.Violations);
        Assert.InRange(run.Second, Shortest, Shortest * 1.01);
    }

    [Fact]
    public async Task No_window_of_the_server_is_overfull_however_long_requests_are_under_way()
    {
        await using var run = await LimiterRun.StartAsync();
        run.Latency = random => random.Next(10, 71);
        run.Ask(1020);
        await run.FinishAsync();
        Assert.Equal(0, run.Server.Violations);
        Assert.InRange(run.Second, Shortest, Shortest * 1.015);
    }

    [Fact]
    public async Task Three_processes_share_the_windows()
    {
        await using var run = await LimiterRun.StartAsync(processes: 3);
        run.Latency = random => random.Next(10, 71);
        for (var process = 0; process < 3; process++)
        {
            run.Ask(340, process: process);
        }

        await run.FinishAsync();
        Assert.Equal(1020, run.Server.Counted);
        Assert.Equal(0, run.Server.Violations);
        Assert.InRange(run.Second, Shortest, Shortest * 1.015);
    }

    [Theory]
    [InlineData(1.03)]
    [InlineData(62)]
    [InlineData(120.1)]
    public async Task A_kill_frees_no_place(double second)
    {
        await using var run = await LimiterRun.StartAsync();
        run.Latency = random => random.Next(10, 71);
        run.Ask(1020);
        await run.PassAsync(second);
        await run.KillAsync();
        run.Launch();
        run.Ask(1020 - run.Gone.Count);
        await run.FinishAsync();
        Assert.Equal(0, run.Server.Violations);
        Assert.InRange(run.Second, Shortest, Shortest * 1.02);
    }

    [Fact]
    public async Task One_request_goes_at_a_time_until_the_first_headers()
    {
        await using var run = await LimiterRun.StartAsync(processes: 2);
        run.Latency = _ => 500;
        run.Ask(5);
        run.Ask(5, process: 1);
        await run.PassAsync(0.9);
        Assert.Single(run.Gone);
        await run.PassAsync(0.4);
        Assert.Equal(10, run.Gone.Count);
    }

    [Fact]
    public async Task A_server_that_tells_no_limits_gets_one_request_at_a_time()
    {
        await using var run = await LimiterRun.StartAsync();
        run.Server.IsSilent = () => true;
        run.Latency = _ => 250;
        run.Ask(10);
        await run.PassAsync(2.1);
        Assert.InRange(run.Gone.Count, 4, 5);
    }

    [Fact]
    public async Task The_limit_of_a_method_holds_only_that_method_up()
    {
        await using var run = await LimiterRun.StartAsync();
        run.Server.Methods["slow"] = [new(2, 10)];
        run.Latency = _ => 20;
        run.Ask(6, "slow");
        run.Ask(10, "quick");
        await run.PassAsync(2);
        Assert.Equal(2, run.Gone.Count(one => one.Method == "slow"));
        Assert.Equal(10, run.Gone.Count(one => one.Method == "quick"));
        await run.FinishAsync();
        Assert.Equal(0, run.Server.Violations);
        Assert.InRange(run.Second, 20, 21);
    }

    [Fact]
    public async Task A_lost_answer_takes_one_place_and_holds_nobody_up()
    {
        await using var run = await LimiterRun.StartAsync();
        run.Latency = _ => 30;
        run.IsLost = random => random.Next(20) == 0;
        run.Ask(400);
        await run.FinishAsync();
        Assert.Equal(0, run.Server.Violations);
        Assert.InRange(run.Gone.Count(one => one.Second < 370), 370, 399);
    }

    [Fact]
    public async Task Requests_of_another_program_with_the_same_key_are_counted()
    {
        await using var run = await LimiterRun.StartAsync();
        run.Latency = _ => 30;
        for (var request = 0; request < 15; request++)
        {
            run.Server.Count("foreign");
        }

        run.Ask(30);
        await run.PassAsync(0.9);
        Assert.Equal(5, run.Gone.Count);
        await run.FinishAsync();
        Assert.Equal(0, run.Server.Violations);
    }

    [Fact]
    public async Task A_request_that_is_withdrawn_takes_no_place()
    {
        await using var run = await LimiterRun.StartAsync();
        using var withdrawn = new CancellationTokenSource();
        run.Ask(20);
        await run.PassAsync(0.5);
        run.Ask(10, "never", cancellationToken: withdrawn.Token);
        await run.PassAsync(0.2);
        await withdrawn.CancelAsync();
        Assert.Equal(0, run.Limiter.Waiting);
        run.Ask(20);
        await run.PassAsync(0.6);
        Assert.Equal(40, run.Gone.Count);
        Assert.DoesNotContain(run.Gone, one => one.Method == "never");
    }

    [Fact]
    public async Task Budgets_tell_what_is_used_and_who_waits_how_long()
    {
        await using var run = await LimiterRun.StartAsync();
        run.Ask(130);
        await run.PassAsync(10);
        var budget = Assert.Single(await run.Limiter.BudgetsAsync(CancellationToken.None));
        Assert.Equal("20:1 0, 100:120 100", string.Join(", ", budget.Scopes[0].Windows.Select(window => $"{window.Limit} {window.Used}")));
        var waiting = budget.Waiting.Single(lane => lane.Lane == Lane.Requested);
        Assert.Equal(30, waiting.Count);
        Assert.Equal(TimeSpan.FromSeconds(120), waiting.Expected);
        Assert.Null(budget.Waiting.Single(lane => lane.Lane == Lane.Live).Expected);
    }

    [Theory]
    [InlineData(true, 5)]
    [InlineData(false, 0)]
    public async Task A_refusal_pauses_what_it_names(bool isRoutes, double seconds)
    {
        await using var run = await LimiterRun.StartAsync();
        run.Ask(1, "refused");
        run.Ask(1, "other");
        await run.FinishAsync();
        run.Server.Refusal = method => method == "refused"
            ? new RateHeaders { IsRefused = true, IsRoutesLimit = isRoutes, RetryAfter = TimeSpan.FromSeconds(5) }
            : null;
        run.Ask(1, "refused");
        await run.FinishAsync();
        var from = run.Second;
        run.Ask(1, "other");
        await run.FinishAsync();
        Assert.InRange(run.Second - from, seconds, seconds + 0.1);
        run.Ask(1, "refused");
        await run.FinishAsync();
        Assert.InRange(run.Second - from, 5, 5.1);
    }

    [Fact]
    public async Task While_the_database_does_not_answer_nothing_goes_and_nobody_is_forgotten()
    {
        await using var run = await LimiterRun.StartAsync();
        run.Latency = _ => 30;
        run.Ask(10);
        await run.PassAsync(0.1);
        await run.ExecuteAsync("ALTER TABLE rate_windows RENAME TO away");
        run.Ask(10);
        var gone = run.Gone.Count;
        await run.PassAsync(5);
        Assert.Equal(gone, run.Gone.Count);
        await run.ExecuteAsync("ALTER TABLE away RENAME TO rate_windows");
        await run.FinishAsync();
        Assert.Equal(20, run.Gone.Count);
        Assert.Equal(0, run.Server.Violations);
        Assert.Equal(20, (await run.Limiter.BudgetsAsync(CancellationToken.None))[0].Scopes[0].Windows[^1].Used);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_request_that_leaves_late_keeps_its_place_from_then_on(bool isLost)
    {
        await using var run = await LimiterRun.StartAsync();
        run.Server.Route = [new(5, 20)];
        run.Ask(1);
        await run.FinishAsync();

        // A machine that is busy for seconds may neither send a request nor give it up in time.
        run.Latency = _ => run.Second < 1 ? 13_000 : 0;
        run.IsLost = _ => isLost;
        run.Ask(25);
        await run.FinishAsync();
        Assert.Equal(0, run.Server.Violations);
    }

    [Fact]
    public async Task A_pause_holds_all_processes_and_the_next_start()
    {
        await using var run = await LimiterRun.StartAsync(processes: 2);
        run.Ask(1);
        await run.FinishAsync();
        run.Server.Refusal = _ => new RateHeaders { IsRefused = true, IsRoutesLimit = true, RetryAfter = TimeSpan.FromSeconds(30) };
        run.Ask(1);
        await run.FinishAsync();
        run.Server.Refusal = _ => null;
        var (refused, since) = (run.Second, Stopwatch.GetTimestamp());
        while ((await run.Limiter.BudgetsAsync(CancellationToken.None))[0].Scopes[0].PausedUntil is null)
        {
            Assert.True(Stopwatch.GetElapsedTime(since) < TimeSpan.FromSeconds(30), "The pause is not kept.");
            await run.PassAsync(0.001);
        }

        await run.KillAsync();
        run.Launch();
        run.Ask(1);
        run.Ask(1, process: 1);
        await run.FinishAsync();

        Assert.All(run.Gone.Skip(2), one => Assert.InRange(one.Second - refused, 29.9, 30.5));
    }
}
