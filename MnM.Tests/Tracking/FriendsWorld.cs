using System.Globalization;
using System.Net;
using System.Text.Json.Nodes;
using System.Web;
using MnM.Collector.Riot;
using MnM.Simulator;
using MnM.Tests.Riot;

namespace MnM.Tests.Tracking;

/// <summary>What Riot's API tells of some friends and their games, by the time that really passes: setting the clock of MnM changes nothing in it.</summary>
internal sealed class FriendsWorld(SimulatorClock clock)
{
    public List<WorldGame> Games { get; } = [];

    /// <summary>Those whom the spectator does not show.</summary>
    public HashSet<string> Hidden { get; } = [];

    /// <summary>Riot IDs by what people are called here; everybody else is Name#EUW.</summary>
    public Dictionary<string, string> RiotIds { get; } = [];

    /// <summary>League points of a ranked queue; unranked where absent.</summary>
    public Dictionary<string, int> Points { get; } = [];

    /// <summary>Where people play; euw1 where absent.</summary>
    public Dictionary<string, string> Regions { get; } = [];

    /// <summary>Answers before the world does; null lets it.</summary>
    public Func<string, HttpResponseMessage?>? Instead { get; set; }

    public DateTimeOffset Now => new(clock.GetTimestamp(), TimeSpan.Zero);

    /// <summary>An id as Riot would give it.</summary>
    public static Puuid IdOf(string person) => Puuid.Find(person.PadRight(78, '-'))!;

    public HttpResponseMessage Answer(string pathAndQuery)
    {
        if (Instead?.Invoke(pathAndQuery) is { } other)
        {
            return other;
        }

        var (path, query) = pathAndQuery.Split('?') is [var before, var after] ? (before, after) : (pathAndQuery, "");
        var parts = path.Split('/', StringSplitOptions.RemoveEmptyEntries);
        var person = parts[^1].TrimEnd('-');
        return parts switch
        {
            [.., "by-riot-id", var name, var tag] => Account($"{Uri.UnescapeDataString(name)}#{Uri.UnescapeDataString(tag)}"),
            ["riot", "account", "v1", "region", ..] => Found(new JsonObject { ["puuid"] = parts[^1], ["region"] = Regions.GetValueOrDefault(person, "euw1") }),
            ["lol", "spectator", "v5", ..] => Running(person, RiotProduct.League),
            ["lol", "spectator", "tft", ..] => Running(person, RiotProduct.Tactics),
            ["lol", "match", .., var puuid, "ids"] => Ids(puuid.TrimEnd('-'), RiotProduct.League, query),
            ["tft", "match", .., var puuid, "ids"] => Ids(puuid.TrimEnd('-'), RiotProduct.Tactics, query),
            [_, "match", .., var id] => Match(id),
            ["lol", "league", ..] => Ranks(person, "RANKED_SOLO_5x5"),
            ["tft", "league", ..] => Ranks(person, "RANKED_TFT"),
            ["lol", "summoner", ..] => Found(new JsonObject { ["profileIconId"] = 7, ["summonerLevel"] = 30 }),
            _ => StubRiot.Answer(HttpStatusCode.OK),
        };
    }

    public string RiotIdOf(string person) => RiotIds.GetValueOrDefault(person, $"{person}#EUW");

    private static HttpResponseMessage Found(JsonNode body) => StubRiot.Answer(HttpStatusCode.OK, body.ToJsonString());

    private static HttpResponseMessage Nothing() => StubRiot.Answer(HttpStatusCode.NotFound);

    private HttpResponseMessage Account(string riotId)
    {
        // Riot compares names without regard to case.
        var person = RiotIds.FirstOrDefault(pair => pair.Value == riotId).Key ?? char.ToUpperInvariant(riotId[0]) + riotId.Split('#')[0][1..];
        var today = RiotIdOf(person);
        return !today.Equals(riotId, StringComparison.OrdinalIgnoreCase) || person == "Nobody"
            ? Nothing()
            : Found(new JsonObject { ["puuid"] = IdOf(person).Value, ["gameName"] = today.Split('#')[0], ["tagLine"] = today.Split('#')[1] });
    }

    private HttpResponseMessage Running(string person, RiotProduct product) =>
        Games.Find(game => game.Product == product && game.Start <= Now && Now < game.End && game.People.Contains(person)) is { } running && !Hidden.Contains(person)
            ? Found(new JsonObject
            {
                ["gameId"] = running.Number,
                ["platformId"] = "EUW1",
                ["gameMode"] = running.Mode,
                ["gameType"] = running.Queue is null ? "CUSTOM" : "MATCHED",
                ["gameQueueConfigId"] = running.Queue,
                ["mapId"] = 11,
                ["gameStartTime"] = running.Start.ToUnixTimeMilliseconds(),
                ["gameLength"] = (long)(Now - running.Start).TotalSeconds,
                ["participants"] = new JsonArray([.. running.People.Select((one, place) => (JsonNode)new JsonObject
                {
                    ["puuid"] = Hidden.Contains(one) ? null : IdOf(one).Value,
                    ["riotId"] = Hidden.Contains(one) ? "Ahri" : RiotIdOf(one),
                    ["championId"] = 100 + place,
                    ["teamId"] = 100,
                })]),
            })
            : Nothing();

