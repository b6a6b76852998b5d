using System.Globalization;
using System.Text.Json.Nodes;
using MnM.Simulator.World.People;

namespace MnM.Simulator.RiotApi;

/// <summary>champion-mastery-v4: how well somebody knows which champion.</summary>
internal sealed class MasteryApi(RiotWorld world)
{
    private const int UsualTop = 3;

    public RiotAnswer All(RiotRequest request) => First(request, int.MaxValue);

    public RiotAnswer Top(RiotRequest request) => First(request, (int)(request.Number("count") ?? UsualTop));

    public RiotAnswer One(RiotRequest request) => world.About(request, (_, person) =>
        Masteries.Of(person).FirstOrDefault(one => one.ChampionId.ToString(CultureInfo.InvariantCulture) == request["championId"]) is { } mastery
            ? RiotAnswer.Ok(Json(mastery, request["puuid"]))
            : RiotAnswer.NotFound("champion mastery not found"));

    private RiotAnswer First(RiotRequest request, int count) => world.About(request, (_, person) =>
        RiotAnswer.List(Masteries.Of(person).Take(count).Select(mastery => (JsonNode)Json(mastery, request["puuid"]))));

    private JsonObject Json(Mastery mastery, string puuid) => new()
    {
        ["puuid"] = puuid,
        ["championId"] = mastery.ChampionId,
        ["championLevel"] = mastery.Level,
        ["championPoints"] = mastery.Points,
        ["lastPlayTime"] = (world.Now - mastery.PlayedAgo).ToUnixTimeMilliseconds(),
        ["championPointsSinceLastLevel"] = mastery.SinceLastLevel,
        ["championPointsUntilNextLevel"] = mastery.UntilNextLevel,
        ["markRequiredForNextLevel"] = 2,
        ["tokensEarned"] = mastery.Points % 3,
        ["championSeasonMilestone"] = mastery.Points % 2,
        ["nextSeasonMilestone"] = new JsonObject
        {
            ["requireGradeCounts"] = new JsonObject { ["B-"] = 1, ["C-"] = 4 },
            ["rewardMarks"] = 1,
            ["bonus"] = false,
            ["totalGamesRequires"] = 5,
        },
    };
}
