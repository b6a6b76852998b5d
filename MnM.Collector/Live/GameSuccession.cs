using System.Data.Common;
using Microsoft.Extensions.Options;
using MnM.Collector.Live.Lcu;
using MnM.Collector.Live.Recording;
using MnM.Collector.Riot;

namespace MnM.Collector.Live;

/// <summary>
/// Says which game a first response belongs to: the one that was polled last, or a new one. Nobody's word that a game is over is final:
/// a port may hiccup while it closes, and the client that says so may be another one.
/// </summary>
internal sealed class GameSuccession(LiveStore store, GameRecorder recorder, IOptions<RiotOptions> riot, TimeProvider time)
{
    private LiveGame? _left;
    private long _loadedAt;
    private long _nextId;
    private long? _over;
    private long? _taken;

    /// <summary>Reads what was left running; answers the last game that ended.</summary>
    public async Task<EndedGame?> LoadAsync(DateTimeOffset now, CancellationToken cancellationToken)
    {
        (_nextId, var unfinished, var last) = await store.LoadAsync(now, cancellationToken);
        _loadedAt = time.GetTimestamp();
        foreach (var stored in unfinished)
        {
            var game = LiveGame.Resume(stored);
            if (_left is null)
            {
                _left = game;
                _over = stored.IsOver ? game.ClientGameId : null;
            }
            else
            {
                Drop(game);
            }
        }

        return last;
    }

    /// <summary>The game the client says runs now; null where it tells none, or still the one that is over.</summary>
    public ClientGame? Current(ClientView client) => client.RunningGame is { } game && game.Id != _over ? game : null;

    /// <summary>The game that this response is the next or the first of.</summary>
    public async Task<LiveGame> BeginOrResumeAsync(PolledResponse response, ClientView client, CancellationToken cancellationToken)
    {
        var told = Current(client);
        if (_left is { } left)
        {
            _left = null;
            if (left.IsContinuedBy(response, told?.Id))
            {
                left.RequireKeyframe();
                await IdentifyAsync(left, client, cancellationToken);
                return left;
            }

            Drop(left);
        }

        var stored = told is null ? null : await FindAsync(told.Id, cancellationToken);
        if (stored is { IsOver: true })
        {
            // A client may still hold the session of the game before.
            _over = told!.Id;
        }

        var game = stored is { IsOver: false } ? LiveGame.Resume(stored) : LiveGame.Begin(_nextId++, response);
        await IdentifyAsync(game, client, cancellationToken);
        return game;
    }

    /// <summary>Notes the number of a game as soon as the client tells it. No two games bear the same.</summary>
    public async Task IdentifyAsync(LiveGame game, ClientView client, CancellationToken cancellationToken)
    {
        if (game.ClientGameId is not null || Current(client) is not { } told || told.Id == _taken)
        {
            return;
        }

        try
        {
            if (await store.FindAsync(told.Id, cancellationToken) is null)
            {
                game.Identify(told, client.Platform ?? riot.Value.Platform);
            }
            else
            {
                _taken = told.Id;
            }
        }
        catch (DbException)
        {
            // A database that does not answer must not stop the polls; the next one asks again.
        }
    }

    /// <summary>The game is over: whoever still tells its number tells it of the game before.</summary>
    public void End(LiveGame game) => _over = game.ClientGameId ?? _over;

    /// <summary>Takes a game that is not polled any more; it goes on if it answers again.</summary>
    public void Leave(LiveGame game)
    {
        _left?.Dispose();
        _left = game;
    }

    /// <summary>Closes what was left running once no game was found for the grace time, unless the client says that it still runs.</summary>
    public void CloseAfter(TimeSpan grace, ClientView client)
    {
        if (_left is { IsOpen: true } left && time.GetElapsedTime(_loadedAt) >= grace && client.Phase != GamePhase.InGame)
        {
            recorder.Enqueue(left.End("restart"));
        }
    }

    private void Drop(LiveGame game)
    {
        if (game.IsOpen)
        {
            recorder.Enqueue(game.End("restart"));
        }

        game.Dispose();
    }

    private async Task<StoredGame?> FindAsync(long clientGameId, CancellationToken cancellationToken)
    {
        try
        {
            return await store.FindAsync(clientGameId, cancellationToken);
        }
        catch (DbException)
        {
            // The poll must not wait for a database that does not answer: without its number the game is known by its people.
            return null;
        }
    }
}
