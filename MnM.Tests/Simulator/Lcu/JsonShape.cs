using System.Text.Json;
using System.Text.Json.Nodes;

namespace MnM.Tests.Simulator.Lcu;

/// <summary>The shape of a JSON value: the path of every leaf with its kind. What lies in a list is taken together.</summary>
internal static class JsonShape
{
    /// <param name="node">The value.</param>
    /// <param name="without">Paths below which nothing is compared.</param>
    public static HashSet<string> Of(JsonNode? node, params string[] without) => Leaves(node, "", without).ToHashSet();

    private static IEnumerable<string> Leaves(JsonNode? node, string path, string[] without) => without.Contains(path) ? [] : node switch
    {
        JsonObject { Count: > 0 } fields => fields.SelectMany(field => Leaves(field.Value, $"{path}.{field.Key}".TrimStart('.'), without)),
        JsonArray { Count: > 0 } list => list.SelectMany(item => Leaves(item, path + "[]", without)).Distinct(),
        null => [$"{path}: null"],
        _ => [$"{path}: {KindOf(node)}"],
    };

    private static string KindOf(JsonNode node) => node.GetValueKind() is JsonValueKind.True or JsonValueKind.False ? "Flag" : $"{node.GetValueKind()}";
}
