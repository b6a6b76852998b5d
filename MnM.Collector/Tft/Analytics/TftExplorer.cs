using System.Collections.Immutable;
using System.Data.Common;
using MnM.Collector.Tft.Patches;
using MnM.Collector.Tft.Rows;

namespace MnM.Collector.Tft.Analytics;

/// <summary>Answers questions about units, items and traits. Pages and endpoints ask here alone.</summary>
public sealed class TftExplorer
{
    private const string NoDatabase = "The database did not answer. Nothing is lost; asked again in a moment it may.";
    private const string NothingYet = "No match is counted yet: the crawler brings them.";
    private readonly ITftAnalytics _analytics;
    private readonly TftCoverageQueries _coverage;
    private readonly NameBook _names;
    private readonly QueryMaker _queries;
    private readonly AnswerMaker _answers;
    private readonly AnswerCache _cache;
    private readonly TimeProvider _time;

    internal TftExplorer(ITftAnalytics analytics, TftCoverageQueries coverage, NameBook names, PatchCalendar calendar, AnswerCache cache, TimeProvider time)
    {
        (_analytics, _coverage, _names, _cache, _time) = (analytics, coverage, names, cache, time);
        (_queries, _answers) = (new QueryMaker(names), new AnswerMaker(names, calendar));
    }

    /// <summary>The answer with the rows that have the most games, from the cache where one is not older than half an hour; an older one is given as stale and renewed behind.</summary>
    public Task<TftReply> AskAsync(TftQuestion question, CancellationToken cancellationToken) => AskAsync(question, AnswerMaker.MostRows, cancellationToken);

    /// <summary>The same with all rows, or as many as a store counts at most: <see cref="TftAnswer.LeftOut"/>.</summary>
    public Task<TftReply> AskForAllAsync(TftQuestion question, CancellationToken cancellationToken) => AskAsync(question, TftSums.MostGroups, cancellationToken);

    private async Task<TftReply> AskAsync(TftQuestion question, int mostRows, CancellationToken cancellationToken)
    {
        if (QuestionFaults.Of(question) is { IsEmpty: false } faults)
        {
            return new TftReply.Refused(faults);
        }

        try
        {
            var coverage = await _coverage.ReadRowsAsync(cancellationToken);
            if (coverage.Count == 0)
            {
                return new TftReply.Empty(NothingYet);
            }

            var made = await _queries.MakeAsync(question, coverage, cancellationToken);
            return made.Faults.Count > 0
                ? new TftReply.Refused([.. made.Faults])
                : await _cache.FindAsync(CanonicalText.Of(made.Query, question.MinGames, mostRows), stop => CountAsync(made, coverage, mostRows, stop), cancellationToken);
        }
        catch (TftAnalyticsException fault)
        {
            return new TftReply.Failed(fault.Message);
        }
        catch (DbException)
        {
            return new TftReply.Failed(NoDatabase);
        }
    }

    /// <summary>What can be chosen: what the stored matches have. Nothing while the store does not answer.</summary>
    public async Task<TftChoices> ReadChoicesAsync(CancellationToken cancellationToken)
    {
        IReadOnlyList<TftCoverage> coverage;
        try
        {
            coverage = await _coverage.ReadRowsAsync(cancellationToken);
        }
        catch (TftAnalyticsException)
        {
            coverage = [];
        }

        var latest = coverage.Count == 0 ? [] : coverage.GroupBy(row => row.Patch).MaxBy(patch => patch.Key)!.ToList();
        var platforms = await _names.NamesByCodeAsync(NameKind.Platform, cancellationToken);
        return new TftChoices(
            [
                .. coverage.GroupBy(row => row.Patch)
                    .OrderByDescending(patch => patch.Key)
                    .Select(patch => new TftPatchChoice(
                        patch.Key.ToString(), TftCoverageQueries.MostPlayedSet(patch), patch.Sum(row => row.Matches), patch.Min(row => row.Day), patch.Max(row => row.Day))),
            ],
            [.. coverage.Select(row => row.Set).Where(set => set > 0).Distinct().OrderDescending()],
            Counted(coverage, latest, row => row.Queue),
            [.. Counted(coverage, latest, row => platforms.GetValueOrDefault(row.Platform)).Where(platform => platform.Value is not null).Select(platform => (platform.Value!, platform.Matches))],
            [.. Counted(coverage, latest, row => row.HighestTier).Where(tier => tier.Value is not null).Select(tier => (tier.Value!.Value, tier.Matches)).OrderByDescending(tier => tier.Value)],
            [.. await _names.NamesAsync(NameKind.Unit, cancellationToken)],
            [.. await _names.NamesAsync(NameKind.Item, cancellationToken)],
            [.. await _names.NamesAsync(NameKind.Trait, cancellationToken)]);
    }

