using MnM.Collector.Live.Recording;

namespace MnM.Collector.Live;

/// <summary>Says which game a first response belongs to: the one that ran when MnM stopped, or a new one.</summary>
internal sealed class GameSuccession(LiveStore store, GameRecorder recorder)
{
    private LiveGame? _unfinished;
    private DateTimeOffset _loadedAt;
    private long _nextId;

    /// <summary>Reads what was left running; answers the last game that ended.</summary>
    public async Task<EndedGame?> LoadAsync(DateTimeOffset now, CancellationToken cancellationToken)
    {
        (_nextId, var unfinished, var last) = await store.LoadAsync(now, cancellationToken);
        _loadedAt = now;
        foreach (var stored in unfinished)
        {
            var game = LiveGame.Resume(stored);
            if (_unfinished is null)
            {
                _unfinished = game;
            }
            else
            {
                Close(game);
            }
        }

        return last;
    }

    /// <summary>The game that this response is the next or the first of.</summary>
    public LiveGame BeginOrResume(PolledResponse response)
    {
        if (_unfinished is { } unfinished)
        {
            _unfinished = null;
            if (unfinished.IsContinuedBy(response))
            {
                return unfinished;
            }

            Close(unfinished);
        }

        return LiveGame.Begin(_nextId++, response);
    }

    /// <summary>Closes what was left running once no game was found for the grace time.</summary>
    public void CloseAfter(TimeSpan grace, DateTimeOffset now)
    {
        if (_unfinished is { } unfinished && now - _loadedAt >= grace)
        {
            _unfinished = null;
            Close(unfinished);
        }
    }

    private void Close(LiveGame game)
    {
        if (game.IsOpen)
        {
            recorder.Enqueue(game.End("restart"));
        }

        game.Dispose();
    }
}
