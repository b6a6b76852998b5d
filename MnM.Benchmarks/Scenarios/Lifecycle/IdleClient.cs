using MnM.Benchmarks.Evenings;
using MnM.Simulator.World;

namespace MnM.Benchmarks.Scenarios.Lifecycle;

/// <summary>How often MnM asks a League client in which nothing happens.</summary>
internal sealed class IdleClient : Measurement
{
    private const int Minutes = 10;

    public override string Title => "An idle League client";

    public override async Task MeasureAsync(Results results, Size size, CancellationToken cancellationToken)
    {
        using var folder = new ScratchFolder();
        await using var evening = new WatchedEvening(folder.Path, new EveningOptions { Speed = 0.001 });
        evening.Machine.Start();
        await evening.StartMnmAsync();
        await evening.Machine.Evening.WalkToAsync(GameflowPhase.Lobby);
        for (var second = 0; second < 60; second++)
        {
            await evening.SecondAsync();
        }

        if (evening.State?.Client is not { IsConnected: true, RawPhase: "Lobby" })
        {
            throw new InvalidOperationException($"MnM is not in the lobby but sees {evening.State?.Client}.");
        }

        var before = evening.ClientRequests;
        for (var second = 0; second < Minutes * 60; second++)
        {
            await evening.SecondAsync();
        }

        results.Add("lcu_requests_per_minute", (evening.ClientRequests - before) / (double)Minutes);
    }
}
