using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using MnM.Collector.Live;
using MnM.Collector.Live.Recording;
using MnM.Collector.StaticData;

namespace MnM.Tests.Live.Recording;

/// <summary>Whole random games go through the real recorder into a real database: before and after folding every poll is what was answered.</summary>
public sealed class RandomGamesTests
{
    private const int Seed = 20261003;

    // Some seconds of work; 120 games of other seeds were tried once.
    private const int Games = 12;
    private const int PollsEach = 130;

    [Fact]
    public async Task Every_poll_of_random_games_comes_back_before_and_after_folding()
    {
        await using var run = await LiveRun.StartAsync();
        for (var id = 1; id <= Games; id++)
        {
            var answers = await RecordAsync(run, id, Seed + id);
            var moments = (await run.Replay.MomentsAsync(id, CancellationToken.None)).Readable;
            Assert.Equal(Enumerable.Range(0, PollsEach), moments.Select(moment => moment.Sequence));
            await AssertComesBackAsync(run, id, answers, $"seed {Seed + id}");

            await run.Folder.FoldAsync(id, CancellationToken.None);
            Assert.Equal(0, await run.QueryAsync(db => db.GameSnapshots.CountAsync()));
            Assert.Equal(moments, (await run.Replay.MomentsAsync(id, CancellationToken.None)).Readable);
            await AssertComesBackAsync(run, id, answers, $"seed {Seed + id}, folded");
        }
    }

    /// <summary>Plays a game, with a restart of MnM now and then and records that must be whole.</summary>
    private static async Task<List<byte[]>> RecordAsync(LiveRun run, long id, int seed)
    {
        var random = new Random(seed);
        var answered = new RandomGame(seed);
        var answers = new List<byte[]>();
        LiveGame? game = null;
        while (answers.Count < PollsEach)
        {
            run.Clock.Advance(1 + (random.Next(1000) / 1000.0));
            answers.Add(answered.Next());
            var polled = PolledResponse.Parse(answers[^1], run.Clock.GetUtcNow());
            game ??= LiveGame.Begin(id, polled);
            if (random.Next(50) == 0)
            {
                game.RequireWhole();
            }

            run.Recorder.Enqueue(game.Accept(polled, StaticCatalog.Empty, missed: random.Next(30) == 0 ? GameGap.NoAnswer : null).Record);
            if (random.Next(60) == 0)
            {
                await run.Recorder.FlushAsync(CancellationToken.None);
                game.Dispose();
                var (_, stored, _) = await run.Services.GetRequiredService<LiveStore>().LoadAsync(run.Clock.GetUtcNow(), CancellationToken.None);
                game = LiveGame.Resume(stored.Single(one => one.Game.Id == id));
            }
        }

        run.Recorder.Enqueue(game!.End("connection_lost"));
        await run.Recorder.FlushAsync(CancellationToken.None);
        Assert.Null(run.Recorder.Fault);
        game.Dispose();
        return answers;
    }

    private static async Task AssertComesBackAsync(LiveRun run, long id, List<byte[]> answers, string what)
    {
        var changes = await run.Replay.ChangesAsync(id, 0, PollsEach, CancellationToken.None);
        var keyframes = changes.Where(change => change.Delta is null).Select(change => change.Moment.Sequence).Append(PollsEach).ToList();
        Assert.Equal((PollsEach, 0), (changes.Count, keyframes[0]));
        Assert.All(keyframes.Zip(keyframes.Skip(1)), pair => Assert.InRange(pair.Second - pair.First, 1, 60));

        byte[] replayed = [];
        for (var sequence = 0; sequence < PollsEach; sequence++)
        {
            var found = (await run.ReplayAsync(id, sequence))!;
            AssertSame(answers[sequence], found, $"{what}, poll {sequence}");
            replayed = changes[sequence].Delta is { } delta ? RecordingReader.Apply(replayed, delta.ToArray()) : found;
            AssertSame(answers[sequence], replayed, $"{what}, poll {sequence} by its change");
        }
    }

    private static void AssertSame(byte[] answer, byte[] found, string what)
    {
        using var expected = PolledResponse.Parse(answer, default).Document;
        using var actual = JsonDocument.Parse(found, DeltaCodec.Parsing);
        Assert.True(DeepEquality.AreEqual(expected.RootElement, actual.RootElement), what);
    }
}