    /// <summary>All values that ever came, with their matches of the latest patch, the most first.</summary>
    private static ImmutableArray<(T Value, int Matches)> Counted<T>(IReadOnlyList<TftCoverage> coverage, IReadOnlyList<TftCoverage> latest, Func<TftCoverage, T> of) =>
    [
        .. coverage.GroupBy(of)
            .Select(group => (Value: group.Key, Matches: latest.Where(row => EqualityComparer<T>.Default.Equals(of(row), group.Key)).Sum(row => row.Matches)))
            .OrderByDescending(group => group.Matches).ThenBy(group => group.Value),
    ];

    private async Task<TftReply> CountAsync(MadeQuery made, IReadOnlyList<TftCoverage> coverage, int mostRows, CancellationToken cancellationToken)
    {
        StoredMatches stored;
        TftSums sums;
        long began;
        try
        {
            // Before it is counted: what comes meanwhile may be in it or not.
            stored = await _coverage.CountStoredAsync(cancellationToken);
            began = _time.GetTimestamp();
            sums = await _analytics.CountAsync(made.Query, cancellationToken);
        }
        catch (TftAnalyticsException fault)
        {
            return new TftReply.Failed(fault.Message);
        }

        if (sums.Sample.Matches == 0)
        {
            return new TftReply.Empty($"No match that is counted fits{Of(made.Question)}.");
        }

        var took = _time.GetElapsedTime(began);
        var (rows, leftOut, notes) = await _answers.MakeAsync(made, sums, coverage, mostRows, cancellationToken);
        if (stored.IsPart)
        {
            notes = [$"So far {stored.Counted:N0} of {stored.All:N0} stored matches are counted.", .. notes];
        }

        return new TftReply.Answered(new TftAnswer(
            made.Question, rows, (int)sums.Sample.Matches, (int)sums.Sample.Games(), Estimates.Placement(sums.Sample), _time.GetUtcNow(), IsStale: false, took, notes)
        {
            Places = [.. sums.Sample.Places.Select(count => (int)count)],
            LeftOut = leftOut,
            IsOfPart = stored.IsPart,
        });
    }

    private static string Of(TftQuestion question) => question.Patches.IsEmpty ? "" : $": asked was for patch {string.Join(", ", question.Patches)}";
}

/// <summary>What a question can choose from.</summary>
/// <param name="Patches">The latest first.</param>
/// <param name="Sets">The latest first.</param>
/// <param name="Queues">With the number of matches of the latest patch.</param>
/// <param name="Platforms">The same.</param>
/// <param name="Tiers">The same, by the highest tier in the match.</param>
/// <param name="Units">Riot's ids.</param>
/// <param name="Items">Riot's ids.</param>
/// <param name="Traits">Riot's ids.</param>
public sealed record TftChoices(
    ImmutableArray<TftPatchChoice> Patches,
    ImmutableArray<int> Sets,
    ImmutableArray<(int Queue, int Matches)> Queues,
    ImmutableArray<(string Platform, int Matches)> Platforms,
    ImmutableArray<(TftTier Tier, int Matches)> Tiers,
    ImmutableArray<string> Units,
    ImmutableArray<string> Items,
    ImmutableArray<string> Traits);

/// <summary>A patch that matches are stored of.</summary>
public sealed record TftPatchChoice(string Patch, int Set, int Matches, DateOnly FirstDay, DateOnly LastDay);
