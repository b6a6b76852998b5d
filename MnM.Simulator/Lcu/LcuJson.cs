using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace MnM.Simulator.Lcu;

/// <summary>JSON as the League client prints it: without spaces, letters of every script unescaped.</summary>
internal static class LcuJson
{
    private static readonly JsonSerializerOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static byte[] Write(JsonNode body) => JsonSerializer.SerializeToUtf8Bytes(body, Options);

    public static byte[] Write(string text) => JsonSerializer.SerializeToUtf8Bytes(text, Options);

    public static JsonArray Array(IEnumerable<JsonNode> items) => new([.. items]);

    public static JsonArray Numbers(IEnumerable<int> numbers) => new([.. numbers.Select(number => (JsonNode)number)]);
}
