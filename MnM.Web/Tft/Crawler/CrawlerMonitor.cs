using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using MnM.Collector;
using MnM.Collector.Tft.Analytics;
using MnM.Collector.Tft.Crawling;

namespace MnM.Web.Tft.Crawler;

/// <summary>Reads how the crawler stands for all who look, and does what they tell it. Nothing is read while nobody looks.</summary>
public sealed partial class CrawlerMonitor(CrawlerSource source, TimeProvider time, ILogger<CrawlerMonitor> logger) : PollingService(time, logger)
{
    private const string Unchanged = "The database did not answer; nothing was changed.";

    /// <summary>So long is shown what is slow to count: failures, what is stored, patches.</summary>
    private static readonly TimeSpan CountAge = TimeSpan.FromSeconds(30);
    private readonly TimeProvider _time = time;
    private TftPatchChoice? _patch;
    private DateTimeOffset _patchAt;
    private long? _countedAt;

    /// <summary>What pages show.</summary>
    public Feed<CrawlerScene> Scenes { get; } = new(CrawlerScene.Loading);

    /// <inheritdoc/>
    protected override TimeSpan Interval => TimeSpan.FromSeconds(2);

    /// <inheritdoc/>
    public override Task TickAsync(CancellationToken cancellationToken) => Scenes.Readers > 0 ? ReadAsync(cancellationToken) : Task.CompletedTask;

    /// <summary>Reads it now, for a page that opens.</summary>
    public async Task ReadAsync(CancellationToken cancellationToken)
    {
        try
        {
            var now = _time.GetTimestamp();
            var last = _countedAt is { } counted && _time.GetElapsedTime(counted, now) < CountAge ? Scenes.Current.View : null;
            var view = await source.Read(last, cancellationToken);
            _countedAt = last is null ? now : _countedAt;
            Scenes.Publish(new CrawlerScene(view, await FindPatchAsync(cancellationToken), IsStale: false, _time.GetUtcNow()));
        }
        catch (DbException fault)
        {
            if (!Scenes.Current.IsStale)
            {
                Log.NotRead(logger, fault);
            }

            Scenes.Update(last => last.IsStale ? last : last with { IsStale = true });
        }
    }

    /// <summary>Lets it run by a plan. Null, or a sentence that says why not.</summary>
    public Task<string?> StartAsync(CrawlerPlan plan) => ActAsync(() => source.Start(plan, CancellationToken.None));

    /// <summary>Lets it rest. Null, or a sentence that says why not.</summary>
    public Task<string?> PauseAsync() => ActAsync(() => source.Pause(CancellationToken.None));

    /// <summary>Tries again what failed. A sentence that says what came of it.</summary>
    public async Task<string> RetryAsync()
    {
        var again = 0;
        return await ActAsync(async () => again = await source.Retry(CancellationToken.None))
            ?? (again == 0 ? "There is nothing that another try could help." : $"{again:N0} are tried again.");
    }

    private async Task<string?> ActAsync(Func<Task> act)
    {
        try
        {
            await act();
        }
        catch (Exception fault) when (fault is DbException or DbUpdateException)
        {
            Log.NotDone(logger, fault);
            return Unchanged;
        }

        _countedAt = null;
        await ReadAsync(CancellationToken.None);
        return null;
    }

    // The crawler's line is worth showing without it, whatever keeps the analytics store from telling.
    private async Task<TftPatchChoice?> FindPatchAsync(CancellationToken cancellationToken)
    {
        if (_time.GetUtcNow() - _patchAt < CountAge)
        {
            return _patch;
        }

        _patchAt = _time.GetUtcNow();
        try
        {
            _patch = (await source.Choices(cancellationToken)).Patches.FirstOrDefault();
        }
        catch (Exception fault) when (!cancellationToken.IsCancellationRequested)
        {
            Log.NoPatch(logger, fault.Message);
        }

        return _patch;
    }

    private static partial class Log
    {
        [LoggerMessage(Level = LogLevel.Warning, Message = "How the crawler stands could not be read from the database")]
        public static partial void NotRead(ILogger logger, Exception fault);

        [LoggerMessage(Level = LogLevel.Error, Message = "The crawler could not be told what to do")]
        public static partial void NotDone(ILogger logger, Exception fault);

        [LoggerMessage(Level = LogLevel.Debug, Message = "The patches of the stored matches could not be read: {Reason}")]
        public static partial void NoPatch(ILogger logger, string reason);
    }
}
