using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using MnM.Simulator.World.People;

namespace MnM.Simulator.RiotApi;

/// <summary>What Riot's API says to a request.</summary>
internal sealed record RiotAnswer(int Status, byte[] Body)
{
    private static readonly JsonSerializerOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static RiotAnswer NotFound(string what) => Fault(404, $"Data not found - {what}");

    public static RiotAnswer Ok(JsonNode body) => new(200, JsonSerializer.SerializeToUtf8Bytes(body, Options));

    /// <summary>JSON as Riot's API prints it: without spaces, letters of every script unescaped.</summary>
    public static string Text(JsonNode body) => body.ToJsonString(Options);

    /// <summary>A text with the ids by which keys of a product see these people.</summary>
    public static RiotAnswer ToKey(string text, IEnumerable<Person> people, string product) => new(200, Encoding.UTF8.GetBytes(product == Products.League
        ? text
        : people.Aggregate(text, (before, person) => before.Replace(person.Puuid, person.PuuidFor(product), StringComparison.Ordinal))));

    /// <summary>The list that JSON makes of these.</summary>
    public static RiotAnswer List(IEnumerable<JsonNode> items) => Ok(new JsonArray([.. items]));

    /// <summary>Every error of Riot's has this body.</summary>
    public static RiotAnswer Fault(int status, string message) => new(status, Ok(new JsonObject
    {
        ["status"] = new JsonObject { ["message"] = message, ["status_code"] = status },
    }).Body);
}
