using System.Net;
using System.Text.Json.Nodes;
using MnM.Simulator.World.Past;
using MnM.Simulator.World.People;

namespace MnM.Tests.Simulator.RiotApi;

/// <summary>What was played before the evening.</summary>
public sealed class PastMatchTests
{
    [Fact]
    public async Task Ids_come_in_pages_the_newest_first()
    {
        await using var riot = new RiotMachine();
        var path = await PathAsync(riot, "Nightjar#EUW");
        var usual = await IdsAsync(riot, path);
        var hundred = await IdsAsync(riot, path + "?count=100");

        Assert.Equal((20, 100), (usual.Count, hundred.Count));
        Assert.Equal(usual, hundred.Take(20));
        Assert.Equal(hundred.Order(StringComparer.Ordinal).Reverse(), hundred);
        Assert.Equal(hundred.Skip(10).Take(5), await IdsAsync(riot, path + "?start=10&count=5"));
        Assert.Equal(100, (await IdsAsync(riot, path + "?start=900&count=100")).Count);
        Assert.Empty(await IdsAsync(riot, path + "?start=2000"));
        Assert.Equal(HttpStatusCode.BadRequest, await riot.StatusAsync("europe", path + "?count=101"));
    }

    [Fact]
    public async Task Ids_can_be_asked_for_by_time_and_by_queue()
    {
        await using var riot = new RiotMachine();
        var path = await PathAsync(riot, "Nightjar#EUW");
        var month = riot.Clock.GetUtcNow().AddDays(-30).ToUnixTimeSeconds();
        var (before, after) = (await IdsAsync(riot, $"{path}?endTime={month}&count=100"), await IdsAsync(riot, $"{path}?startTime={month}&count=100"));
        Assert.Equal(after.Concat(before).Take(100), await IdsAsync(riot, path + "?count=100"));
        Assert.InRange(after.Count, 30, 99);

        var ranked = await IdsAsync(riot, path + "?type=ranked&count=100");
        var solo = await IdsAsync(riot, path + "?queue=420&count=10");
        Assert.Subset(ranked.ToHashSet(), solo.ToHashSet());
        foreach (var id in solo.Take(3))
        {
            Assert.Equal(420, (int)(await riot.ReadAsync("europe", $"/lol/match/v5/matches/{id}"))["info"]!["queueId"]!);
        }
    }

    [Fact]
    public async Task A_match_lists_whose_list_it_came_from_and_its_timeline_is_of_the_same_game()
    {
        await using var riot = new RiotMachine();
        var puuid = await riot.PuuidAsync("Marzipan#EUW");
        var id = await FirstOpenAsync(riot, await PathAsync(riot, "Marzipan#EUW"));
        var match = await riot.ReadAsync("europe", $"/lol/match/v5/matches/{id}");
        var timeline = await riot.ReadAsync("europe", $"/lol/match/v5/matches/{id}/timeline");

        Assert.Single(match["info"]!["participants"]!.AsArray(), one => (string)one!["puuid"]! == puuid && (string)one["riotIdGameName"]! == "Marzipan");
        Assert.True(JsonNode.DeepEquals(match["metadata"]!["participants"], timeline["metadata"]!["participants"]));
        var kills = timeline["info"]!["frames"]!.AsArray().SelectMany(frame => frame!["events"]!.AsArray()).Count(one => (string)one!["type"]! == "CHAMPION_KILL");
        Assert.Equal(match["info"]!["participants"]!.AsArray().Sum(one => (int)one!["kills"]!), kills);
    }

    [Fact]
    public async Task Another_run_of_the_program_knows_the_same_past()
    {
        await using var one = new RiotMachine();
        await using var other = new RiotMachine();
        var path = await PathAsync(one, "Thimble#EUW");
        Assert.Equal(await IdsAsync(one, path), await IdsAsync(other, path));

        var id = await FirstOpenAsync(one, path);
        var first = await one.ReadAsync("europe", $"/lol/match/v5/matches/{id}");
        other.Clock.Advance(86_400);
        Assert.True(JsonNode.DeepEquals(first, await other.ReadAsync("europe", $"/lol/match/v5/matches/{id}")));
    }

