using MnM.Simulator;
using MnM.Simulator.RiotApi;
using MnM.Simulator.RiotApi.Limits;
using MnM.Simulator.World;
using MnM.Simulator.World.Friends;

namespace MnM.Benchmarks.Scenarios.Tracking;

/// <summary>Two real minutes over sockets in the busiest moment of the week, with the loops as MnM runs them and a key that lets sixty friends be asked about at once.</summary>
internal sealed class RealTracking : Measurement
{
    private static readonly TimeSpan Length = TimeSpan.FromMinutes(2);
    private static readonly TimeSpan Interval = TimeSpan.FromSeconds(10);

    /// <summary>Until then all friends are added.</summary>
    private static readonly TimeSpan Begin = TimeSpan.FromSeconds(20);

    public override string Title => "Two real minutes";

    public override async Task MeasureAsync(Results results, Size size, CancellationToken cancellationToken)
    {
        using var folder = new ScratchFolder();
        var (time, file) = (TimeProvider.System, folder.File("requests.jsonl"));
        var start = time.GetUtcNow() + Begin;
        var week = BusiestAt(start);
        var key = new RiotKey(KnownKeys.League.Value, KeyKind.Production);
        using var log = new RequestLog(file, time);
        await using var server = await RiotServer.StartAsync(
            new RiotApiOptions { Keys = [key], Latency = TimeSpan.FromMilliseconds(80) },
            new RiotSurroundings(new GameLedger(1), new ResponseFiles(null), log, time) { Week = week },
            cancellationToken);
        using var wire = new SocketsHttpHandler();
        await using var mnm = new TrackingMnm(folder.Path, key, server.BaseUrl, wire, time, tracking => (tracking.DetectionInterval, tracking.CompletionInterval) = (Interval, Interval));
        await mnm.MigrateAsync(cancellationToken);
        await Task.WhenAll(week.Friends.Select(friend => mnm.AddAsync(friend.Person.RiotId, cancellationToken)));
        await PassUntilAsync(start, time, cancellationToken);
        var loops = mnm.Loops.ToList();
        await Task.WhenAll(loops.Select(loop => loop.StartAsync(cancellationToken)));
        await PassUntilAsync(start + Length, time, cancellationToken);
        await Task.WhenAll(loops.Select(loop => loop.StopAsync(cancellationToken)));

        var truth = new WeekTruth(week, [], start);
        var found = new WeekJudge(truth, await mnm.ReadAsync(), time.GetUtcNow()).Found;
        var shown = truth.All.Where(one => truth.IsShown(one) && WasShown(one.Game, start)).ToList();
        var ended = shown.Where(one => WasListed(one.Game, start) && one.HasMatch).ToList();
        results.Add("real_games", shown.Count);
        results.Add("real_detected", shown.Count(one => found.Any(pair => pair.One == one)) / (double)shown.Count);
        results.Add("real_ended", ended.Count);
        results.Add("real_completed", ended.Count(one => found.Any(pair => pair.One == one && pair.Row.Status == one.Status)) / (double)ended.Count);
        log.Dispose();
        results.Add("real_violations", RateLimitJudge.Read(file, KeyKind.Production).Count(use => use.IsViolation));
        results.Add("real_429", LoggedRequest.ReadAll(file).Count(request => request.Status == 429));
    }

    /// <summary>The week so that at that time most of its games begin and end within two minutes.</summary>
    private static FriendsWeek BusiestAt(DateTimeOffset start)
    {
        // Matches that appear after some seconds, so that there is time for them.
        var options = new FriendsWeekOptions { Start = start, Slowness = 0.1 };
        var week = new FriendsWeek(options);
        var busiest = Enumerable.Range(0, options.Days * 24 * 60)
            .Select(minute => start.AddMinutes(minute))
            .MaxBy(at => (3 * week.Games.Count(game => WasListed(game, at) && WasShown(game, at))) + week.Games.Count(game => game.OpenedAt > at && WasShown(game, at)));
        return new FriendsWeek(options with { Start = start - (busiest - start) });
    }

    /// <summary>Whether it is to be seen for three looks.</summary>
    private static bool WasShown(FriendGame game, DateTimeOffset start) => game.OpenedAt <= start + Length - (3 * Interval) && game.EndedAt >= start + Interval && game.EndedAt - game.OpenedAt > 3 * Interval;

    /// <summary>Whether its match is there early enough to be asked for, found missing and asked for a minute later.</summary>
    private static bool WasListed(FriendGame game, DateTimeOffset start) => game.EndedAt > start + Interval && game.ListedAt < start + Length - TimeSpan.FromSeconds(75);

    private static Task PassUntilAsync(DateTimeOffset end, TimeProvider time, CancellationToken cancellationToken) =>
        end - time.GetUtcNow() is var left && left > TimeSpan.Zero ? Task.Delay(left, time, cancellationToken) : Task.CompletedTask;
}
