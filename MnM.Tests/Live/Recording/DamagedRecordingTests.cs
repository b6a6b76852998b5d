using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using MnM.Collector.Live;
using MnM.Collector.Live.Recording;
using MnM.Collector.StaticData;
using MnM.Collector.Storage;
using MnM.Tests.Hosting;
using MnM.Web.Games;

namespace MnM.Tests.Live.Recording;

/// <summary>A byte of a folded part is flipped on the disk: that part is named wherever it is asked for, and all others are there as before.</summary>
public sealed class DamagedRecordingTests
{
    private const string Named = "The recording of game 1 is damaged in polls 60 to 119";
    private static readonly DateTimeOffset Start = new(2026, 10, 3, 12, 0, 0, TimeSpan.Zero);

    [Theory]
    [InlineData(nameof(SnapshotSegment.Payload))]
    [InlineData(nameof(SnapshotSegment.Moments))]
    public async Task The_damaged_part_is_named_and_the_rest_is_readable(string column)
    {
        await using var mnm = await StartAsync(column);
        foreach (var path in (string[])["at/60", "at/119.9", "polls/60", "polls/119", "snapshots", "snapshots?from=119&to=130", "snapshots?from=60&to=60"])
        {
            using var answer = await mnm.Client.GetAsync($"/api/games/1/{path}");
            Assert.Equal((path, HttpStatusCode.InternalServerError), (path, answer.StatusCode));
            Assert.StartsWith(Named, (string?)JsonNode.Parse(await answer.Content.ReadAsStringAsync())!["detail"], StringComparison.Ordinal);
        }

        foreach (var second in (int[])[0, 59, 120, 179])
        {
            var poll = JsonNode.Parse(await mnm.Client.GetStringAsync($"/api/games/1/polls/{second}"));
            Assert.True(JsonNode.DeepEquals(JsonNode.Parse(Response(second)), poll));
            Assert.Equal(second, (double)JsonNode.Parse(await mnm.Client.GetStringAsync($"/api/games/1/at/{second}"))!["game_time"]!);
        }

        Assert.Equal(60, JsonNode.Parse(await mnm.Client.GetStringAsync("/api/games/1/snapshots?from=0&to=59"))!.AsArray().Count);
        Assert.Equal(60, JsonNode.Parse(await mnm.Client.GetStringAsync("/api/games/1/snapshots?from=120"))!.AsArray().Count);
        Assert.Equal(180, JsonNode.Parse(await mnm.Client.GetStringAsync("/api/games/1/timeline"))!.AsArray().Count);
        Assert.Equal(HttpStatusCode.NotFound, (await mnm.Client.GetAsync("/api/games/1/polls/180")).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await mnm.Client.GetAsync("/games/1?t=30")).StatusCode);
    }

    [Fact]
    public async Task A_page_says_at_once_that_times_of_a_part_cannot_be_read()
    {
        await using var mnm = await StartAsync(nameof(SnapshotSegment.Moments));
        var services = mnm.App.Services;
        var watched = await WatchedGame.OpenAsync(1, services.GetRequiredService<GameQueries>(), services.GetRequiredService<GameReplay>(), CancellationToken.None);
        Assert.StartsWith(Named, watched!.Fault, StringComparison.Ordinal);
        Assert.Equal((120, 0.0, 179.0), (watched.Span!.Polls, watched.Span.First, watched.Span.Last));
        Assert.Equal(179, watched.Final!.GameTime);
    }

    [Fact]
    public async Task A_damaged_end_is_named_and_not_passed_off_as_an_earlier_end()
    {
        await using var mnm = await StartAsync(nameof(SnapshotSegment.Moments), segment: 120);
        var replay = mnm.App.Services.GetRequiredService<GameReplay>();
        var fault = await Assert.ThrowsAsync<FormatException>(() => replay.FindAtAsync(1, 5000, CancellationToken.None));
        Assert.Contains("polls 120 to 179", fault.Message, StringComparison.Ordinal);
        Assert.Equal(119, (await replay.FindAtAsync(1, 119.5, CancellationToken.None))!.Sequence);
    }

    private static async Task<RunningMnm> StartAsync(string column, int segment = 60)
    {
        var mnm = await RunningMnm.StartAsync();
        var recorder = mnm.App.Services.GetRequiredService<GameRecorder>();
        LiveGame? game = null;
        for (var second = 0; second < 180; second++)
        {
            var polled = PolledResponse.Parse(Encoding.UTF8.GetBytes(Response(second)), Start.AddSeconds(second));
            game ??= LiveGame.Begin(1, polled);
            recorder.Enqueue(game.Accept(polled, StaticCatalog.Empty).Record);
        }

        recorder.Enqueue(game!.End("connection_lost"));
        game.Dispose();
        await recorder.FlushAsync(CancellationToken.None);
        await mnm.App.Services.GetRequiredService<GameFolder>().FoldAsync(1, CancellationToken.None);

        await using var db = await mnm.App.Services.GetRequiredService<IDbContextFactory<MnmDbContext>>().CreateDbContextAsync();
        var row = await db.Set<SnapshotSegment>().SingleAsync(one => one.FirstSequence == segment);
        var property = db.Entry(row).Property<byte[]>(column);
        property.CurrentValue = [.. property.CurrentValue.Select((value, place) => place == property.CurrentValue.Length / 2 ? (byte)(value ^ 4) : value)];
        Assert.Equal(1, await db.SaveChangesAsync());
        return mnm;
    }

    private static string Response(int second) => Polls.Response(second, response => response.Players()[4]!["level"] = second);
}
