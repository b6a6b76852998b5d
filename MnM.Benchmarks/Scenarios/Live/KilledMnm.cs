using System.Diagnostics;
using MnM.Benchmarks.Processes;

namespace MnM.Benchmarks.Scenarios.Live;

/// <summary>The real program is killed during a game, again and again: whether what it had received is stored, and how soon the next one polls.</summary>
internal sealed class KilledMnm : Measurement
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    /// <summary>The usual time between two polls.</summary>
    private static readonly TimeSpan Interval = TimeSpan.FromSeconds(1);

    /// <summary>An answer that was on its way when MnM was killed is noted by the simulator a moment later.</summary>
    private static readonly TimeSpan AnswerUnderWay = TimeSpan.FromMilliseconds(300);

    public override string Title => "MnM killed in mid-game";

    public override string? FindLack() => Programs.FindLack();

    public override async Task MeasureAsync(Results results, Size size, CancellationToken cancellationToken)
    {
        var polls = size == Size.Quick ? 3 : 10;
        using var folder = new ScratchFolder();
        var data = Directory.CreateDirectory(folder.File("data")).FullName;
        await using var simulator = await SimulatorProcess.StartAsync(folder.Path, ["--speed", "5"], cancellationToken);
        var (lost, answered, stored) = (0, 0, new StoredPolls(0, 0));
        var resumes = new List<double>();
        var mnm = MnmProcess.Start(data, [], simulator.Settings);
        try
        {
            for (var round = 0; round < Results.Rounds; round++)
            {
                await simulator.WaitForPollsAsync(answered + polls, Patience, cancellationToken);

                // Each round meets another moment between two polls.
                await Task.Delay(Interval * round / Results.Rounds, TimeProvider.System, cancellationToken);
                await mnm.KillAsync();
                await Task.Delay(AnswerUnderWay, TimeProvider.System, cancellationToken);

                // The last answer may have come too late to be stored.
                lost += await CountLostAsync(spared: 1);
                var start = Stopwatch.GetTimestamp();
                await mnm.DisposeAsync();
                mnm = MnmProcess.Start(data, [], simulator.Settings);
                await simulator.WaitForPollsAsync(answered + 1, Patience, cancellationToken);
                resumes.Add(Stopwatch.GetElapsedTime(start).TotalSeconds);
            }

            await simulator.WaitForPollsAsync(answered + polls, Patience, cancellationToken);
            await simulator.StopAsync();
            await mnm.WaitForAsync("/api/status", status => status.GetProperty("sources").GetProperty("live").GetString() != "in_game", Patience, cancellationToken);
            await mnm.StopAsync();
            results.Add("kill_lost_polls", lost + await CountLostAsync(spared: 0) + stored.Holes);
            results.AddMedian("kill_resume_s", resumes);
        }
        finally
        {
            await mnm.DisposeAsync();
        }

        async Task<int> CountLostAsync(int spared)
        {
            var (before, asked) = (stored.Next, answered);
            (stored, answered) = (await StoredPolls.ReadAsync(data, cancellationToken), await simulator.CountPollsAsync(cancellationToken));
            return Math.Max(0, answered - asked - (stored.Next - before) - spared);
        }
    }
}
