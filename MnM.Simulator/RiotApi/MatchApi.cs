using System.Collections.Immutable;
using System.Text.Json.Nodes;
using MnM.Simulator.World;
using MnM.Simulator.World.Careers;
using MnM.Simulator.World.Friends;
using MnM.Simulator.World.Past;
using MnM.Simulator.World.People;
using MnM.Simulator.World.Writing;

namespace MnM.Simulator.RiotApi;

/// <summary>match-v5: which games somebody played, and how they went.</summary>
internal sealed class MatchApi(RiotWorld world)
{
    private const int Replayable = 5;
    private static readonly TimeSpan TimelinesKept = TimeSpan.FromDays(365);
    private static readonly ImmutableArray<int> Ranked = [420, 440];
    private readonly RecentlyWritten<(Lazy<string> Match, Lazy<string> Timeline)> _written = new(most: 32);

    public RiotAnswer Ids(RiotRequest request)
    {
        var page = MatchPage.Read(request);
        return page.Fault ?? world.About(request, (home, person) => RiotAnswer.List(page.Of(
            Games(home, person).Where(game => Fits(request, game.QueueId)), game => game.Start, world.ListEnd).Select(game => (JsonNode)game.MatchId)));
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
        world.Finished
            .Where(entry => entry.Find(person) is not null)
            .Select(entry => (IdOf(entry), entry.StartedAt!.Value, entry.Game.Script.QueueId))
            .Concat(world.Week.Listed(person, Products.League, world.Now).Select(game => (game.MatchId, game.StartedAt, game.QueueId)))
            .Concat(world.PastOf(person).Select(game => (game.MatchId, game.Start, game.QueueId)))
            .Concat(home.Games.Of(person, world.Told)
                .Select(game => new PastMatch(game, home.Name))
                .Select(past => (past.MatchId, past.Game.Start, past.QueueId)));

    private RiotAnswer Find(RiotRequest request, bool timeline)
    {
        var matchId = request["matchId"];
        var found = RiotPlatform.ReadMatchId(matchId) is var (platform, gameId) && RiotRoutes.RegionOf(platform) == request.Route
            ? OfTheEvening(matchId) ?? OfTheWeek(matchId) ?? OfACareer(matchId, gameId) ?? OfThePast(platform, gameId)
            : null;
        switch (found?.Access)
        {
            case MatchAccess.Open when timeline && found.HasNoTimeline:
                return RiotAnswer.NotFound("timeline file not found");
            case MatchAccess.Open:
                var texts = _written.GetOrWrite(matchId, () => Texts(found.Write()));
                return RiotAnswer.ToKey((timeline ? texts.Timeline : texts.Match).Value, found.People, request.Product);
            case MatchAccess.Private:
                return RiotAnswer.Fault(403, "Forbidden");
            default:
                return RiotAnswer.NotFound("match file not found");
        }
    }

    private Found? OfTheEvening(string matchId) => world.Finished.FirstOrDefault(entry => IdOf(entry) == matchId) is { } finished
        ? new Found(PastMatch.IsPrivate(finished.Game.Script.QueueId) ? MatchAccess.Private : MatchAccess.Open, finished.People, () => EveningMatch.Of(finished))
        : null;

    private Found? OfTheWeek(string matchId) => world.Week.Find(matchId, Products.League, world.Now) is { } game
        ? new Found(
            game.Fate switch { GameFate.Private => MatchAccess.Private, GameFate.Missing => MatchAccess.Missing, _ => MatchAccess.Open },
            game.People,
            () => Both(FriendMatch.Write(game)))
        : null;

    private Found? OfACareer(string matchId, long gameId) => world.FindPast(gameId) is { } game && game.MatchId == matchId
        ? new Found(game.Access, game.People, () => Both(CareerMatch.Write(game))) { HasNoTimeline = game.Start < world.Now - TimelinesKept }
        : null;

    private Found? OfThePast(string platform, long gameId) => world.On(platform).Games.Find(gameId, world.Told) is { } game && new PastMatch(game, platform) is var past
        ? new Found(past.Access, game.People, () => Both(past.Write()))
        : null;

    private static string IdOf(LedgerEntry entry) => $"{entry.Platform}_{entry.GameId}";

    private static (JsonObject Match, JsonObject Timeline) Both(GeneratedGame game) => (game.Match, game.Timeline);

    private static (Lazy<string> Match, Lazy<string> Timeline) Texts((JsonObject Match, JsonObject Timeline) written) =>
        (new(() => RiotAnswer.Text(written.Match)), new(() => RiotAnswer.Text(written.Timeline)));

    /// <summary>A match that somebody asked for: whether it is told, and how it is written.</summary>
    private sealed record Found(MatchAccess Access, IEnumerable<Person> People, Func<(JsonObject Match, JsonObject Timeline)> Write)
    {
        public bool HasNoTimeline { get; init; }
    }
}