    private HttpResponseMessage Ids(string person, RiotProduct product, string query)
    {
        var asked = HttpUtility.ParseQueryString(query);
        var from = long.Parse(asked["startTime"] ?? "0", CultureInfo.InvariantCulture);
        var (start, count) = (int.Parse(asked["start"] ?? "0", CultureInfo.InvariantCulture), int.Parse(asked["count"] ?? "20", CultureInfo.InvariantCulture));
        return Found(new JsonArray([.. Games
            .Where(game => game.Product == product && game.People.Contains(person) && IsThere(game) && game.Start.ToUnixTimeSeconds() >= from)
            .OrderByDescending(game => game.Start)
            .Skip(start)
            .Take(count)
            .Select(game => (JsonNode)game.Id)]));
    }

    private bool IsThere(WorldGame game) => game.Delay is { } delay && Now >= game.End + delay;

    private HttpResponseMessage Match(string id) => Games.Find(game => game.Id == id) switch
    {
        { Refusal: { } refusal } game when Now >= game.End => StubRiot.Answer(refusal),
        { Body: { } body } game when IsThere(game) => StubRiot.Answer(HttpStatusCode.OK, body),
        { } game when IsThere(game) => Found(game.Product == RiotProduct.League ? League(game) : Tactics(game)),
        _ => Nothing(),
    };

    private static JsonObject League(WorldGame game) => new()
    {
        ["metadata"] = new JsonObject { ["matchId"] = game.Id },
        ["info"] = new JsonObject
        {
            ["endOfGameResult"] = game.EndReason,
            ["gameStartTimestamp"] = game.Start.ToUnixTimeMilliseconds(),
            ["gameEndTimestamp"] = game.End.ToUnixTimeMilliseconds() + 45_000,
            ["gameDuration"] = (int)game.Length.TotalSeconds,
            ["gameMode"] = game.Mode,
            ["queueId"] = game.Queue ?? 0,
            ["mapId"] = 11,
            ["gameVersion"] = "16.20.1.1",
            ["participants"] = new JsonArray([.. game.People.Select((one, place) => (JsonNode)new JsonObject
            {
                ["puuid"] = IdOf(one).Value,
                ["participantId"] = place + 1,

                // The first half sits on the blue side, which wins.
                ["teamId"] = place < 5 ? 100 : 200,
                ["win"] = place < 5,
                ["championId"] = 100 + place,
                ["kills"] = place,
                ["timePlayed"] = (int)game.Length.TotalSeconds,
                ["gameEndedInEarlySurrender"] = game.IsRemake,
            })]),
        },
    };

    private static JsonObject Tactics(WorldGame game) => new()
    {
        ["info"] = new JsonObject
        {
            ["endOfGameResult"] = game.EndReason,
            ["game_datetime"] = game.End.ToUnixTimeMilliseconds(),
            ["game_length"] = game.Length.TotalSeconds,
            ["queue_id"] = 1100,
            ["tft_set_number"] = 18,
            ["participants"] = new JsonArray([.. game.People.Select((one, place) => (JsonNode)new JsonObject
            {
                ["puuid"] = IdOf(one).Value,
                ["placement"] = place + 1,
                ["level"] = 8,
                ["units"] = new JsonArray(Unit("DA_Jinx", 2, "TFT_Item_LastWhisper", "TFT_Item_InfinityEdge"), Unit("DA_Jinx", 1), Unit("DA_Vi", 3)),
                ["traits"] = new JsonArray(Trait("DA_Gunner", 2, 1), Trait("DA_Outcast", 1, 0)),
            })]),
        },
    };

    private static JsonObject Unit(string id, int star, params string[] items) =>
        new() { ["character_id"] = id, ["tier"] = star, ["itemNames"] = new JsonArray([.. items.Select(item => (JsonNode)item)]) };

    private static JsonObject Trait(string id, int units, int tier) => new() { ["name"] = id, ["num_units"] = units, ["tier_current"] = tier };

    private HttpResponseMessage Ranks(string person, string queue) => Found(Points.TryGetValue(person, out var points)
        ? new JsonArray(new JsonObject { ["queueType"] = queue, ["tier"] = "GOLD", ["rank"] = "II", ["leaguePoints"] = points, ["wins"] = 10, ["losses"] = 9 })
        : new JsonArray());
}
