using System.Collections.Immutable;

namespace MnM.Collector.Tracking.Health;

/// <summary>The six criteria by which tracking is judged. Pure.</summary>
internal static class CriteriaRules
{
    private static readonly TimeSpan Soon = TimeSpan.FromMinutes(15);
    private static readonly TimeSpan LongOver = TimeSpan.FromHours(2);
    private static readonly TimeSpan LeastRound = TimeSpan.FromMinutes(1);

    /// <param name="games">Of the last days.</param>
    /// <param name="hidden">Whose games the spectator does not show.</param>
    /// <param name="round">How long a round of questions takes now.</param>
    /// <param name="now">The time.</param>
    public static ImmutableArray<Criterion> Of(IReadOnlyCollection<GameFacts> games, IReadOnlySet<Watch> hidden, TimeSpan round, DateTimeOffset now)
    {
        var completed = games.Where(game => game.Status == GameStatus.Completed).ToList();
        var shown = completed.Where(game => !hidden.Contains(new Watch(game.PlayerId, game.Product))).ToList();
        var seen = completed.Where(game => game is { WasSeen: true, StartedAt: not null }).ToList();
        var over = games.Where(game => (game.EndedAt ?? game.GoneAt) < now - LongOver).ToList();
        var final = games.Where(game => game.Status != GameStatus.Active).ToList();
        var within = (round > LeastRound ? round : LeastRound) * 1.2;
        return
        [
            new("found_running", "Games of players whom the spectator shows were found while they ran.", Share(shown, game => game.WasSeen), 95, IsFloor: true),
            new("found_soon", "Games that were found while they ran were found within 1.2 rounds of questions.", Share(seen, game => game.DetectedAt - game.StartedAt <= within), 99, IsFloor: true),
            new("ended", "Games that were over for two hours have their result, or the reason why there is none.", Share(over, game => game.Status != GameStatus.Active), 99, IsFloor: true),
            new("completed_soon", "Results were here within 15 minutes of the game's end.", Share(completed, game => game.CompletedAt - game.EndedAt <= Soon), 95, IsFloor: true),
            new("retried", "Games whose result had to be asked for again after an error.", Share(final, game => game.RetryCount > 0), 1, IsFloor: false),
            new("missing", "Games whose result was given up.", Share(final, game => game.Status is GameStatus.Expired or GameStatus.Failed), 1, IsFloor: false),
        ];
    }

    private static double? Share(List<GameFacts> games, Func<GameFacts, bool> which) => games.Count == 0 ? null : 100.0 * games.Count(which) / games.Count;
}
