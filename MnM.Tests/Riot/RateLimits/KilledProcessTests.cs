using MnM.Benchmarks.Scenarios;
using MnM.Benchmarks.Scenarios.Limits;

namespace MnM.Tests.Riot.RateLimits;

/// <summary>Real programs, real sockets and real time: what limiters inside one process cannot show.</summary>
public sealed class KilledProcessTests
{
    [Fact]
    public async Task Three_programs_on_one_database_keep_to_the_limits_though_one_is_killed_in_mid_window()
    {
        var results = new Results();
        await new KilledProcess().MeasureAsync(results, Size.Quick, CancellationToken.None);

        // Two have all their answers, and the third had some.
        Assert.InRange(results.Find("killed_requests")!.Value, 51, 99);
        Assert.Equal((0, 0), (results.Find("killed_violations"), results.Find("killed_429")));
    }
}
