using System.Net.ServerSentEvents;
using Microsoft.Extensions.Hosting;
using MnM.Collector;
using MnM.Collector.Insights;
using MnM.Tests.Insights.Stories;
using MnM.Web.Insights;
using NSubstitute;

namespace MnM.Tests.Insights;

/// <summary>Whoever follows an insight hears each step of it, that the connection lives, and the whole at the end.</summary>
public sealed class InsightEventsTests
{
    [Fact]
    public async Task An_insight_is_followed_from_its_order_to_its_end()
    {
        await using var run = await StoryRun.StartAsync();
        await run.Desk.OrderAsync(StoryRun.Subject, anew: false, CancellationToken.None);
        await using var events = Follow(run);

        Assert.Equal(("progress", "waiting"), await NextAsync(events));

        run.Get<Feed<InsightsUnderWay>>().Update(all => all with { ByKey = all.ByKey.SetItem(StoryRun.Subject.Key, new InsightProgress(InsightStage.Writing, "", ["It went as it went."])) });
        Assert.Equal(("progress", "waiting"), await NextAsync(events));
        Assert.Equal(["It went as it went."], events.Current.Data.Progress!.Sentences.AsEnumerable());

        await run.WorkAsync();
        while (await NextAsync(events) is ("progress", _))
        {
        }

        Assert.Equal(("end", "ready"), (events.Current.EventType, events.Current.Data.Status));
        Assert.NotEmpty(events.Current.Data.Insight!.Words.Sentences);
        Assert.False(await events.MoveNextAsync());
        Assert.Equal(0, run.Get<Feed<InsightsUnderWay>>().Readers);
    }

    [Fact]
    public async Task Something_is_told_every_fifteen_seconds()
    {
        await using var run = await StoryRun.StartAsync();
        await run.Desk.OrderAsync(StoryRun.Subject, anew: false, CancellationToken.None);
        run.Get<Feed<InsightsUnderWay>>().Update(all => all with { ByKey = all.ByKey.SetItem(StoryRun.Subject.Key, InsightProgress.Queued) });
        await using var events = Follow(run);
        await NextAsync(events);

        // The first value of the feed is the one that was told already.
        var next = events.MoveNextAsync().AsTask();
        Assert.False(next.IsCompleted);
        run.Game.Live.Clock.Advance(InsightEvents.Longest.TotalSeconds);

        Assert.True(await next);
        Assert.Equal("progress", events.Current.EventType);
    }

    [Fact]
    public async Task What_nobody_has_ordered_has_its_end_at_once()
    {
        await using var run = await StoryRun.StartAsync();
        await using var events = Follow(run);

        Assert.Equal(("end", "not_made"), await NextAsync(events));
        Assert.False(await events.MoveNextAsync());
    }

    [Fact]
    public async Task Whoever_leaves_is_not_kept()
    {
        await using var run = await StoryRun.StartAsync();
        await run.Desk.OrderAsync(StoryRun.Subject, anew: false, CancellationToken.None);
        var events = Follow(run);
        await NextAsync(events);

        await events.DisposeAsync();

        Assert.Equal(0, run.Get<Feed<InsightsUnderWay>>().Readers);
    }

    private static IAsyncEnumerator<SseItem<InsightStateAnswer>> Follow(StoryRun run) =>
        new InsightEvents(run.Get<Feed<InsightsUnderWay>>(), run.Desk, Substitute.For<IHostApplicationLifetime>(), run.Game.Live.Clock)
            .FollowAsync(StoryRun.Subject, CancellationToken.None).GetAsyncEnumerator(CancellationToken.None);

    private static async Task<(string Kind, string Status)> NextAsync(IAsyncEnumerator<SseItem<InsightStateAnswer>> events)
    {
        Assert.True(await events.MoveNextAsync());
        return (events.Current.EventType, events.Current.Data.Status);
    }
}
