using System.Collections.Immutable;
using System.Net;
using System.Text;
using Microsoft.EntityFrameworkCore;
using MnM.Benchmarks.Requests;
using MnM.Collector.Backplane;
using MnM.Collector.Insights.Features;
using MnM.Collector.Insights.WinProbability;
using MnM.Collector.Matches;
using MnM.Collector.Storage;
using MnM.Simulator;
using MnM.Simulator.RiotApi.Limits;
using MnM.Tests.Hosting;
using MnM.Tests.Live.Results;
using MnM.Tests.Matches;
using MnM.Tests.Riot;

namespace MnM.Tests.Insights;

/// <summary>The whole collector on a database, with nothing running, a clock that is turned by hand, and Riot as a test says it answers.</summary>
internal sealed class InsightWorld : IAsyncDisposable
{
    private static readonly byte[] MatchBytes = Encoding.UTF8.GetBytes(MatchJson.Written().ToJsonString());
    private static readonly byte[] TimelineBytes = Encoding.UTF8.GetBytes(MatchJson.WrittenTimeline().ToJsonString());

    private readonly TemporaryFolder _folder = new();

    private InsightWorld(Func<string, HttpResponseMessage?> answer)
    {
        Riot = new StubRiot(answer);
        Collector = new WholeCollector(_folder.Path, KnownKeys.League, "http://127.0.0.1:1/{route}", Riot, Clock);
    }

    public SimulatorClock Clock { get; } = new();

    public StubRiot Riot { get; }

    public WholeCollector Collector { get; }

    /// <summary>The questions for timelines.</summary>
    public int Asked => Riot.Asked.Count(address => address.EndsWith("/timeline", StringComparison.Ordinal));

    /// <param name="answer">Riot's answer by path; without one it has all timelines.</param>
    public static async Task<InsightWorld> StartAsync(Func<string, HttpResponseMessage?>? answer = null)
    {
        var world = new InsightWorld(answer ?? (_ => StubRiot.Answer(HttpStatusCode.OK, Encoding.UTF8.GetString(TimelineBytes))));
        await world.Collector.MigrateAsync(CancellationToken.None);
        return world;
    }

    public T Get<T>()
        where T : notnull => Collector.Get<T>();

    public async Task<MnmDbContext> OpenAsync() => await Get<IDbContextFactory<MnmDbContext>>().CreateDbContextAsync();

    /// <summary>Stores a match that ended so long ago.</summary>
    public async Task<string> StoreMatchAsync(int number, TimeSpan endedAgo, Action<Match>? change = null)
    {
        var id = $"EUW1_{number}";
        var read = MatchReader.Read(id, MatchBytes, Clock.GetUtcNow())!;
        read.Match.StartedAt = Clock.GetUtcNow() - endedAgo - TimeSpan.FromSeconds(read.Match.DurationSeconds);
        change?.Invoke(read.Match);
        foreach (var one in read.Participants)
        {
            one.StartedAt = read.Match.StartedAt;
        }

        await Get<MatchStore>().StoreAsync(new FetchedMatch(read, MatchBytes), CancellationToken.None);
        return id;
    }

    /// <summary>Stores the timeline of a stored match.</summary>
    public async Task StoreTimelineAsync(string matchId, byte[]? payload = null)
    {
        await using var db = await OpenAsync();
        db.Add(new MatchTimeline { MatchId = matchId, FetchedAt = Clock.GetUtcNow(), Frames = 30, Payload = payload ?? Packing.Pack(TimelineBytes) });
        await db.SaveChangesAsync();
    }

    /// <summary>Stores matches with features that can be learnt from, as if their timelines had been read.</summary>
    public async Task StoreFeaturesAsync(ImmutableArray<LearntMatch> matches)
    {
        await using var db = await OpenAsync();
        db.AddRange(matches.Select(match => new Match
        {
            Id = match.MatchId,
            Platform = "euw1",
            Mode = "CLASSIC",
            MapId = 11,
            QueueId = 420,
            GameVersion = "",
            Patch = "",
            DurationSeconds = 1800,
            StartedAt = Clock.GetUtcNow().AddDays(-1),
            FetchedAt = Clock.GetUtcNow(),
        }));
        db.AddRange(matches.Select(match => new MatchPayload { Id = match.MatchId, Payload = [1] }));
        db.AddRange(matches.Select(match => new MatchTimeline { MatchId = match.MatchId, FetchedAt = Clock.GetUtcNow(), Payload = [1] }));
        db.AddRange(matches.Select(match => new MatchFeatures
        {
            MatchId = match.MatchId,
            Version = MatchFeatures.CurrentVersion,
            BlueWon = match.BlueWon,
            QueueId = 420,
            StartedAt = Clock.GetUtcNow().AddDays(-1),
            Moments = match.States.Length,
            States = PackedStates.Pack(match.States),
        }));
        await db.SaveChangesAsync();
    }

    /// <summary>MnM looks whether a model is due, and learns it; answers whether it was.</summary>
    public async Task<bool> TrainAsync()
    {
        await Get<ModelLoop>().TickAsync(CancellationToken.None);
        return await WorkAsync(ModelRunner.WorkKind, lease => Get<ModelRunner>().TryAsync(lease, CancellationToken.None));
    }

    /// <summary>Works once on what is due; answers whether anything was.</summary>
    public async Task<bool> WorkAsync(string kind, Func<WorkLease, Task<WorkResult>> work)
    {
        var queue = Get<WorkQueue>();
        if (await queue.ClaimAsync(kind, "test", 1, TimeSpan.FromMinutes(2), CancellationToken.None) is not [var lease])
        {
            return false;
        }

        Assert.True(await MatchWork.AnswerAsync(Clock, work(lease)) switch
        {
            WorkResult.Ended ended => await queue.CompleteAsync(lease, ended.State, ended.Reason, ended.Store, CancellationToken.None),
            WorkResult.Retry retry => await queue.RetryAsync(lease, Clock.GetUtcNow() + (retry.After ?? TimeSpan.FromMinutes(1)), retry.Reason, CancellationToken.None),
            WorkResult.Wait wait => await queue.ReturnAsync(lease, Clock.GetUtcNow() + wait.For, wait.Reason, CancellationToken.None),
            _ => false,
        });
        return true;
    }

    public async ValueTask DisposeAsync()
    {
        await Collector.DisposeAsync();
        _folder.Dispose();
    }
}
