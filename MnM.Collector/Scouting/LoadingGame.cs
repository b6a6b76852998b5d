using MnM.Collector.Backplane;
using MnM.Collector.Riot;

namespace MnM.Collector.Scouting;

/// <summary>While a game loads neither it nor the League client tells who plays; Riot's spectator does, and with it the ids of all ten in one answer.</summary>
internal sealed class LoadingGame(SpectatorApi spectator, TimeProvider time)
{
    private const int FirstPauseSeconds = 4;
    private const int LongestPauseSeconds = 10;

    /// <summary>
    /// The game that loads, asked for as long as it does: Riot's spectator may be late. Null where Riot has not told of it by then, which it does not of players in streamer mode.
    /// </summary>
    /// <param name="you">Riot's id of you.</param>
    /// <param name="platform">Where the game is played.</param>
    /// <param name="gameId">Its number by the League client: Riot may still tell of the one before.</param>
    /// <param name="isLoading">Whether it still loads.</param>
    /// <param name="cancellationToken">Ends the search.</param>
    public async Task<ActiveGame?> FindAsync(Puuid you, string platform, long gameId, Func<bool> isLoading, CancellationToken cancellationToken)
    {
        for (var tries = 0; isLoading(); tries++)
        {
            if (tries > 0)
            {
                await Task.Delay(TimeSpan.FromSeconds(Math.Min(FirstPauseSeconds * tries, LongestPauseSeconds)), time, cancellationToken);
            }

            switch (isLoading() ? await spectator.FindAsync(you, platform, Lane.Live, cancellationToken) : null)
            {
                case RiotAnswer<ActiveGame>.Fetched { Value: var game } when game.GameId == gameId:
                    return game;
                case RiotAnswer<ActiveGame>.Forbidden:
                    return null;
                default:
                    continue;
            }
        }

        return null;
    }
}
