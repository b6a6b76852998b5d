using MnM.Benchmarks.Requests;
using MnM.Collector.Backplane;

namespace MnM.Benchmarks.Scenarios.Limits;

/// <summary>1,020 requests on a personal key, in simulated time: how much longer they take than they must, and whether any came too early.</summary>
internal sealed class SimulatedLimits : Measurement
{
    private const int Requests = 1020;
    private const int Processes = 3;
    private const double Patience = 3600;

    private int _violations;
    private int _refused;
    private int _requests;

    public override string Title => "1,020 requests on a personal key";

    public override async Task MeasureAsync(Results results, Size size, CancellationToken cancellationToken)
    {
        (_violations, _refused, _requests) = (0, 0, 0);
        results.Add("ratio_cold", await RatioAsync(1, null, [], cancellationToken));
        results.Add("ratio_latency", await RatioAsync(1, SimulatedTraffic.Latency(1), [], cancellationToken));
        results.Add("ratio_three", await RatioAsync(Processes, SimulatedTraffic.Latency(2), [], cancellationToken));
        double[] moments = size == Size.Quick ? [62] : [2.3, 62, 121.7, 484.05];
        var restarted = 0.0;
        foreach (var moment in moments)
        {
            restarted = Math.Max(restarted, await RatioAsync(1, SimulatedTraffic.Latency(3), [moment], cancellationToken));
        }

        results.Add("ratio_restart", restarted);
        results.Add("live_wait_p95_s", await LiveWaitAsync(size, cancellationToken));
        results.Add("starved_s", await StarvedAsync(cancellationToken));
        results.Add("simulated_requests", _requests);
        results.Add("violations", _violations);
        results.Add("own_429", _refused);
    }

    /// <summary>The time until the last of so many requests is answered, against the shortest that the limits allow.</summary>
    private async Task<double> RatioAsync(int processes, Func<TimeSpan>? latency, double[] kills, CancellationToken cancellationToken)
    {
        await using var traffic = await SimulatedTraffic.StartAsync(processes, latency, cancellationToken);
        var answers = Enumerable.Range(0, processes).Select(asker => traffic.Ask(Requests / processes, asker: asker)).ToList();
        foreach (var kill in kills)
        {
            await traffic.PassAsync(kill - traffic.Second, cancellationToken);
            await traffic.RestartAsync();
            answers.Add(traffic.Ask(Requests - answers.Sum(list => list.Count)));
        }

        await traffic.PassAsync(Patience, cancellationToken);
        Judge(traffic);
        var answered = answers.SelectMany(list => list).ToList();
        return answered.Count == Requests
            ? answered.Max(answer => answer.Answered) / ShortestTime.Of(Requests)
            : throw new InvalidOperationException($"Only {answered.Count} of {Requests} requests were answered.");
    }

    /// <summary>Ten people with three requests each, at a bad moment or a good one, while both lanes below have more to do than they may. The worst moment counts.</summary>
    private async Task<double> LiveWaitAsync(Size size, CancellationToken cancellationToken)
    {
        var random = new Random(4);
        double[] moments = [0.9, 2.02, 61, 119.95, 120.5, 121.5, .. Enumerable.Range(0, size == Size.Quick ? 2 : 14).Select(_ => random.NextDouble() * 300)];
        var worst = 0.0;
        foreach (var moment in moments)
        {
            await using var traffic = await SimulatedTraffic.StartAsync(1, SimulatedTraffic.Latency((int)(moment * 100)), cancellationToken);
            traffic.Reserve(live: true, tracking: false);
            traffic.Ask(400, Lane.Crawl);
            traffic.Ask(400, Lane.Requested);
            await traffic.PassAsync(moment, cancellationToken);
            var live = traffic.Ask(30, Lane.Live);
            await traffic.PassAsync(150, cancellationToken);
            Judge(traffic);
            worst = Math.Max(worst, Results.Percentile([.. live.Select(answer => answer.Answered - answer.Asked)], 95));
        }

        return worst;
    }

    /// <summary>The longest time for which a lane had requests and none of them was answered, while every lane has more to do than it may.</summary>
    private async Task<double> StarvedAsync(CancellationToken cancellationToken)
    {
        const double End = 1200;
        await using var traffic = await SimulatedTraffic.StartAsync(1, SimulatedTraffic.Latency(5), cancellationToken);
        traffic.Reserve(live: true, tracking: true);
        var lanes = Enum.GetValues<Lane>().Select(lane => traffic.Ask(Requests, lane)).ToList();
        await traffic.PassAsync(End, cancellationToken);
        Judge(traffic);
        return lanes.Max(lane =>
        {
            var times = lane.Select(answer => answer.Answered).Order().Prepend(0).Append(End).ToList();
            return times.Zip(times.Skip(1), (one, next) => next - one).Max();
        });
    }

    private void Judge(SimulatedTraffic traffic)
    {
        var (violations, refused, requests) = traffic.Judge();
        _violations += violations;
        _refused += refused;
        _requests += requests;
    }
}
