using MnM.Collector.Tracking.Detection;

namespace MnM.Collector.Tracking.Completion;

/// <summary>When Riot is asked for a game's result. Pure.</summary>
internal static class CompletionPlan
{
    /// <summary>A game that nobody says is over may be so all the same: the spectator can be blind.</summary>
    public static readonly TimeSpan WithoutHint = TimeSpan.FromMinutes(4);

    /// <summary>No time of the plan is further ahead; one that is was written by a clock which was set back since.</summary>
    public static readonly TimeSpan Furthest = TimeSpan.FromMinutes(40);

    private static readonly TimeSpan Eager = TimeSpan.FromMinutes(15);
    private static readonly TimeSpan Patient = TimeSpan.FromHours(2);
    private static readonly TimeSpan Often = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan Seldom = TimeSpan.FromMinutes(4);
    private static readonly TimeSpan Rarely = TimeSpan.FromMinutes(15);

    /// <summary>While the spectator shows a game nobody asks for its result; when it stops without a word, some minutes later.</summary>
    public static DateTimeOffset WhileSeen(TrackedGame game, DateTimeOffset now)
    {
        var mayBeOver = (game.StartedAt ?? game.DetectedAt) + DetectionPlan.LeastLength(game.Product, game.QueueType);

        // A start far ahead is the word of a clock that was set back since.
        return (mayBeOver > now && mayBeOver - now < Furthest - WithoutHint ? mayBeOver : now) + WithoutHint;
    }

    /// <summary>After a question whose answer was that it is not there yet.</summary>
    /// <param name="game">The game.</param>
    /// <param name="now">When it was asked.</param>
    /// <param name="interval">The loop's, which is the least.</param>
    public static DateTimeOffset AfterNothing(TrackedGame game, DateTimeOffset now, TimeSpan interval)
    {
        if (game.GoneAt is not { } gone)
        {
            return now + WithoutHint;
        }

        var since = now - gone;
        var wait = since < Eager ? Often : since < Patient ? Shorter(Often * (since / Eager), Seldom) : Rarely;
        return now + (wait > interval ? wait : interval);
    }

    /// <summary>After an error: an own fault of a game seldom passes within a minute.</summary>
    public static DateTimeOffset AfterError(TrackedGame game, DateTimeOffset now) => now + (Often * Math.Pow(2, Math.Min(3, game.ErrorsInRow)));

    /// <summary>From when on a result that is not there is not waited for any longer.</summary>
    public static DateTimeOffset Deadline(TrackedGame game, TimeSpan patience) => (game.GoneAt > game.DetectedAt ? game.GoneAt.Value : game.DetectedAt) + patience;

    private static TimeSpan Shorter(TimeSpan one, TimeSpan other) => one < other ? one : other;
}
