using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using MnM.Collector.Live;
using MnM.Collector.Live.Recording;
using MnM.Collector.StaticData;
using MnM.Collector.Storage;
using MnM.Simulator.World;
using MnM.Simulator.World.Writing;
using MnM.Tests.Simulator;

namespace MnM.Tests.Live.Recording;

public sealed class StoringCostTests
{
    private const int MostBytes = 40 * 1024;
    private const int WarmUp = 60;
    private const int Polls = 180;

    [Fact]
    public async Task A_stored_poll_in_mid_game_allocates_at_most_40_kB()
    {
        await using var run = await LiveRun.StartAsync();
        await using var writer = await PollWriter.OpenAsync(run.Services.GetRequiredService<IDbContextFactory<MnmDbContext>>(), CancellationToken.None);
        long allocated = 0;
        var count = 0;
        foreach (var record in Records())
        {
            var before = GC.GetAllocatedBytesForCurrentThread();
            var stored = writer.StoreAsync([record], CancellationToken.None);

            // SQLite's driver works on the caller's thread, whose bytes are counted.
            Assert.True(stored.IsCompletedSuccessfully, stored.Exception?.Message);
            await stored;
            allocated += count++ >= WarmUp ? GC.GetAllocatedBytesForCurrentThread() - before : 0;
        }

        Assert.Equal(Polls, await run.QueryAsync(db => db.GameSnapshots.CountAsync()));
        Assert.InRange(allocated / (Polls - WarmUp), 1, MostBytes);
    }

    private static List<PollRecord> Records()
    {
        var written = GameWriter.Write(seed: 5, index: 0);
        var script = new ScriptedGame(MatchScriptReader.Read(written.Match, written.Timeline));
        var records = new List<PollRecord>();
        LiveGame? game = null;
        for (var second = 0; second < Polls; second++)
        {
            var polled = PolledResponse.Parse(Poll.BytesAt(script, 1000 + second), DateTimeOffset.UnixEpoch.AddSeconds(second));
            game ??= LiveGame.Begin(1, polled);
            records.Add(game.Accept(polled, StaticCatalog.Empty).Record);
        }

        game!.Dispose();
        return records;
    }
}
