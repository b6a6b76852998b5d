using System.Diagnostics;
using Microsoft.Extensions.DependencyInjection;
using MnM.Collector.Backplane;
using MnM.Collector.Live.Results;
using MnM.Simulator;

namespace MnM.Tests.Live.Results;

/// <summary>Does the work on matches item by item, as the runners would.</summary>
internal static class MatchWork
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    /// <summary>Works once on what is due; answers whether anything was. The clock moves as far as the request has to wait.</summary>
    public static async Task<bool> DoAsync(IServiceProvider mnm, SimulatorClock clock, string kind)
    {
        var queue = mnm.GetRequiredService<WorkQueue>();
        if (await queue.ClaimAsync(kind, "test", 1, TimeSpan.FromMinutes(2), CancellationToken.None) is not [var lease])
        {
            return false;
        }

        MatchPartRunner runner = kind == MatchRunner.WorkKind ? mnm.GetRequiredService<MatchRunner>() : mnm.GetRequiredService<TimelineRunner>();
        Assert.True(await AnswerAsync(clock, runner.TryAsync(lease, CancellationToken.None)) switch
        {
            WorkResult.Ended ended => await queue.CompleteAsync(lease, ended.State, ended.Reason, ended.Store, CancellationToken.None),
            WorkResult.Retry retry => await queue.RetryAsync(lease, clock.GetUtcNow() + (retry.After ?? TimeSpan.FromMinutes(1)), retry.Reason, CancellationToken.None),
            WorkResult.Wait wait => await queue.ReturnAsync(lease, clock.GetUtcNow() + wait.For, wait.Reason, CancellationToken.None),
            _ => false,
        });
        return true;
    }

    /// <summary>Waits for an answer; the clock moves as far as that has to wait.</summary>
    public static async Task<T> AnswerAsync<T>(SimulatorClock clock, Task<T> question)
    {
        var since = Stopwatch.GetTimestamp();
        while (!question.IsCompleted)
        {
            Assert.True(Stopwatch.GetElapsedTime(since) < Patience, "There is no answer.");
            if (clock.NextDue is { TotalSeconds: <= 2 } due)
            {
                clock.Advance(due.TotalSeconds);
            }

            await Task.Yield();
        }

        return await question;
    }
}
