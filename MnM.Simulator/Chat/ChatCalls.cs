using System.Text.Json.Nodes;
using MnM.Simulator.World;

namespace MnM.Simulator.Chat;

/// <summary>What the model looks up: the tools it was offered, in their order, with arguments by their schema.</summary>
internal static class ChatCalls
{
    /// <summary>The calls of this turn; none where it answers.</summary>
    public static IReadOnlyList<JsonObject> Next(JsonNode request, ChatFault? fault, int wanted, int question)
    {
        var done = request.Children("messages").Count(message => message.Text("role") == "tool");
        var offered = request.Children("tools").Select(tool => tool.Child("function")).OfType<JsonObject>().ToList();
        return fault switch
        {
            ChatFault.ManyCalls => [.. Enumerable.Range(0, 5).Select(index => Call($"call_{question}_{index}", offered.Count > 0 ? offered[index % offered.Count].Text("name") : "look_at_minute", new JsonObject { ["minute"] = 7 }, index))],
            ChatFault.UnknownTools when done < 2 => [Call($"call_{question}", "delete_everything_99", [], 0)],
            _ when done < wanted && offered.Count > 0 => [Call($"call_{question}", offered[done % offered.Count].Text("name"), Arguments(offered[done % offered.Count], request), 0)],
            _ => [],
        };
    }

    private static JsonObject Call(string id, string name, JsonObject arguments, int index) => new()
    {
        ["index"] = index,
        ["id"] = id,
        ["type"] = "function",
        ["function"] = new JsonObject { ["name"] = name, ["arguments"] = arguments.ToJsonString() },
    };

    private static JsonObject Arguments(JsonObject function, JsonNode request)
    {
        var arguments = new JsonObject();
        foreach (var (name, schema) in function.Child("parameters").Child("properties") ?? [])
        {
            arguments[name] = schema switch
            {
                JsonObject choice when choice["enum"] is JsonArray { Count: > 0 } values => values[0]!.DeepClone(),
                _ when schema.Text("type") == "integer" => 10,
                _ => name switch { "match" => "A", "from" => "5:00", "to" => "15:00", _ => ChampionOf(request) },
            };
        }

        return arguments;
    }

    private static string ChampionOf(JsonNode request)
    {
        var report = request.Children("messages").Where(message => message.Text("role") == "user").Select(message => JsonNode.Parse(message.Text("content"))).FirstOrDefault();
        return report.Children("matches").FirstOrDefault()?.Text("champion") ?? "";
    }
}
