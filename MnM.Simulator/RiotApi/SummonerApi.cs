using System.Text.Json.Nodes;

namespace MnM.Simulator.RiotApi;

/// <summary>summoner-v4 and tft-summoner-v1: picture and level of somebody on one platform.</summary>
internal sealed class SummonerApi(RiotWorld world)
{
    public RiotAnswer ByPuuid(RiotRequest request) => world.About(request, (_, person) => RiotAnswer.Ok(new JsonObject
    {
        ["puuid"] = request["puuid"],
        ["profileIconId"] = person.ProfileIcon,
        ["revisionDate"] = (world.Now - TimeSpan.FromMinutes(person.Trait("revision").Next(1, 3_000))).ToUnixTimeMilliseconds(),
        ["summonerLevel"] = person.SummonerLevel,
    }));
}
