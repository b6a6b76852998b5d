namespace MnM.Simulator.RiotApi;

/// <summary>How each method is answered from the world.</summary>
internal sealed class RiotMethodAnswers
{
    private readonly Dictionary<RiotMethod, Func<RiotRequest, RiotAnswer>> _answers;

    public RiotMethodAnswers(RiotWorld world, TimeProvider clock)
    {
        var accounts = new AccountApi(world);
        var summoners = new SummonerApi(world, clock);
        _answers = new()
        {
            [RiotMethods.AccountByRiotId] = accounts.ByRiotId,
            [RiotMethods.AccountByPuuid] = accounts.ByPuuid,
            [RiotMethods.RegionByGame] = accounts.RegionByGame,
            [RiotMethods.Summoner] = summoners.ByPuuid,
            [RiotMethods.TftSummoner] = summoners.ByPuuid,
            [RiotMethods.Status] = StatusApi.PlatformData,
            [RiotMethods.TftStatus] = StatusApi.PlatformData,
        };
    }

    public RiotAnswer Answer(RiotMethod method, RiotRequest request) =>
        _answers.TryGetValue(method, out var answer) ? answer(request) : RiotAnswer.NotFound("No results found");
}
