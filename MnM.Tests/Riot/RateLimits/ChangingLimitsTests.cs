using MnM.Collector.Riot.RateLimits;

namespace MnM.Tests.Riot.RateLimits;

/// <summary>Limits, headers and the clock change under the requests.</summary>
public sealed class ChangingLimitsTests
{
    [Fact]
    public async Task Limits_that_change_in_flight_are_followed()
    {
        await using var run = await LimiterRun.StartAsync();
        run.Latency = _ => 30;
        run.Ask(60);
        await run.FinishAsync();
        run.Server.Route = [new(10, 1), new(50, 60)];
        await run.PassAsync(120);
        run.Ask(1);
        await run.FinishAsync();
        run.Ask(100);
        await run.FinishAsync();
        Assert.Equal(0, run.Server.Violations);
        run.Server.Route = [new(500, 10), new(30_000, 600)];
        await run.PassAsync(60);
        run.Ask(1);
        await run.FinishAsync();
        var from = run.Second;
        run.Ask(499);
        await run.FinishAsync();
        Assert.Equal(0, run.Server.Violations);
        Assert.InRange(run.Second - from, 0, 11);
    }

    [Fact]
    public async Task Limits_that_change_while_requests_are_under_way_overfill_a_window_with_those_at_most()
    {
        await using var run = await LimiterRun.StartAsync();
        run.Ask(1);
        await run.FinishAsync();
        run.Latency = _ => 300;
        run.Ask(100);
        await run.PassAsync(0.1);
        var underWay = run.Gone.Count - run.Server.Counted;
        run.Server.Route = [new(5, 1), new(30, 60)];
        await run.FinishAsync();

        Assert.Equal(101, run.Server.Counted);
        Assert.InRange(underWay, 15, 20);
        Assert.InRange(run.Server.Violations, 1, underWay);
        Assert.InRange(run.Second, 180, 250);
    }

    [Theory]
    [InlineData(10)]
    [InlineData(-10)]
    public async Task A_clock_that_is_set_frees_no_place(double seconds)
    {
        await using var run = await LimiterRun.StartAsync();
        run.Latency = _ => 30;
        run.Ask(300);
        await run.PassAsync(100);
        run.Clock.SetWall(TimeSpan.FromSeconds(seconds));
        await run.PassAsync(115);
        run.Clock.SetWall(TimeSpan.FromSeconds(-seconds));
        await run.FinishAsync();
        Assert.Equal(0, run.Server.Violations);
        Assert.InRange(run.Second, 240, 275);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    [InlineData(5)]
    [InlineData(6)]
    [InlineData(7)]
    [InlineData(8)]
    [InlineData(9)]
    public async Task Whatever_headers_and_clock_say_nothing_hangs_and_no_window_is_overfull(int seed)
    {
        var random = new Random(seed);
        await using var run = await LimiterRun.StartAsync(processes: 1 + (seed % 3), seed: seed);
        run.Latency = _ => random.Next(1, 400);
        run.IsLost = _ => random.Next(40) == 0;
        run.Server.IsSilent = () => random.Next(4) == 0;
        run.Server.Told = count => random.Next(30) == 0 ? random.Next(1, 200) : count;
        run.Server.Written = header => random.Next(12) switch { 0 => $"{header},{header}", 1 => $" {header} ,", 2 => "", 3 => "many", 4 => "0:1,-5:x", _ => header };
        var (clean, written) = ((Func<string, string>)(static header => header), run.Server.Written);
        for (var batch = 0; batch < 5; batch++)
        {
            run.Server.Route = [.. Enumerable.Range(0, random.Next(1, 4)).Select(_ => new RateLimit(random.Next(2, 60), random.Next(1, 130)))];
            run.Server.Methods["m"] = [new RateLimit(random.Next(1, 60), random.Next(1, 60))];

            // The limits are others now, and nobody can know before the next answers that tell them.
            var isSilent = run.Server.IsSilent;
            (run.Server.IsSilent, run.Server.Written, run.Server.Refusal) = (() => false, clean, _ => null);
            run.IsLost = _ => false;
            run.Ask(1);
            await run.FinishAsync();
            (run.Server.IsSilent, run.Server.Written, run.IsLost) = (isSilent, written, _ => random.Next(40) == 0);
            run.Server.Refusal = _ => random.Next(60) != 0 ? null : new RateHeaders
            {
                IsRefused = true,
                IsRoutesLimit = random.Next(2) == 0,
                RetryAfter = random.Next(2) == 0 ? null : TimeSpan.FromSeconds(random.Next(1, 20)),
            };

            var violations = run.Server.Violations;
            for (var process = 0; process < 1 + (seed % 3); process++)
            {
                run.Ask(30, process: process);
            }

            if (seed > 6)
            {
                await run.PassAsync(random.Next(1, 30));
                run.Clock.SetWall(TimeSpan.FromSeconds(random.Next(-10, 11)));
            }

            await run.FinishAsync();
            Assert.Equal(violations, run.Server.Violations);
        }

        Assert.Equal(5 + (5 * 30 * (1 + (seed % 3))), run.Server.Counted);
    }
}
