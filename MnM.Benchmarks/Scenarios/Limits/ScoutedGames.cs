using MnM.Benchmarks.Evenings;
using MnM.Collector.Scouting;
using MnM.Simulator.RiotApi;
using MnM.Simulator.World;

namespace MnM.Benchmarks.Scenarios.Limits;

/// <summary>
/// Two games of the same ten with scouting, on a personal key and in simulated time, with an empty database before the first. The clock goes on in tenths of a second, and what MnM does itself takes no
/// simulated time: the seconds are those that Riot's limits and answers of 80 ms cost.
/// </summary>
internal sealed class ScoutedGames : Measurement
{
    private const int Seed = 3;
    private const double Patience = 600;

    public override string Title => "Ten people before a game";

    public override async Task MeasureAsync(Results results, Size size, CancellationToken cancellationToken)
    {
        using var folder = new ScratchFolder();
        var options = new EveningOptions { Seed = Seed, Games = 2 };
        await using var evening = new ScoutedEvening(folder.Path, options, new RiotApiOptions { Latency = TimeSpan.FromMilliseconds(80) }, games: ScoutedEvening.Twice(Seed));
        await evening.StartAsync();
        await evening.WalkToAsync(GameflowPhase.InProgress);
        await MustAsync(evening, AreKnown);
        var known = evening.Now;
        await MustAsync(evening, state => state.Cards.All(card => card.IsHeadComplete));
        results.Add("head_s", (evening.Now - known).TotalSeconds);
        var heads = evening.Requests.Where(request => request.IsOfHead).Select(request => request.Address).ToList();
        results.Add("head_requests", heads.Count);
        results.Add("head_repeated", heads.Count - heads.Distinct().Count());
        await MustAsync(evening, state => state.Cards.All(card => card.Form.Games.Length + card.Form.Closed >= Dossier.UrgentGames));
        results.Add("form_s", (evening.Now - known).TotalSeconds);
        await MustAsync(evening, IsComplete);
        var first = Asked(evening);

        if (!await evening.SkipGameAsync())
        {
            throw new TimeoutException($"The game did not end for MnM: {evening.State.Phase}.");
        }

        await evening.WalkToAsync(GameflowPhase.InProgress);
        await MustAsync(evening, state => state.Phase == ScoutingPhase.InGame && IsComplete(state));
        results.Add("second_game_share", (Asked(evening) - first) / (double)first);
        await MeasureIdsAsync(results);
    }

    /// <summary>The same ten of whom no spectator tells: the game itself names them.</summary>
    private static async Task MeasureIdsAsync(Results results)
    {
        using var folder = new ScratchFolder();
        await using var evening = new ScoutedEvening(folder.Path, new EveningOptions { Seed = Seed, Games = 1 }, new RiotApiOptions { Latency = TimeSpan.FromMilliseconds(80) }) { HasSpectator = false };
        await evening.StartAsync();
        await evening.WalkToAsync(GameflowPhase.InProgress);
        await MustAsync(evening, state => AreKnown(state) && state.Cards.All(card => card.IsHeadComplete));
        results.Add("head_requests_ids", evening.Requests.Count(request => request.IsOfHead));
    }

    private static int Asked(ScoutedEvening evening) => evening.Requests.Count(request => !request.IsOfKey);

    private static bool AreKnown(ScoutingState state) => state.Cards.Count() == 10 && state.Cards.All(card => !card.IsHidden);

    private static bool IsComplete(ScoutingState state) =>
        AreKnown(state) && state.Cards.All(card => card.IsHeadComplete && card.Form.State is not (ScoutPartState.None or ScoutPartState.Loading));

    private static async Task MustAsync(ScoutedEvening evening, Func<ScoutingState, bool> isSo)
    {
        if (!await evening.UntilAsync(isSo, Patience))
        {
            throw new TimeoutException($"Scouting did not come to its end: {evening.State.Phase}, {evening.State.Requests}, {evening.State.Fault}");
        }
    }
}
