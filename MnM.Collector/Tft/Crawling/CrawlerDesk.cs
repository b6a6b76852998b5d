using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using MnM.Collector.Backplane;
using MnM.Collector.Matches;
using MnM.Collector.Riot;
using MnM.Collector.Riot.Keys;
using MnM.Collector.Storage;

namespace MnM.Collector.Tft.Crawling;

/// <summary>How the crawler stands, and what the owner does with it. Pages and endpoints go through here alone.</summary>
public sealed partial class CrawlerDesk
{
    private readonly CycleStore _cycles;
    private readonly CrawlerLoop _loop;
    private readonly CrawlerQueries _queries;
    private readonly CrawlSwitch _crawl;
    private readonly WorkQueue _queue;
    private readonly IDbContextFactory<MnmDbContext> _contexts;
    private readonly KeyHealth _health;
    private readonly CrawlerOptions _options;
    private readonly TimeProvider _time;
    private readonly ILogger _logger;

    internal CrawlerDesk(
        CycleStore cycles, CrawlerLoop loop, CrawlerQueries queries, CrawlSwitch crawl, WorkQueue queue, IDbContextFactory<MnmDbContext> contexts,
        KeyHealth health, IOptions<CrawlerOptions> options, TimeProvider time, ILogger<CrawlerDesk> logger) =>
        (_cycles, _loop, _queries, _crawl, _queue, _contexts, _health, _options, _time, _logger) =
            (cycles, loop, queries, crawl, queue, contexts, health, options.Value, time, logger);

    /// <summary>Now.</summary>
    public Task<CrawlerView> ReadAsync(CancellationToken cancellationToken) => ReadAsync(null, cancellationToken);

    /// <summary>Now; what is slow to count is taken over from <paramref name="last"/> where there is one, so that state and open work alone are read.</summary>
    public async Task<CrawlerView> ReadAsync(CrawlerView? last, CancellationToken cancellationToken)
    {
        var (plan, isRunning, wasStarted) = await _loop.ReadDecisionAsync(cancellationToken);
        var cycle = await _cycles.FindCycleAsync(cancellationToken);
        var open = await _queries.CountOpenAsync(plan, cancellationToken);
        var figures = last is null ? await _queries.CountAsync(cycle?.StartedAt, cancellationToken) : CrawlFigures.Of(last);
        var (state, why) = StateOf(isRunning, wasStarted, open.All);
        return new CrawlerView(
            state,
            why,
            plan,
            cycle?.StartedAt,
            isRunning && open.All == 0 ? CycleRules.NextAt(cycle, plan, _options.Cooldown, _time.GetUtcNow()) : null,
            open.Ladders,
            open.Lists,
            open.Matches,
            figures.Stored,
            figures.Derived,
            figures.PerMinute,
            figures.NewestMatchAt,
            state == CrawlerState.Crawling && figures.PerMinute > 0 && open.Matches > 0 ? TimeSpan.FromMinutes(open.Matches / figures.PerMinute) : null,
            figures.Failures,
            figures.Drift);
    }

    /// <summary>Lets it run, with what it is to crawl. It goes on where it stopped.</summary>
    /// <exception cref="ArgumentException">The plan cannot be crawled; <see cref="CrawlerPlan.FindFault"/> says so before.</exception>
    public async Task StartAsync(CrawlerPlan plan, CancellationToken cancellationToken)
    {
        if (plan.FindFault() is { } fault)
        {
            throw new ArgumentException(fault, nameof(plan));
        }

        await _cycles.SaveAsync(isRunning: true, plan, cancellationToken);
        Log.Started(_logger);
        await _loop.TickAsync(cancellationToken);
        _queue.Wake(CrawlWork.Kinds);
    }

    /// <summary>Lets it rest. What is under way ends; nothing is lost.</summary>
    public async Task PauseAsync(CancellationToken cancellationToken)
    {
        var (plan, _, _) = await _loop.ReadDecisionAsync(cancellationToken);
        await _cycles.SaveAsync(isRunning: false, plan, cancellationToken);
        Log.Paused(_logger);
        await _loop.TickAsync(cancellationToken);
    }

    /// <summary>Tries again what failed, and matches that Riot did not have. Answers how many.</summary>
    public async Task<int> RetryAsync(CancellationToken cancellationToken)
    {
        var (plan, _, _) = await _loop.ReadDecisionAsync(cancellationToken);
        List<NewWork> work = [.. await _queries.FailedAsync(cancellationToken)];
        await using var db = await _contexts.CreateDbContextAsync(cancellationToken);
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        var failed = db.MatchAbsences.Where(absence => absence.Part == MatchPart.Tactics && (absence.State == WorkState.Failed || absence.State == WorkState.NotFound));
        var matches = await failed.Select(absence => absence.MatchId).ToListAsync(cancellationToken);
        await failed.ExecuteDeleteAsync(cancellationToken);
        work.AddRange(matches.Except(work.Select(item => item.Key)).Select(id => CrawlWork.MatchOf(id, OwnerOf(id, plan))));
        await _queue.EnqueueAsync(db, work, cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        _queue.Wake(CrawlWork.Kinds);
        return work.Count;
    }

    /// <summary>For whom a match is tried again whose item is not kept any more; who has moved was crawled on another platform than that of the match.</summary>
    private static string OwnerOf(string matchId, CrawlerPlan plan) =>
        matchId.Split('_')[0].ToLowerInvariant() is var own && plan.Platforms.Contains(own) ? own : plan.Platforms[0];

    private (CrawlerState State, string? Why) StateOf(bool isRunning, bool wasStarted, int open) =>
        _options.Enabled is false ? (CrawlerState.Off, "The setting CRAWLER_ENABLED=false keeps the crawler off.")
        : !isRunning ? (wasStarted ? CrawlerState.Paused : CrawlerState.Off, null)
        : _health.Of(RiotProduct.Tactics).Advice is { } advice ? (CrawlerState.Waiting, advice)
        : open > 0 && _crawl.Silence is { } silence ? (CrawlerState.Waiting, silence)
        : (open > 0 ? CrawlerState.Crawling : CrawlerState.Resting, null);

    private static partial class Log
    {
        [LoggerMessage(Level = LogLevel.Information, Message = "The TFT crawler was started")]
        public static partial void Started(ILogger logger);

        [LoggerMessage(Level = LogLevel.Information, Message = "The TFT crawler was paused")]
        public static partial void Paused(ILogger logger);
    }
}
