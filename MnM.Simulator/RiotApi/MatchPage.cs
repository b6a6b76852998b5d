namespace MnM.Simulator.RiotApi;

/// <summary>Which part of a list of matches is asked for: a span of time in seconds of the epoch, and a page of it.</summary>
internal sealed record MatchPage(int Start, int Count, DateTimeOffset From, DateTimeOffset Until)
{
    private const int Most = 100;
    private const int Usual = 20;

    /// <summary>What is wrong with it, if anything is.</summary>
    public RiotAnswer? Fault => Count is >= 0 and <= Most && Start >= 0 ? null : RiotAnswer.Fault(400, $"Bad Request - count must be at most {Most}, start at least 0");

    public static MatchPage Read(RiotRequest request) => new(
        (int)(request.Number("start") ?? 0),
        (int)(request.Number("count") ?? Usual),
        At(request.Number("startTime")) ?? DateTimeOffset.MinValue,
        At(request.Number("endTime")) ?? DateTimeOffset.MaxValue);

    /// <summary>The page of matches that come the newest first.</summary>
    /// <param name="matches">All there are.</param>
    /// <param name="start">When one began.</param>
    /// <param name="most">Those after so many are not listed.</param>
    public IEnumerable<T> Of<T>(IEnumerable<T> matches, Func<T, DateTimeOffset> start, int most = int.MaxValue) =>
        matches.Where(match => start(match) >= From && start(match) <= Until).Take(most).Skip(Start).Take(Count);

    private static DateTimeOffset? At(long? seconds) => seconds is { } known ? DateTimeOffset.FromUnixTimeSeconds(known) : null;
}
