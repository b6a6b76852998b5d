using MnM.Benchmarks.Requests;
using MnM.Simulator.RiotApi.Limits;

namespace MnM.Benchmarks.Scenarios.History;

/// <summary>1,000 matches of one player, in simulated time: how much longer they take than the key's limits make them.</summary>
internal sealed class SimulatedImports : Measurement
{
    private const int Matches = 1000;
    private const int FewMatches = 500;
    private const int PageSize = 100;

    /// <summary>Who has the Riot ID, and where they play.</summary>
    private const int First = 2;

    private int _violations;
    private int _refused;
    private int _requests;

    public override string Title => "1,000 matches in simulated time";

    public override async Task MeasureAsync(Results results, Size size, CancellationToken cancellationToken)
    {
        (_violations, _refused, _requests) = (0, 0, 0);
        var matches = size == Size.Quick ? FewMatches : Matches;
        results.Add("ratio_personal", (await RatioAsync(KeyKind.Personal, matches, TimeSpan.Zero, withOthers: false, cancellationToken)).Ended);
        results.Add("ratio_personal_shared", (await RatioAsync(KeyKind.Personal, matches, TimeSpan.Zero, withOthers: true, cancellationToken)).Ended);

        // Fewer would fit into one window and take no time.
        var production = await RatioAsync(KeyKind.Production, Matches, TimeSpan.FromMilliseconds(80), withOthers: false, cancellationToken);
        results.Add("ratio_production", production.Ended);
        results.Add("ratio_production_stored", production.Stored);
        results.Add("simulated_requests", _requests);
        results.Add("violations", _violations);
        results.Add("own_429", _refused);
    }

    private async Task<(double Stored, double Ended)> RatioAsync(KeyKind kind, int matches, TimeSpan latency, bool withOthers, CancellationToken cancellationToken)
    {
        await using var import = new SimulatedImport(kind, latency);
        if (withOthers)
        {
            import.ReserveOthers();
        }

        var (stored, ended) = await import.RunAsync(matches, cancellationToken);
        var (violations, refused, requests) = import.Judge();
        (_violations, _refused, _requests) = (_violations + violations, _refused + refused, _requests + requests);
        var shortest = ShortestTime.Of(First + (matches / PageSize) + matches, kind);
        return (stored / shortest, ended / shortest);
    }
}
