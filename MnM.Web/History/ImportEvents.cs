using System.Net.ServerSentEvents;
using System.Runtime.CompilerServices;
using MnM.Collector;
using MnM.Collector.History.Import;

namespace MnM.Web.History;

/// <summary>Tells how an import goes on: when something has changed, now and then all the same, and when it ends.</summary>
public sealed class ImportEvents(Feed<HistoryState> states, HistoryQueries history, HistoryMonitor monitor, IHostApplicationLifetime lifetime, TimeProvider time)
{
    /// <summary>Whoever hears nothing for longer takes the connection for dead.</summary>
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(15);

    /// <summary>The events of an import, from how it stands now to its end.</summary>
    public async IAsyncEnumerable<SseItem<ImportAnswer>> FollowAsync(ImportView import, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var (told, toldAt) = (import, time.GetTimestamp());
        yield return Progress(import);
        if (import.IsRunning)
        {
            // Otherwise those who follow would hold MnM up when it stops.
            using var ended = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, lifetime.ApplicationStopping);
            await using var values = states.WatchAsync(ended.Token).GetAsyncEnumerator(ended.Token);
            await monitor.ReadAsync(cancellationToken);
            while (told.IsRunning && await IsMoreAsync(values))
            {
                if ((values.Current.Find(import.Id) ?? await history.FindAsync(import.Id, cancellationToken)) is not { } now)
                {
                    break;
                }

                if (now.HasMovedSince(told) || time.GetElapsedTime(toldAt) >= Longest)
                {
                    (told, toldAt) = (now, time.GetTimestamp());
                    yield return Progress(now);
                }
            }
        }

        if (!told.IsRunning)
        {
            yield return new SseItem<ImportAnswer>(ImportAnswer.Of(told), "end");
        }
    }

    /// <summary>False when the reader has left or MnM stops.</summary>
    private static async ValueTask<bool> IsMoreAsync(IAsyncEnumerator<HistoryState> values)
    {
        try
        {
            return await values.MoveNextAsync();
        }
        catch (OperationCanceledException)
        {
            return false;
        }
    }

    private static SseItem<ImportAnswer> Progress(ImportView import) => new(ImportAnswer.Of(import), "progress");
}
