using MnM.Collector.Backplane;
using MnM.Collector.Riot;

namespace MnM.Collector.Scouting;

/// <summary>While a game loads neither it nor the League client tells who plays; Riot's spectator does, and with it the ids of all ten in one answer.</summary>
internal sealed class LoadingGame(SpectatorApi spectator, TimeProvider time)
{
    private const int MostTries = 3;
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(4);

    /// <summary>The game that loads; null where Riot does not tell of it, which it does not of players in streamer mode.</summary>
    /// <param name="you">Riot's id of you.</param>
    /// <param name="platform">Where the game is played.</param>
    /// <param name="gameId">Its number by the League client: Riot may still tell of the one before.</param>
    /// <param name="isLoading">Whether it still loads.</param>
    /// <param name="cancellationToken">Ends the search.</param>
    public async Task<ActiveGame?> FindAsync(Puuid you, string platform, long gameId, Func<bool> isLoading, CancellationToken cancellationToken)
    {
        for (var tries = 0; tries < MostTries && isLoading(); tries++)
        {
            if (tries > 0)
            {
                await Task.Delay(Pause, time, cancellationToken);
            }

            switch (isLoading() ? await spectator.FindAsync(you, platform, Lane.Live, cancellationToken) : null)
            {
                case RiotAnswer<ActiveGame>.Fetched { Value: var game } when game.GameId == gameId:
                    return game;
                case RiotAnswer<ActiveGame>.Fetched or RiotAnswer<ActiveGame>.NotFound:
                    continue;
                default:
                    return null;
            }
        }

        return null;
    }
}
