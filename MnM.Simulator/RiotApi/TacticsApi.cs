using System.Text.Json.Nodes;
using MnM.Simulator.World.Past;
using MnM.Simulator.World.People;
using MnM.Simulator.World.Tactics;

namespace MnM.Simulator.RiotApi;

/// <summary>tft-match-v1 and spectator-tft-v5: games of Teamfight Tactics, those that were played and those that run.</summary>
internal sealed class TacticsApi(RiotWorld world)
{
    private const int Ranked = 1100;

    public RiotAnswer Ids(RiotRequest request)
    {
        var page = MatchPage.Read(request);
        return page.Fault ?? world.About(request, (home, person) => RiotAnswer.List(page.Of(home.Tactics.Of(person, world.Told), game => game.Start)
            .Select(game => (JsonNode)new TacticsMatch(game, home.Name).MatchId)));
    }

    public RiotAnswer Match(RiotRequest request) =>
        RiotPlatform.ReadMatchId(request["matchId"]) is var (platform, gameId)
        && RiotRoutes.RegionOf(platform) == request.Route
        && world.On(platform).Tactics.Find(gameId, world.Told) is { } game
            ? RiotAnswer.ToKey(RiotAnswer.Text(new TacticsMatch(game, platform).Write()), game.People, request.Product)
            : RiotAnswer.NotFound("match file not found");

    public RiotAnswer ActiveGame(RiotRequest request) => world.About(request, (home, person) => home.Tactics.Running(person, world.Now) is { } game
        ? RiotAnswer.Ok(Running(game, home, request.Product))
        : RiotAnswer.NotFound("spectator game info isn't found"));

    private JsonObject Running(SeasonGame game, RiotPlatform home, string product) => new()
    {
        ["gameId"] = game.GameId,
        ["mapId"] = 22,
        ["gameMode"] = "TFT",
        ["gameType"] = "MATCHED",
        ["gameQueueConfigId"] = Ranked,
        ["participants"] = new JsonArray([.. game.People.Select(person => (JsonNode)Participant(person, product))]),
        ["observers"] = new JsonObject { ["encryptionKey"] = Convert.ToBase64String(BitConverter.GetBytes(game.GameId)) },
        ["platformId"] = home.Name.ToUpperInvariant(),
        ["bannedChampions"] = new JsonArray(),
        ["gameStartTime"] = game.Start.ToUnixTimeMilliseconds(),
        ["gameLength"] = (long)(world.Now - game.Start).TotalSeconds,
    };

    private static JsonObject Participant(Person person, string product) => new()
    {
        ["puuid"] = person.PuuidFor(product),
        ["teamId"] = 100,
        ["spell1Id"] = 0,
        ["spell2Id"] = 0,
        ["championId"] = 0,
        ["profileIconId"] = person.ProfileIcon,
        ["riotId"] = person.RiotId,
        ["gameCustomizationObjects"] = new JsonArray(),
        ["perks"] = new JsonObject { ["perkIds"] = new JsonArray(), ["perkStyle"] = 0, ["perkSubStyle"] = 0 },
    };
}
