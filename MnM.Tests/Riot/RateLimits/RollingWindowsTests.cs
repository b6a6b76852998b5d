using MnM.Collector.Riot.RateLimits;

namespace MnM.Tests.Riot.RateLimits;

/// <summary>Random traffic against random limits: no window of an exact server ever holds more than was allowed when its requests were sent.</summary>
public sealed class RollingWindowsTests
{
    private static readonly LaneShare All = new(100, 100);

    public static TheoryData<int> Seeds => [.. Enumerable.Range(1, 60)];

    [Theory]
    [MemberData(nameof(Seeds))]
    public void No_window_is_overfull_whatever_the_limits_and_however_late_the_answers(int seed)
    {
        var random = new Random(seed);
        RateLimit[] limits = [.. Enumerable.Range(0, random.Next(1, 4)).Select(_ => new RateLimit(random.Next(1, 40), random.Next(1, 30)))];
        var windows = new RollingWindows();
        windows.Learn(string.Join(',', limits));
        var slowest = random.Next(1, 3000);
        List<long> counted = [];
        PriorityQueue<(long Booked, long? At), long> answers = new();
        var now = 1_700_000_000_000L;
        for (var request = 0; request < 400; request++)
        {
            now += random.Next(4) == 0 ? random.Next(2000) : 0;
            now = Math.Max(now, windows.FreeAt(All));
            while (answers.TryPeek(out var answer, out var due) && due <= now)
            {
                windows.Correct(answer.Booked, answer.At);
                answers.Dequeue();
            }

            if (windows.FreeAt(All) > now)
            {
                continue;
            }

            var booked = windows.Take(now + 10_000);
            var (there, back) = (random.Next(slowest), random.Next(slowest));
            counted.Add(now + there);
            var isLost = random.Next(30) == 0;
            answers.Enqueue((booked, isLost ? booked : now + there + back), isLost ? now + 10_000 : now + there + back);
        }

        counted.Sort();
        Assert.All(limits, limit => Assert.InRange(Fullest(counted, limit), 1, limit.Requests));
    }

    [Theory]
    [InlineData(1_000)]
    [InlineData(0)]
    public void A_clock_that_is_set_cuts_no_pause_short(long step)
    {
        const long Now = 1_700_000_000_000;
        var windows = new RollingWindows();
        windows.Pause(Now + 86_400_000);
        windows.Shift(step, Now + 20_000);

        Assert.Equal(Now + 86_400_000 + step, windows.PausedUntil);
    }

    [Fact]
    public void A_pause_that_is_over_is_forgotten()
    {
        const long Now = 1_700_000_000_000;
        var windows = new RollingWindows();
        windows.Pause(Now + 1000);
        windows.Stored();
        windows.Forget(Now + 999);
        Assert.Equal((Now + 1000, false), (windows.PausedUntil, windows.HasChanged));
        windows.Forget(Now + 1000);

        Assert.Equal((0, true), (windows.PausedUntil, windows.HasChanged));
    }

    [Theory]
    [MemberData(nameof(Seeds))]
    public void Counts_of_the_server_never_book_a_request_twice(int seed)
    {
        var random = new Random(seed);
        var limit = new RateLimit(random.Next(2, 40), random.Next(1, 20));
        var windows = new RollingWindows();
        windows.Learn($"{limit}");
        List<long> counted = [];
        PriorityQueue<(long Sent, long Booked, int Count), long> answers = new();
        PriorityQueue<(long Sent, long Booked, long Back), long> arrivals = new();
        var now = 1_700_000_000_000L;
        for (var step = 0; step < 3000; step++)
        {
            now += random.Next(40);
            while (arrivals.TryPeek(out var arrival, out var at) && at <= now)
            {
                arrivals.Dequeue();
                counted.Add(at);
                answers.Enqueue((arrival.Sent, arrival.Booked, counted.Count(time => time > at - limit.Milliseconds)), at + arrival.Back);
            }

            while (answers.TryPeek(out var answer, out var at) && at <= now)
            {
                answers.Dequeue();
                windows.Correct(answer.Booked, at);
                windows.Match(limit, answer.Count, answer.Sent, at);
            }

            if (windows.FreeAt(All) <= now)
            {
                arrivals.Enqueue((now, windows.Take(now + 10_000), random.Next(1, 300)), now + random.Next(1, 300));
            }
        }

        var kept = now - limit.Milliseconds - 300;
        Assert.InRange(windows.Used(limit, now), 1, limit.Requests);
        Assert.Equal(0, Math.Max(0, windows.Used(new RateLimit(1, 500), now) - counted.Count(time => time > now - 500_000) - arrivals.Count));
        Assert.True(counted.Exists(time => time > kept));
    }

    [Fact]
    public void A_limit_that_is_lowered_counts_what_has_gone()
    {
        var windows = new RollingWindows();
        windows.Learn("100:120");
        for (var request = 0; request < 60; request++)
        {
            windows.Take(1_000_000 + (request * 100));
        }

        windows.Learn("50:60");
        Assert.Equal(1_000_000 + (10 * 100) + 60_000 + RollingWindows.ServerOverhead, windows.FreeAt(All));
    }

    [Fact]
    public void A_count_above_the_limit_fills_the_window_and_no_more()
    {
        var windows = new RollingWindows();
        windows.Learn("20:1,100:120");
        windows.Match(new RateLimit(20, 1), 21, sentAt: 1_000_000, now: 1_000_040);
        Assert.Equal(20, windows.Used(new RateLimit(20, 1), 1_000_041));
        Assert.Equal(1_000_040 + 1000 + RollingWindows.ServerOverhead, windows.FreeAt(All));
    }

    [Fact]
    public void A_request_that_was_never_sent_takes_no_place()
    {
        var windows = new RollingWindows();
        windows.Learn("1:10");
        windows.Correct(windows.Take(1_000_000), null);
        Assert.True(windows.FreeAt(All) <= 0);
    }

    [Fact]
    public void Times_that_no_window_reaches_are_forgotten()
    {
        var windows = new RollingWindows();
        windows.Learn("100:120");
        windows.Take(1_000_000);
        windows.Take(2_000_000);
        windows.Forget(2_000_000);
        Assert.Equal(1, windows.Used(new RateLimit(1, 86_400), 2_000_000));
    }

    [Fact]
    public void A_pause_holds_everything_up_and_a_shorter_one_does_not_end_it()
    {
        var windows = new RollingWindows();
        windows.Pause(5000);
        windows.Pause(4000);
        Assert.Equal(5000, windows.FreeAt(All));
    }

    private static int Fullest(List<long> sorted, RateLimit limit)
    {
        var (most, first) = (0, 0);
        for (var last = 0; last < sorted.Count; last++)
        {
            while (sorted[first] <= sorted[last] - limit.Milliseconds)
            {
                first++;
            }

            most = Math.Max(most, last - first + 1);
        }

        return most;
    }
}
