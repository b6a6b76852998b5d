using MnM.Collector.Live;
using MnM.Collector.StaticData;
using MnM.Simulator.World;
using MnM.Simulator.World.Writing;
using MnM.Tests.Simulator;

namespace MnM.Tests.Live;

public sealed class PollAllocationTests
{
    private const int MostBytes = 32 * 1024;

    [Fact]
    public void A_poll_in_mid_game_allocates_at_most_32_kB()
    {
        var written = GameWriter.Write(seed: 5, index: 0);
        var script = new ScriptedGame(MatchScriptReader.Read(written.Match, written.Timeline));
        var responses = Enumerable.Range(0, 60).Select(second => Poll.BytesAt(script, 1000 + second)).ToArray();
        var first = PolledResponse.Parse(responses[0], DateTimeOffset.UnixEpoch);
        using var game = LiveGame.Begin(1, first);
        game.Accept(first, StaticCatalog.Empty);
        long allocated = 0;
        for (var i = 1; i < responses.Length; i++)
        {
            var before = GC.GetAllocatedBytesForCurrentThread();
            game.Accept(PolledResponse.Parse(responses[i], DateTimeOffset.UnixEpoch.AddSeconds(i)), StaticCatalog.Empty);

            // The first polls also compile code and fill pools.
            allocated += i > 10 ? GC.GetAllocatedBytesForCurrentThread() - before : 0;
        }

        Assert.InRange(allocated / (responses.Length - 11), 1, MostBytes);
    }
}
