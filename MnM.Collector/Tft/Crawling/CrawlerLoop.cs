using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using MnM.Collector.Riot;

namespace MnM.Collector.Tft.Crawling;

/// <summary>Follows what was decided, ends cycles of which nothing is left to do, and begins the next when its time has come.</summary>
internal sealed partial class CrawlerLoop(
    CycleStore cycles, CrawlSwitch crawl, IOptions<CrawlerOptions> options, IOptions<RiotOptions> riot, TimeProvider time, ILogger<CrawlerLoop> logger) : PollingService(time, logger)
{
    // The page's buttons and the timer; two at once would begin two cycles.
    private readonly SemaphoreSlim _gate = new(1);
    private readonly TimeProvider _time = time;

    /// <inheritdoc />
    protected override TimeSpan Interval => TimeSpan.FromSeconds(10);

    /// <summary>What is decided now: by the settings, or by the page where they leave it to that.</summary>
    public async Task<(CrawlerPlan Plan, bool IsRunning, bool WasStarted)> ReadDecisionAsync(CancellationToken cancellationToken)
    {
        var setting = await cycles.FindSettingAsync(cancellationToken);
        var plan = setting?.Plan ?? options.Value.PlanFor(riot.Value.Platform);
        return (plan, options.Value.Enabled is not false && (setting?.IsRunning ?? options.Value.Enabled is true), setting is not null || options.Value.Enabled is true);
    }

    /// <inheritdoc />
    public override async Task TickAsync(CancellationToken cancellationToken)
    {
        await _gate.WaitAsync(cancellationToken);
        try
        {
            var (plan, isRunning, _) = await ReadDecisionAsync(cancellationToken);
            crawl.Set(isRunning ? plan : null);
            if (isRunning)
            {
                await GoOnAsync(plan, cancellationToken);
            }
        }
        finally
        {
            _gate.Release();
        }
    }

    /// <inheritdoc />
    public override void Dispose()
    {
        _gate.Dispose();
        base.Dispose();
    }

    private async Task GoOnAsync(CrawlerPlan plan, CancellationToken cancellationToken)
    {
        var (last, now) = (await cycles.FindCycleAsync(cancellationToken), _time.GetUtcNow());
        if (last is { EndedAt: null })
        {
            if (!last.Plan.Ladders.ToHashSet().SetEquals(plan.Ladders))
            {
                await cycles.FollowAsync(last, plan, cancellationToken);
            }
            else if (CycleRules.AreLaddersDue(last, options.Value.ReadLaddersEvery, now))
            {
                await cycles.ReadAgainAsync(last, cancellationToken);
            }
            else if (!await cycles.HasWorkAsync(plan, cancellationToken))
            {
                await cycles.EndAsync(last, cancellationToken);
                var took = now - last.StartedAt;
                Log.Ended(logger, took, options.Value.CooldownMinutes);
            }

            return;
        }

        // What is tried again after a cycle comes before the next one.
        if ((last is not null && CycleRules.Grows(last, plan))
            || (CycleRules.NextAt(last, plan, options.Value.Cooldown, now) <= now && !await cycles.HasWorkAsync(plan, cancellationToken)))
        {
            await cycles.BeginAsync(plan, cancellationToken);
            Log.Began(logger, plan);
        }
    }

    private static partial class Log
    {
        [LoggerMessage(Level = LogLevel.Information, Message = "The TFT crawler begins a cycle: {Plan}")]
        public static partial void Began(ILogger logger, CrawlerPlan plan);

        [LoggerMessage(Level = LogLevel.Information, Message = "The TFT crawler has ended a cycle after {Time}; the next one begins in {Minutes} minutes")]
        public static partial void Ended(ILogger logger, TimeSpan time, int minutes);
    }
}
