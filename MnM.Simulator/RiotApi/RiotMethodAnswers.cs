using MnM.Simulator.World.People;

namespace MnM.Simulator.RiotApi;

/// <summary>How each method is answered from the world.</summary>
internal sealed class RiotMethodAnswers
{
    private readonly Dictionary<RiotMethod, Func<RiotRequest, RiotAnswer>> _answers;

    public RiotMethodAnswers(RiotWorld world)
    {
        var accounts = new AccountApi(world);
        var summoners = new SummonerApi(world);
        var matches = new MatchApi(world);
        var leagues = new LeagueApi(world, Ranks.OfLeague);
        var tactics = new LeagueApi(world, Ranks.OfTactics);
        var masteries = new MasteryApi(world);
        var boards = new TacticsApi(world);
        _answers = new()
        {
            [RiotMethods.AccountByRiotId] = accounts.ByRiotId,
            [RiotMethods.AccountByPuuid] = accounts.ByPuuid,
            [RiotMethods.RegionByGame] = accounts.RegionByGame,
            [RiotMethods.Summoner] = summoners.ByPuuid,
            [RiotMethods.TftSummoner] = summoners.ByPuuid,
            [RiotMethods.Entries] = leagues.ByPuuid,
            [RiotMethods.Division] = leagues.Division,
            [RiotMethods.Challenger] = leagues.Apex("CHALLENGER"),
            [RiotMethods.Grandmaster] = leagues.Apex("GRANDMASTER"),
            [RiotMethods.Master] = leagues.Apex("MASTER"),
            [RiotMethods.TftEntries] = tactics.ByPuuid,
            [RiotMethods.TftDivision] = tactics.Division,
            [RiotMethods.TftChallenger] = tactics.Apex("CHALLENGER"),
            [RiotMethods.TftGrandmaster] = tactics.Apex("GRANDMASTER"),
            [RiotMethods.TftMaster] = tactics.Apex("MASTER"),
            [RiotMethods.Masteries] = masteries.All,
            [RiotMethods.TopMasteries] = masteries.Top,
            [RiotMethods.OneMastery] = masteries.One,
            [RiotMethods.ActiveGame] = new SpectatorApi(world).ActiveGame,
            [RiotMethods.TftMatchIds] = boards.Ids,
            [RiotMethods.TftMatch] = boards.Match,
            [RiotMethods.TftActiveGame] = boards.ActiveGame,
            [RiotMethods.MatchIds] = matches.Ids,
            [RiotMethods.Match] = matches.Match,
            [RiotMethods.Timeline] = matches.Timeline,
            [RiotMethods.Replays] = matches.Replays,
            [RiotMethods.Status] = StatusApi.PlatformData,
            [RiotMethods.TftStatus] = StatusApi.PlatformData,
        };
    }

    public RiotAnswer Answer(RiotMethod method, RiotRequest request) => _answers[method](request);
}
