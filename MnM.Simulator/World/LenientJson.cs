using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace MnM.Simulator.World;

/// <summary>Reads fields that Riot leaves out, writes as text or gives as a fraction from one match to the next.</summary>
internal static class LenientJson
{
    public static JsonObject? Child(this JsonNode? node, string name) => (node as JsonObject)?[name] as JsonObject;

    public static IEnumerable<JsonObject> Children(this JsonNode? node, string name) =>
        ((node as JsonObject)?[name] as JsonArray)?.OfType<JsonObject>() ?? [];

    public static double Number(this JsonNode? node, string name)
    {
        if ((node as JsonObject)?[name] is not JsonValue value)
        {
            return 0;
        }

        return value.GetValueKind() switch
        {
            JsonValueKind.Number => double.Parse(value.ToJsonString(), CultureInfo.InvariantCulture),
            JsonValueKind.String => double.TryParse(value.GetValue<string>(), CultureInfo.InvariantCulture, out var parsed) ? parsed : 0,
            _ => 0,
        };
    }

    public static int Int(this JsonNode? node, string name) => (int)Math.Clamp(node.Number(name), int.MinValue, int.MaxValue);

    public static string Text(this JsonNode? node, string name) =>
        (node as JsonObject)?[name] is JsonValue value && value.TryGetValue<string>(out var text) ? text : "";

    /// <summary>The first of the fields that is there and not empty, else "".</summary>
    public static string FirstText(this JsonNode? node, params ReadOnlySpan<string> names)
    {
        foreach (var name in names)
        {
            if (node.Text(name) is { Length: > 0 } text)
            {
                return text;
            }
        }

        return "";
    }

    public static bool Flag(this JsonNode? node, string name) =>
        (node as JsonObject)?[name] is JsonValue value && value.TryGetValue<bool>(out var flag) && flag;

    public static ImmutableArray<int> Ints(this JsonNode? node, string name) =>
        (node as JsonObject)?[name] is JsonArray array
            ? [.. array.OfType<JsonValue>().Select(value => value.TryGetValue<int>(out var number) ? number : 0)]
            : [];
}
