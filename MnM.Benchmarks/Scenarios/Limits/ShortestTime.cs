namespace MnM.Benchmarks.Scenarios.Limits;

/// <summary>How long requests take at the least under a personal key's limits, 20 in a second and 100 in two minutes, if neither they nor their answers take any time.</summary>
internal static class ShortestTime
{
    /// <summary>Seconds from the first to the last of so many requests.</summary>
    public static double Of(int requests)
    {
        var times = new double[requests];
        for (var request = 0; request < requests; request++)
        {
            times[request] = Math.Max(request >= 20 ? times[request - 20] + 1 : 0, request >= 100 ? times[request - 100] + 120 : 0);
        }

        return times[^1];
    }
}
