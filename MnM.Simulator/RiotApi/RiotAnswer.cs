using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace MnM.Simulator.RiotApi;

/// <summary>What Riot's API says to a request.</summary>
internal sealed record RiotAnswer(int Status, byte[] Body)
{
    private static readonly JsonSerializerOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static RiotAnswer NotFound(string what) => Fault(404, $"Data not found - {what}");

    public static RiotAnswer Ok(JsonNode body) => new(200, JsonSerializer.SerializeToUtf8Bytes(body, Options));

    /// <summary>The list that JSON makes of these.</summary>
    public static RiotAnswer List(IEnumerable<JsonNode> items) => Ok(new JsonArray([.. items]));

    /// <summary>Every error of Riot's has this body.</summary>
    public static RiotAnswer Fault(int status, string message) => new(status, Ok(new JsonObject
    {
        ["status"] = new JsonObject { ["message"] = message, ["status_code"] = status },
    }).Body);
}
