using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace MnM.Tests.Simulator.RiotApi;

/// <summary>The public description of Riot's API, where the machine has it.</summary>
internal sealed partial class OpenApi
{
    private readonly JsonNode _root;

    private OpenApi(JsonNode root) => _root = root;

    /// <summary>Null where the description is absent.</summary>
    public static OpenApi? Find() => Recordings.Files("riot-api").FirstOrDefault(file => Path.GetFileName(file).StartsWith("openapi-", StringComparison.Ordinal)) is { } file
        ? new OpenApi(JsonNode.Parse(File.ReadAllText(file))!)
        : null;

    /// <summary>What an answer to a path differs in from the description: fields that must be there, kinds, and fields that are not known.</summary>
    /// <param name="path">As the simulator writes it; parameters may be named otherwise there.</param>
    /// <param name="answer">The body.</param>
    public IReadOnlyList<string> FaultsIn(string path, JsonNode answer)
    {
        var described = _root["paths"]!.AsObject().Single(one => Parameter().Replace(one.Key, "{}") == Parameter().Replace(path, "{}"));
        var content = described.Value!["get"]!["responses"]!["200"]!["content"]!["application/json"]!["schema"]!;
        return [.. Faults(content, answer, "").Distinct()];
    }

    private IEnumerable<string> Faults(JsonNode schema, JsonNode? value, string at)
    {
        if ((string?)schema["$ref"] is { } reference)
        {
            schema = _root["components"]!["schemas"]![reference.Split('/')[^1]]!;
        }

        var kind = (string?)schema["type"];
        if (!IsOf(kind, value))
        {
            return [$"{at} is {value?.GetValueKind().ToString() ?? "null"}, not {kind}"];
        }

        return value switch
        {
            JsonArray list => list.SelectMany(item => Faults(schema["items"]!, item, $"{at}[]")),
            JsonObject fields when schema["properties"] is JsonObject properties => Fields(schema, properties, fields, at),
            _ => [],
        };
    }

    private IEnumerable<string> Fields(JsonNode schema, JsonObject properties, JsonObject fields, string at)
    {
        foreach (var name in (schema["required"] as JsonArray ?? []).Select(name => (string)name!).Where(name => !fields.ContainsKey(name)))
        {
            yield return $"{at}.{name} is missing";
        }

        foreach (var (name, value) in fields)
        {
            if (properties[name] is not { } property)
            {
                yield return $"{at}.{name} is unknown";
            }
            else
            {
                foreach (var fault in Faults(property, value, $"{at}.{name}"))
                {
                    yield return fault;
                }
            }
        }
    }

    private static bool IsOf(string? kind, JsonNode? value) => kind switch
    {
        "object" => value is JsonObject,
        "array" => value is JsonArray,
        "string" => value?.GetValueKind() == JsonValueKind.String,
        "boolean" => value?.GetValueKind() is JsonValueKind.True or JsonValueKind.False,
        "integer" => value?.GetValueKind() == JsonValueKind.Number && !value.ToJsonString().Contains('.', StringComparison.Ordinal),
        "number" => value?.GetValueKind() == JsonValueKind.Number,
        _ => true,
    };

    [GeneratedRegex(@"\{\w+\}")]
    private static partial Regex Parameter();
}
