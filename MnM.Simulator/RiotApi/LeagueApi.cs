using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using MnM.Simulator.World.People;

namespace MnM.Simulator.RiotApi;

/// <summary>league-v4 and tft-league-v1: standings of one person, of a tier and a division, and of the three highest tiers.</summary>
internal sealed class LeagueApi(RiotWorld world, ImmutableArray<string> queues)
{
    private const int PageSize = 205;

    public RiotAnswer ByPuuid(RiotRequest request) => world.About(request, (home, person) => RiotAnswer.List(queues
        .Select(queue => StandingOf(home, person, queue))
        .OfType<Standing>()
        .Select(standing => (JsonNode)Entry(home, person, AfterGames(standing, person), request.Product))));

    public RiotAnswer Division(RiotRequest request)
    {
        var (queue, tier, division, page) = (QueueOf(request), request["tier"], request["division"], request.Number("page") ?? 1);
        if (!queues.Contains(queue) || !Ranks.LowerTiers.Contains(tier) || !Ranks.Divisions.Contains(division) || page < 1)
        {
            return RiotAnswer.Fault(400, "Bad Request - Invalid queue, tier, division or page");
        }

        var home = world.On(request.Route);
        return RiotAnswer.List(All(home, queue, standing => standing.Tier == tier && standing.Division == division)
            .Skip((int)(page - 1) * PageSize).Take(PageSize)
            .Select(one => (JsonNode)Entry(home, one.Person, one.Standing, request.Product)));
    }

    /// <param name="tier">CHALLENGER, GRANDMASTER or MASTER.</param>
    public Func<RiotRequest, RiotAnswer> Apex(string tier) => request =>
    {
        var (home, queue) = (world.On(request.Route), QueueOf(request));
        return !queues.Contains(queue) ? RiotAnswer.Fault(400, "Bad Request - Invalid queue") : RiotAnswer.Ok(new JsonObject
        {
            ["tier"] = tier,
            ["leagueId"] = LeagueId(home, queue, tier),
            ["queue"] = queue,
            ["name"] = $"{home.People.Ladder[0].GameName}'s Guild",
            ["entries"] = new JsonArray([.. All(home, queue, standing => standing.Tier == tier)
                .Select(one => (JsonNode)Item(one.Person, one.Standing, request.Product))]),
        });
    };

    private Standing? StandingOf(RiotPlatform home, Person person, string queue) =>
        world.Ladder is { } ladder && home.Name == Population.Home && queue == Ranks.Tactics
            ? ladder.StandingOf(person, Ranks.Of(home.People, person, queue))
            : Ranks.Of(home.People, person, queue);

    private IEnumerable<(Person Person, Standing Standing)> All(RiotPlatform home, string queue, Predicate<Standing> fits) => home.People.All
        .Select(person => (Person: person, Standing: StandingOf(home, person, queue)))
        .Where(one => one.Standing is { } standing && fits(standing))
        .Select(one => (one.Person, one.Standing!))
        .OrderByDescending(one => one.Item2.Points);

    private string QueueOf(RiotRequest request) => request.Values.GetValueOrDefault("queue") ?? request.Text("queue") ?? queues[0];

    // What is won tonight and this week counts as soon as the match is there.
    private Standing AfterGames(Standing standing, Person person)
    {
        var (product, queue) = standing.Queue switch
        {
            Ranks.Solo => (Products.League, 420),
            Ranks.Flex => (Products.League, 440),
            Ranks.Tactics => (Products.Tactics, 1100),
            _ => (Products.Tactics, -1),
        };
        var evening = world.Finished
            .Where(entry => entry.Game.Script.QueueId == queue && !entry.IsAborted)
            .Select(entry => entry.Find(person)?.Win);
        var week = world.Week.Listed(person, product, world.Now).Where(game => game.IsRanked && game.QueueId == queue).Select(game => game.Find(person)?.Win);
        return week.Concat(evening).OfType<bool>().Reverse().Aggregate(standing, (before, win) => before.After(win));
    }

    private static JsonObject Entry(RiotPlatform home, Person person, Standing standing, string product)
    {
        var entry = Item(person, standing, product);
        entry["leagueId"] = LeagueId(home, standing.Queue, standing.Tier);
        entry["queueType"] = standing.Queue;
        entry["tier"] = standing.Tier;
        return entry;
    }

    private static JsonObject Item(Person person, Standing standing, string product)
    {
        var flags = person.Trait($"{standing.Queue} flags");
        return new JsonObject
        {
            ["puuid"] = person.PuuidFor(product),
            ["rank"] = standing.Division,
            ["leaguePoints"] = standing.Points,
            ["wins"] = standing.Wins,
            ["losses"] = standing.Losses,
            ["hotStreak"] = flags.Next(6) == 0,
            ["veteran"] = flags.Next(4) == 0,
            ["freshBlood"] = flags.Next(7) == 0,
            ["inactive"] = false,
        };
    }

    private static string LeagueId(RiotPlatform home, string queue, string tier) =>
        new Guid(SHA256.HashData(Encoding.UTF8.GetBytes($"{home.Name} {queue} {tier}")).AsSpan(0, 16)).ToString();
}
