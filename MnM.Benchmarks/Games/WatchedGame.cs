using MnM.Collector.Live;
using MnM.Collector.Live.Recording;
using MnM.Collector.StaticData;

namespace MnM.Benchmarks.Games;

/// <summary>What the poller does with an answer once it is there: parse, diff against the last, view, delta bytes.</summary>
internal sealed class WatchedGame(long id, StaticCatalog catalog) : IDisposable
{
    private DateTimeOffset _now = DateTimeOffset.UnixEpoch;
    private LiveGame? _game;

    /// <exception cref="InvalidOperationException">The answer is of another game.</exception>
    public (PollRecord Record, LiveView View) Take(byte[] response)
    {
        _now += TimeSpan.FromSeconds(1);
        var polled = PolledResponse.Parse(response, _now);
        if (polled.IsBrawl || _game?.Owns(polled) is false)
        {
            throw new InvalidOperationException("The answer is of another game.");
        }

        _game ??= LiveGame.Begin(id, polled);
        return _game.Accept(polled, catalog);
    }

    public void Dispose() => _game?.Dispose();
}
