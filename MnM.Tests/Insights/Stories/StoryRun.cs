using System.Diagnostics;
using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using MnM.Collector.Backplane;
using MnM.Collector.Insights;
using MnM.Collector.Insights.Stories;
using MnM.Collector.Matches;
using MnM.Collector.Storage;
using MnM.Tests.Hosting;
using MnM.Tests.Live.Results;

namespace MnM.Tests.Insights.Stories;

/// <summary>MnM's collector with Riot's API as a test says it answers, and insights that are made one by one.</summary>
internal sealed class StoryRun : IAsyncDisposable
{
    public const string MatchId = ResultRun.MatchId;
    private static readonly CancellationToken End = CancellationToken.None;
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    private StoryRun(ResultRun game) => Game = game;

    public ResultRun Game { get; }

    public InsightDesk Desk => Get<InsightDesk>();

    public static InsightSubject Subject { get; } = new InsightSubject.OfMatch(MatchId, 3);

    /// <param name="answer">Riot's answer by path; the match and its timeline where null.</param>
    /// <param name="folder">Holds the database; one of its own where null.</param>
    public static async Task<StoryRun> StartAsync(Func<string, HttpResponseMessage?>? answer = null, TemporaryFolder? folder = null) => new(await ResultRun.StartAsync(answer ?? ResultRun.Whole, folder));

    public T Get<T>()
        where T : notnull => Game.Get<T>();

    /// <summary>Stores a match, and its timeline where there is one.</summary>
    public async Task StoreAsync(string matchId, JsonObject match, JsonObject? timeline)
    {
        var json = System.Text.Encoding.UTF8.GetBytes(match.ToJsonString());
        await Get<MatchStore>().StoreAsync(new FetchedMatch(MatchReader.Read(matchId, json, Game.Live.Clock.GetUtcNow())!, json), End);
        if (timeline is not null)
        {
            await using var db = await Get<IDbContextFactory<MnmDbContext>>().CreateDbContextAsync();
            await using var transaction = await db.Database.BeginTransactionAsync();
            var packed = Packing.Pack(System.Text.Encoding.UTF8.GetBytes(timeline.ToJsonString()));
            await MatchStore.StoreAsync(db, new MatchTimeline { MatchId = matchId, FetchedAt = Game.Live.Clock.GetUtcNow(), Payload = packed }, End);
            await transaction.CommitAsync();
        }
    }

    /// <summary>Orders an insight and makes it.</summary>
    public async Task<InsightAnswer> MakeAsync(InsightSubject subject, bool anew = false)
    {
        await Desk.OrderAsync(subject, anew, End);
        await WorkAsync();
        return await Desk.FindAsync(subject, End);
    }

    /// <summary>Works once on what is due; answers whether anything was. The clock moves as far as a question to Riot has to wait.</summary>
    /// <param name="attempt">Which attempt it is said to be; the true one where null.</param>
    public async Task<bool> WorkAsync(int? attempt = null)
    {
        var queue = Get<WorkQueue>();
        if (await queue.ClaimAsync(InsightRunner.WorkKind, "test", 1, TimeSpan.FromMinutes(2), End) is not [var lease])
        {
            return false;
        }

        var clock = Game.Live.Clock;
        Assert.True(await AnswerAsync(Get<InsightRunner>().TryAsync(lease with { Attempts = attempt ?? lease.Attempts }, End)) switch
        {
            WorkResult.Ended ended => await queue.CompleteAsync(lease, ended.State, ended.Reason, ended.Store, End),
            WorkResult.Retry retry => await queue.RetryAsync(lease, clock.GetUtcNow() + (retry.After ?? TimeSpan.FromMinutes(1)), retry.Reason, End),
            WorkResult.Wait wait => await queue.ReturnAsync(lease, clock.GetUtcNow() + wait.For, wait.Reason, End),
            _ => false,
        });
        Get<InsightsBoard>().End(lease.Key);
        return true;
    }

    public ValueTask DisposeAsync() => Game.DisposeAsync();

    private async Task<T> AnswerAsync<T>(Task<T> question)
    {
        var since = Stopwatch.GetTimestamp();
        while (!question.IsCompleted)
        {
            Assert.True(Stopwatch.GetElapsedTime(since) < Patience, "There is no answer.");
            if (Game.Live.Clock.NextDue is { TotalSeconds: <= 2 } due)
            {
                Game.Live.Clock.Advance(due.TotalSeconds);
            }

            await Task.Yield();
        }

        return await question;
    }
}