    [Fact]
    public async Task Friends_play_many_games_together_and_strangers_few()
    {
        await using var riot = new RiotMachine();
        var own = await AllAsync("Nightjar#EUW");
        Assert.InRange((await AllAsync("Mossbeard#EUW")).Intersect(own).Count(), 30, 200);

        var match = await riot.ReadAsync("europe", $"/lol/match/v5/matches/{await FirstOpenAsync(riot, await PathAsync(riot, "Nightjar#EUW"))}");
        var stranger = match["info"]!["participants"]!.AsArray().Select(one => $"{one!["riotIdGameName"]}#{one["riotIdTagline"]}").First(name => name.EndsWith("#RIFT0", StringComparison.Ordinal));
        var theirs = await AllAsync(stranger);
        Assert.InRange(theirs.Count, 2, 40);
        Assert.InRange(theirs.Intersect(own).Count(), 1, 10);

        async Task<List<string>> AllAsync(string riotId)
        {
            var path = await PathAsync(riot, riotId);
            return [.. await IdsAsync(riot, path + "?count=100"), .. await IdsAsync(riot, path + "?count=100&start=100"), .. await IdsAsync(riot, path + "?count=100&start=200")];
        }
    }

    [Fact]
    public async Task Some_matches_are_private_missing_or_aborted()
    {
        await using var riot = new RiotMachine();
        var people = new Population(Population.Home);
        var season = new MnM.Simulator.RiotApi.RiotPlatform(people).Games;
        var games = people.Cast[4..40].SelectMany(person => season.Of(person, riot.Clock.GetUtcNow().AddHours(-1))).DistinctBy(game => game.GameId).Select(game => new PastMatch(game, Population.Home)).ToList();

        var hidden = games.First(game => game.QueueId is 480 or 2400);
        Assert.Equal("Forbidden", await riot.FaultAsync(HttpStatusCode.Forbidden, "europe", $"/lol/match/v5/matches/{hidden.MatchId}"));
        var missing = games.First(game => game.Access == MatchAccess.Missing);
        Assert.StartsWith("Data not found", await riot.FaultAsync(HttpStatusCode.NotFound, "europe", $"/lol/match/v5/matches/{missing.MatchId}"), StringComparison.Ordinal);
        var aborted = games.First(game => game.IsAborted);
        Assert.StartsWith("Abort", (string)(await riot.ReadAsync("europe", $"/lol/match/v5/matches/{aborted.MatchId}"))["info"]!["endOfGameResult"]!, StringComparison.Ordinal);
        Assert.InRange(games.Count(game => game.Access == MatchAccess.Open), games.Count * 0.9, games.Count * 0.97);
    }

    [Fact]
    public async Task Replays_are_of_the_last_games()
    {
        await using var riot = new RiotMachine();
        var ids = await IdsAsync(riot, await PathAsync(riot, "Nightjar#EUW"));
        var replays = await riot.ReadAsync("europe", $"/lol/match/v5/matches/by-puuid/{await riot.PuuidAsync("Nightjar#EUW")}/replays");

        Assert.Equal(5, (int)replays["total"]!);
        Assert.All(replays["matchFileURLs"]!.AsArray().Zip(ids), pair => Assert.Contains(pair.Second, (string)pair.First!, StringComparison.Ordinal));
    }

    private static async Task<string> PathAsync(RiotMachine riot, string riotId) => $"/lol/match/v5/matches/by-puuid/{await riot.PuuidAsync(riotId)}/ids";

    private static async Task<List<string>> IdsAsync(RiotMachine riot, string path) => [.. (await riot.ReadAsync("europe", path)).AsArray().Select(id => (string)id!)];

    private static async Task<string> FirstOpenAsync(RiotMachine riot, string path)
    {
        foreach (var id in await IdsAsync(riot, path))
        {
            if (await riot.StatusAsync("europe", $"/lol/match/v5/matches/{id}") == HttpStatusCode.OK)
            {
                return id;
            }
        }

        throw new InvalidOperationException("No match is open.");
    }
}
