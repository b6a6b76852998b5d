using System.Net;
using Microsoft.EntityFrameworkCore;
using MnM.Collector.Backplane;
using MnM.Collector.Insights.Features;
using MnM.Collector.Live;
using MnM.Collector.Live.Results;
using MnM.Collector.Matches;
using MnM.Collector.Players;
using MnM.Collector.Riot;
using MnM.Collector.Tracking;
using MnM.Tests.Riot;

namespace MnM.Tests.Insights.Features;

/// <summary>Timelines of own games and of friends' games, when nothing else is waiting.</summary>
public sealed class TimelineOrdersTests
{
    [Fact]
    public async Task Own_games_and_friends_games_of_the_last_month_are_asked_for_once()
    {
        await using var world = await InsightWorld.StartAsync();
        await WatchAsync(world, await world.StoreMatchAsync(1, TimeSpan.FromDays(2)));
        await TrackAsync(world, await world.StoreMatchAsync(2, TimeSpan.FromDays(1)));
        await TrackAsync(world, await world.StoreMatchAsync(3, TimeSpan.FromDays(31)));
        await world.StoreMatchAsync(4, TimeSpan.FromDays(1));
        await TrackAsync(world, await world.StoreMatchAsync(5, TimeSpan.FromDays(1)), GameStatus.Active);
        await TrackAsync(world, await world.StoreMatchAsync(6, TimeSpan.FromDays(1), match => (match.Mode, match.MapId) = ("ARAM", 12)));
        await TrackAsync(world, await world.StoreMatchAsync(7, TimeSpan.FromDays(1), match => match.IsRemake = true));

        Assert.Equal(2, await OrderAsync(world));
        Assert.Equal(0, await OrderAsync(world));
        Assert.True(await WorkAsync(world));
        Assert.True(await WorkAsync(world));
        Assert.False(await WorkAsync(world));
        Assert.Equal(0, await OrderAsync(world));
        Assert.Equal(2, world.Asked);
        Assert.NotNull(await world.Get<MatchQueries>().FindTimelineAsync("EUW1_1", CancellationToken.None));
        Assert.NotNull(await world.Get<MatchQueries>().FindTimelineAsync("EUW1_2", CancellationToken.None));
        Assert.Null(await world.Get<MatchQueries>().FindTimelineAsync("EUW1_3", CancellationToken.None));
    }

    [Fact]
    public async Task What_another_has_ordered_or_stored_meanwhile_is_not_asked_for_again()
    {
        await using var world = await InsightWorld.StartAsync();
        await WatchAsync(world, await world.StoreMatchAsync(1, TimeSpan.FromDays(2)));
        await TrackAsync(world, await world.StoreMatchAsync(2, TimeSpan.FromDays(1)));
        await world.Get<WorkQueue>().EnqueueAsync([new NewWork(TimelineRunner.WorkKind, "EUW1_1", Lane.Tracking)], CancellationToken.None);
        Assert.Equal(1, await OrderAsync(world));
        await world.StoreTimelineAsync("EUW1_2");
        Assert.True(await WorkAsync(world));
        Assert.Equal(0, world.Asked);
    }

    [Fact]
    public async Task What_is_not_there_yet_is_asked_for_again_for_two_hours_and_then_it_is_said_why()
    {
        await using var world = await InsightWorld.StartAsync(_ => StubRiot.Answer(HttpStatusCode.NotFound));
        await TrackAsync(world, await world.StoreMatchAsync(1, TimeSpan.FromMinutes(30)));
        await OrderAsync(world);
        Assert.True(await WorkAsync(world));
        Assert.Null(await AbsenceAsync(world));
        world.Clock.Advance(TimeSpan.FromMinutes(100).TotalSeconds);
        Assert.True(await WorkAsync(world));
        Assert.Equal((WorkState.NotFound, "Riot does not have this match's timeline; it keeps them for a year.", 2), await AbsenceAsync(world));
        Assert.Equal(0, await OrderAsync(world));
        Assert.Equal(2, world.Asked);
    }

    [Fact]
    public async Task What_Riot_does_not_show_is_remembered()
    {
        await using var world = await InsightWorld.StartAsync(path => StubRiot.Answer(path.Contains("/match/", StringComparison.Ordinal) ? HttpStatusCode.Forbidden : HttpStatusCode.OK));
        await TrackAsync(world, await world.StoreMatchAsync(1, TimeSpan.FromDays(3)));
        await OrderAsync(world);
        Assert.True(await WorkAsync(world));
        Assert.Equal(WorkState.Private, (await AbsenceAsync(world))?.State);
    }

    private static Task<int> OrderAsync(InsightWorld world) => world.Get<TimelineOrders>().OrderAsync(CancellationToken.None);

    private static Task<bool> WorkAsync(InsightWorld world) =>
        world.WorkAsync(InsightTimelineRunner.WorkKind, lease => world.Get<InsightTimelineRunner>().TryAsync(lease, CancellationToken.None));

    private static async Task<(WorkState State, string Reason, int Tries)?> AbsenceAsync(InsightWorld world) =>
        await world.Get<MatchQueries>().FindAbsenceAsync("EUW1_1", MatchPart.Timeline, CancellationToken.None) is { } absence ? (absence.State, absence.Reason, absence.Tries) : null;

    private static async Task WatchAsync(InsightWorld world, string matchId)
    {
        await using var db = await world.OpenAsync();
        db.Add(new Game { Id = 7001, RiotMatchId = matchId, GameMode = "CLASSIC", MapName = "Map11", StartedAt = world.Clock.GetUtcNow().AddDays(-2), EndedAt = world.Clock.GetUtcNow().AddDays(-2) });
        await db.SaveChangesAsync();
    }

    private static async Task TrackAsync(InsightWorld world, string matchId, GameStatus status = GameStatus.Completed)
    {
        await using var db = await world.OpenAsync();
        var player = await db.Set<Player>().FirstOrDefaultAsync();
        if (player is null)
        {
            player = new Player { GameName = "Anna", TagLine = "EUW", RiotIdKey = PlayerQueries.KeyOf("Anna", "EUW"), RiotIdSeenAt = world.Clock.GetUtcNow(), SeenAt = world.Clock.GetUtcNow() };
            db.Add(player);
            await db.SaveChangesAsync();
            db.Add(new TrackedPlayer { PlayerId = player.Id, Platform = "euw1", AddedAt = world.Clock.GetUtcNow() });
        }

        db.Add(new TrackedGame { PlayerId = player.Id, GameId = matchId, Product = RiotProduct.League, Status = status, DetectedAt = world.Clock.GetUtcNow() });
        await db.SaveChangesAsync();
    }
}
