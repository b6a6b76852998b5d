using System.Globalization;
using System.Net;
using System.Text.Json.Nodes;
using System.Web;
using MnM.Collector.Riot;
using MnM.Tests.Riot;

namespace MnM.Tests.History.Import;

/// <summary>What Riot's API tells of people and the games they have played.</summary>
internal sealed class PastWorld(DateTimeOffset now)
{
    public List<PastGame> Games { get; } = [];

    /// <summary>Riot's lists end after so many, whatever window is asked for.</summary>
    public int ListEnd { get; set; } = int.MaxValue;

    /// <summary>Answers before the world does; null lets it.</summary>
    public Func<string, HttpResponseMessage?>? Instead { get; set; }

    /// <summary>An id as Riot would give it.</summary>
    public static Puuid IdOf(string person) => Puuid.Find(person.PadRight(78, '-'))!;

    /// <summary>Games of people, one every three hours, the last of them yesterday.</summary>
    public IReadOnlyList<PastGame> Play(int count, params string[] people)
    {
        var first = Games.Count;
        for (var game = 0; game < count; game++)
        {
            var start = now.AddDays(-1).AddHours(-3 * (count - game)).AddMinutes(first % 50);
            Games.Add(new PastGame(7_000_000 + (start.ToUnixTimeSeconds() / 60 % 1_000_000), start, people));
        }

        return Games[first..];
    }

    public HttpResponseMessage Answer(string pathAndQuery)
    {
        if (Instead?.Invoke(pathAndQuery) is { } other)
        {
            return other;
        }

        var (path, query) = pathAndQuery.Split('?') is [var before, var after] ? (before, after) : (pathAndQuery, "");
        return path.Split('/', StringSplitOptions.RemoveEmptyEntries) switch
        {
            [.., "by-riot-id", "Nobody", _] => StubRiot.Answer(HttpStatusCode.NotFound),
            [.., "by-riot-id", var name, var tag] => Found(new JsonObject { ["puuid"] = IdOf(name).Value, ["gameName"] = name, ["tagLine"] = tag }),
            ["riot", "account", "v1", "region", ..] => Found(new JsonObject { ["region"] = "euw1" }),
            ["lol", "match", .., var puuid, "ids"] => Ids(puuid.TrimEnd('-'), query),
            ["lol", "match", .., var id, "timeline"] => Timeline(id),
            ["lol", "match", .., var id] => Match(id),
            ["lol", "status", ..] => Found(new JsonObject { ["id"] = "EUW1" }),
            _ => StubRiot.Answer(HttpStatusCode.NotFound),
        };
    }

    private static HttpResponseMessage Found(JsonNode body) => StubRiot.Answer(HttpStatusCode.OK, body.ToJsonString());

    private HttpResponseMessage Ids(string person, string query)
    {
        var asked = HttpUtility.ParseQueryString(query);
        var (start, count, to) = (Number("start", 0), Number("count", 20), Number("endTime", long.MaxValue));
        Assert.InRange(count, 1, 100);
        return Found(new JsonArray([.. Games
            .Where(game => game.People.Contains(person) && game.Start.ToUnixTimeSeconds() <= to && Number("queue", game.Queue) == game.Queue)
            .OrderByDescending(game => game.Start)
            .Take(ListEnd)
            .Skip((int)start)
            .Take((int)count)
            .Select(game => (JsonNode)game.Id)]));

        long Number(string name, long usual) => asked[name] is { } text ? long.Parse(text, CultureInfo.InvariantCulture) : usual;
    }

    private HttpResponseMessage Match(string id) => Games.Find(game => game.Id == id) switch
    {
        { Refusal: { } refusal } => StubRiot.Answer(refusal),
        { Body: { } body } => StubRiot.Answer(HttpStatusCode.OK, body),
        { } game => Found(Written(game)),
        _ => StubRiot.Answer(HttpStatusCode.NotFound),
    };

    private HttpResponseMessage Timeline(string id) => Games.Find(game => game.Id == id) is { HasTimeline: true }
        ? Found(new JsonObject { ["info"] = new JsonObject { ["frames"] = new JsonArray(new JsonObject { ["timestamp"] = 0 }) } })
        : StubRiot.Answer(HttpStatusCode.NotFound);

    private static JsonObject Written(PastGame game) => new()
    {
        ["metadata"] = new JsonObject { ["matchId"] = game.Id },
        ["info"] = new JsonObject
        {
            ["endOfGameResult"] = game.EndReason,
            ["gameStartTimestamp"] = game.Start.ToUnixTimeMilliseconds(),
            ["gameEndTimestamp"] = game.Start.AddMinutes(31).ToUnixTimeMilliseconds(),
            ["gameDuration"] = 1800,
            ["gameMode"] = "CLASSIC",
            ["queueId"] = game.Queue,
            ["mapId"] = 11,
            ["gameVersion"] = "16.20.1.1",
            ["participants"] = new JsonArray([.. game.People.Select((one, place) => (JsonNode)new JsonObject
            {
                ["puuid"] = IdOf(one).Value,
                ["participantId"] = place + 1,
                ["teamId"] = place < 5 ? 100 : 200,
                ["win"] = place < 5,
                ["championId"] = 100 + place,
                ["championName"] = "Ahri",
                ["kills"] = 3,
                ["deaths"] = 1,
                ["assists"] = 4,
                ["teamPosition"] = "MIDDLE",
                ["timePlayed"] = 1800,
                ["gameEndedInEarlySurrender"] = game.IsRemake,
            })]),
        },
    };
}
