using System.Collections.Immutable;
using System.Text.Json.Nodes;
using MnM.Simulator.World;
using MnM.Simulator.World.Past;
using MnM.Simulator.World.People;

namespace MnM.Simulator.RiotApi;

/// <summary>match-v5: which games somebody played, and how they went.</summary>
internal sealed class MatchApi(RiotWorld world)
{
    private const int Replayable = 5;
    private static readonly ImmutableArray<int> Ranked = [420, 440];
    private readonly RecentlyWritten<(string Match, string Timeline)> _written = new(most: 32);

    public RiotAnswer Ids(RiotRequest request)
    {
        var page = MatchPage.Read(request);
        return page.Fault ?? world.About(request, (home, person) => RiotAnswer.List(page.Of(
            Games(home, person).Where(game => Fits(request, game.QueueId)), game => game.Start).Select(game => (JsonNode)game.MatchId)));
    }

    public RiotAnswer Match(RiotRequest request) => Find(request, timeline: false);

    public RiotAnswer Timeline(RiotRequest request) => Find(request, timeline: true);

    public RiotAnswer Replays(RiotRequest request) => world.About(request, (home, person) =>
    {
        JsonNode[] files = [.. Games(home, person).Take(Replayable).Select(game => (JsonNode)$"https://replays.invalid/{game.MatchId}.rofl")];
        return RiotAnswer.Ok(new JsonObject { ["total"] = files.Length, ["matchFileURLs"] = new JsonArray(files) });
    });

    private static bool Fits(RiotRequest request, int queue) => (request.Number("queue") is not { } wanted || wanted == queue) && request.Text("type") switch
    {
        null => true,
        "ranked" => Ranked.Contains(queue),
        "normal" => queue is not 700 && !Ranked.Contains(queue),
        "tourney" => queue == 700,
        _ => false,
    };

    private IEnumerable<(string MatchId, DateTimeOffset Start, int QueueId)> Games(RiotPlatform home, Person person) =>
    [
        .. world.Finished
            .Where(entry => entry.Find(person) is not null)
            .Select(entry => (IdOf(entry), entry.StartedAt!.Value, entry.Game.Script.QueueId)),
        .. home.Games.Of(person, world.Told)
            .Select(game => new PastMatch(game, home.Name))
            .Select(past => (past.MatchId, past.Game.Start, past.QueueId)),
    ];

    private RiotAnswer Find(RiotRequest request, bool timeline)
    {
        var matchId = request["matchId"];
        if (RiotPlatform.ReadMatchId(matchId) is not var (platform, gameId) || RiotRoutes.RegionOf(platform) != request.Route)
        {
            return RiotAnswer.NotFound("match file not found");
        }

        if (world.Finished.FirstOrDefault(entry => IdOf(entry) == matchId) is { } finished)
        {
            if (PastMatch.IsPrivate(finished.Game.Script.QueueId))
            {
                return RiotAnswer.Fault(403, "Forbidden");
            }

            var (match, way) = _written.GetOrWrite(matchId, () => Texts(EveningMatch.Of(finished)));
            return RiotAnswer.ToKey(timeline ? way : match, finished.People, request.Product);
        }

        if (world.On(platform).Games.Find(gameId, world.Told) is not { } game || new PastMatch(game, platform) is not { Access: not MatchAccess.Missing } past)
        {
            return RiotAnswer.NotFound("match file not found");
        }

        if (past.Access == MatchAccess.Private)
        {
            return RiotAnswer.Fault(403, "Forbidden");
        }

        var texts = _written.GetOrWrite(matchId, () => past.Write() is var written ? Texts((written.Match, written.Timeline)) : default);
        return RiotAnswer.ToKey(timeline ? texts.Timeline : texts.Match, game.People, request.Product);
    }

    private static string IdOf(LedgerEntry entry) => $"{entry.Platform}_{entry.GameId}";

    private static (string Match, string Timeline) Texts((JsonObject Match, JsonObject Timeline) written) => (RiotAnswer.Text(written.Match), RiotAnswer.Text(written.Timeline));
}
