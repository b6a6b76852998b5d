using System.Text.Json.Nodes;
using MnM.Simulator.World.People;

namespace MnM.Simulator.RiotApi;

/// <summary>account-v1: Riot IDs and ids of people, the same in every region.</summary>
internal sealed class AccountApi(RiotWorld world)
{
    public RiotAnswer ByRiotId(RiotRequest request) => world.FindRiotId(request["gameName"], request["tagLine"]) is var (_, person)
        ? Account(person, request.Product)
        : RiotAnswer.NotFound($"No results found for player with riot id {request["gameName"]}#{request["tagLine"]}");

    public RiotAnswer ByPuuid(RiotRequest request) => Anywhere(request, (_, person) => Account(person, request.Product));

    public RiotAnswer RegionByGame(RiotRequest request) => request["game"] is Products.League or Products.Tactics
        ? Anywhere(request, (home, _) => RiotAnswer.Ok(new JsonObject
        {
            ["puuid"] = request["puuid"],
            ["game"] = request["game"],
            ["region"] = home.Name,
        }))
        : RiotAnswer.Fault(400, "Bad Request - Invalid game");

    private RiotAnswer Anywhere(RiotRequest request, Func<RiotPlatform, Person, RiotAnswer> answer) =>
        world.FindPuuid(request.Product, request["puuid"]) is var (home, person) ? answer(home, person) : world.Nobody(request);

    private static RiotAnswer Account(Person person, string product) => RiotAnswer.Ok(new JsonObject
    {
        ["puuid"] = person.PuuidFor(product),
        ["gameName"] = person.GameName,
        ["tagLine"] = person.TagLine,
    });
}
