using System.Globalization;
using System.IO.Compression;
using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using System.Web;
using MnM.Collector.Riot;
using MnM.Tests.Riot;

namespace MnM.Tests.Tft.Crawling;

/// <summary>What Riot's API tells of ladders of Teamfight Tactics and the matches of those who stand on them.</summary>
internal sealed class LadderWorld(DateTimeOffset now)
{
    private readonly Dictionary<string, List<(string Person, int Points)>> _ladders = [];
    private int _next = 1;

    public List<LadderGame> Games { get; } = [];

    /// <summary>Answers before the world does; null lets it.</summary>
    public Func<string, HttpResponseMessage?>? Instead { get; set; }

    public static Puuid IdOf(string person) => Puuid.Find(person.PadRight(78, '-'))!;

    /// <summary>Who stands on the ladder of a tier: "master", "grandmaster", "challenger".</summary>
    public void Rank(string tier, params (string Person, int Points)[] people) => _ladders[tier] = [.. people];

    /// <summary>As many players of Master as there are seats and more.</summary>
    public string[] RankMany(int count)
    {
        string[] people = [.. Enumerable.Range(0, count).Select(number => $"P{number}")];
        Rank("master", [.. people.Select((person, place) => (person, 500 - place))]);
        return people;
    }

    /// <summary>Matches of these people, an hour apart, the last one of them yesterday or after those before.</summary>
    public IReadOnlyList<LadderGame> Play(int count, params string[] people)
    {
        var first = Games.Count;
        for (var game = 0; game < count; game++)
        {
            var number = 7_000_000 + _next++;
            Games.Add(new LadderGame($"EUW1_{number}", now.AddDays(-20).AddHours(_next), people));
        }

        return Games[first..];
    }

    /// <summary>JSON of a match by that id.</summary>
    public static string Write(string id, DateTimeOffset at, IEnumerable<string> people) => new JsonObject
    {
        ["metadata"] = new JsonObject { ["match_id"] = id },
        ["info"] = new JsonObject
        {
            ["game_datetime"] = at.ToUnixTimeMilliseconds(),
            ["game_length"] = 2000.5,
            ["queue_id"] = 1100,
            ["tft_set_number"] = 18,
            ["participants"] = new JsonArray([.. people.Select((person, place) => (JsonNode)new JsonObject { ["puuid"] = IdOf(person).Value, ["placement"] = place + 1 })]),
        },
    }.ToJsonString();

    /// <summary>An answer whose compressed body ends half way.</summary>
    public static HttpResponseMessage HalfOf(string body)
    {
        using var packed = new MemoryStream();
        using (var gzip = new GZipStream(packed, CompressionLevel.Optimal, leaveOpen: true))
        {
            gzip.Write(Encoding.UTF8.GetBytes(body));
        }

        var response = StubRiot.Answer(HttpStatusCode.OK);
        response.Content = new StreamContent(new GZipStream(new MemoryStream(packed.ToArray()[..((int)packed.Length / 2)]), CompressionMode.Decompress));
        return response;
    }

    public HttpResponseMessage Answer(string pathAndQuery)
    {
        if (Instead?.Invoke(pathAndQuery) is { } other)
        {
            return other;
        }

        var (path, query) = pathAndQuery.Split('?') is [var before, var after] ? (before, HttpUtility.ParseQueryString(after)) : (pathAndQuery, []);
        return path.Split('/', StringSplitOptions.RemoveEmptyEntries) switch
        {
            ["tft", "league", "v1", var tier] => Ladder(tier, query["queue"]!),
            ["tft", "match", .., var puuid, "ids"] => Ids(puuid.TrimEnd('-'), Number(query["start"]), Number(query["count"])),
            ["tft", "match", .., var id] => Match(id),
            [.., "status", "v1" or "v4", _] => Found(new JsonObject { ["id"] = "EUW1" }),
            _ => StubRiot.Answer(HttpStatusCode.NotFound),
        };

        static int Number(string? text) => int.Parse(text!, CultureInfo.InvariantCulture);
    }

    private static HttpResponseMessage Found(JsonNode body) => StubRiot.Answer(HttpStatusCode.OK, body.ToJsonString());

    private HttpResponseMessage Ladder(string tier, string queue) => Found(new JsonObject
    {
        ["tier"] = tier.ToUpperInvariant(),
        ["queue"] = queue,
        ["entries"] = new JsonArray([.. _ladders.GetValueOrDefault(queue == "RANKED_TFT" ? tier : $"{queue} {tier}", [])
            .Select(one => (JsonNode)new JsonObject { ["puuid"] = IdOf(one.Person).Value, ["leaguePoints"] = one.Points, ["rank"] = "I" })]),
    });

    private HttpResponseMessage Ids(string person, int start, int count) => Found(new JsonArray(
        [.. Games.Where(game => game.People.Contains(person)).OrderByDescending(game => game.EndedAt).Skip(start).Take(count).Select(game => (JsonNode)game.Id)]));

    private HttpResponseMessage Match(string id) => Games.Find(game => game.Id == id) switch
    {
        { Refusal: { } refusal } => StubRiot.Answer(refusal),
        { Body: { } body } => StubRiot.Answer(HttpStatusCode.OK, body),
        { } game => StubRiot.Answer(HttpStatusCode.OK, Write(id, game.EndedAt, game.People)),
        _ => StubRiot.Answer(HttpStatusCode.NotFound),
    };
}

/// <summary>A match of the ladder.</summary>
internal sealed record LadderGame(string Id, DateTimeOffset EndedAt, string[] People)
{
    /// <summary>What comes in the place of the match.</summary>
    public HttpStatusCode? Refusal { get; set; }

    /// <summary>A body that comes in its place.</summary>
    public string? Body { get; set; }
}
