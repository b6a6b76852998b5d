using System.Text.Json.Nodes;
using MnM.Simulator.World.Past;
using MnM.Simulator.World.People;
using MnM.Simulator.World.Tactics;

namespace MnM.Simulator.RiotApi;

/// <summary>tft-match-v1 and spectator-tft-v5: games of Teamfight Tactics, those that were played and those that run.</summary>
internal sealed class TacticsApi(RiotWorld world)
{
    public RiotAnswer Ids(RiotRequest request)
    {
        var page = MatchPage.Read(request);
        return page.Fault ?? world.About(request, (home, person) => RiotAnswer.List(page.Of(Games(home, person), game => game.Start).Select(game => (JsonNode)game.MatchId)));
    }

    public RiotAnswer Match(RiotRequest request) =>
        RiotPlatform.ReadMatchId(request["matchId"]) is var (platform, gameId)
        && RiotRoutes.RegionOf(platform) == request.Route
        && Find(request["matchId"], platform, gameId) is { } game
            ? world.Ladder?.Find(gameId) is { } fixedGame && TacticsLadder.IsPrivate(fixedGame) ? RiotAnswer.Fault(403, "Forbidden")
            : RiotAnswer.ToKey(RiotAnswer.Text(new TacticsMatch(game, platform).Write()), game.People, request.Product)
            : RiotAnswer.NotFound("match file not found");

    public RiotAnswer ActiveGame(RiotRequest request) => world.About(request, (home, person) =>
        home.Tactics.Running(person, world.Now) is { } past ? RiotAnswer.Ok(Running(past, home, request.Product))
        : world.Week.Running(person, Products.Tactics, world.Now) is { } game && !world.Week.Hides(person) ? RiotAnswer.Ok(Running(game.Board(), home, request.Product))
        : RiotAnswer.NotFound("spectator game info isn't found"));

    private SeasonGame? Find(string matchId, string platform, long gameId) =>
        world.Week.Find(matchId, Products.Tactics, world.Now)?.Board()
        ?? (platform == Population.Home ? world.Ladder?.Find(gameId) : null)
        ?? world.On(platform).Tactics.Find(gameId, world.Told);

    private IEnumerable<(string MatchId, DateTimeOffset Start)> Games(RiotPlatform home, Person person) =>
    [
        .. world.Week.Listed(person, Products.Tactics, world.Now).Select(game => (game.MatchId, game.StartedAt)),
        .. (world.Ladder is { } ladder && ladder.Has(person) ? ladder.Of(person) : home.Tactics.Of(person, world.Told))
            .Select(game => (new TacticsMatch(game, home.Name).MatchId, game.Start)),
    ];

    private JsonObject Running(SeasonGame game, RiotPlatform home, string product) => ActiveGameJson.Of(
        game.GameId,
        home.Name,
        map: 22,
        "TFT",
        new TacticsMatch(game, home.Name).QueueId,
        game.Start <= world.Now ? game.Start : null,
        (world.Now - game.Start).TotalSeconds,
        game.People.Select(person => ActiveGameJson.Participant(world.Week.Hides(person) ? null : person, product, ActivePlace.OfTactics)));
}
