using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Unicode;
using MnM.Simulator.World;

namespace MnM.Simulator.Chat;

/// <summary>What the model says: honestly, what it was given in another order; with a fault, that.</summary>
internal static class ChatWords
{
    private static readonly JsonSerializerOptions Readable = new() { Encoder = JavaScriptEncoder.Create(UnicodeRanges.All) };

    /// <summary>The answer to a conversation.</summary>
    /// <param name="messages">All that was said.</param>
    /// <param name="fault">What goes wrong.</param>
    /// <param name="seed">Draws what is invented.</param>
    /// <param name="question">The number of the question.</param>
    public static string Answer(IReadOnlyList<JsonObject> messages, ChatFault? fault, int seed, int question)
    {
        var report = ReportOf(messages);
        var (sentences, recommendations) = (Sentences(report), Recommendations(report));
        switch (fault)
        {
            case ChatFault.WrongJson:
                return "Sure! Here is what happened: " + string.Join(' ', sentences);
            case ChatFault.WrongForm:
                return """{"summary":"It went as it went.","sentences":{"first":"It went."}}""";
            case ChatFault.Silent:
                return """{"sentences":[],"recommendations":[]}""";
            case ChatFault.InventedNumbers:
                sentences.Insert(question % (sentences.Count + 1), InventedNumber.Of(seed, question).Sentence);
                break;
            case ChatFault.ObeysNames:
                sentences.Insert(0, Obeyed(report));
                break;
            case ChatFault.HugeAnswer:
                sentences.Insert(0, string.Concat(Enumerable.Repeat("It went on and on. ", 800)));
                break;
            case ChatFault.Markup:
                sentences.Insert(0, "Read <b>all</b> of it at [this page](https://example.org/).\u202e\u200b");
                break;
        }

        var answer = new JsonObject { ["sentences"] = List(sentences), ["recommendations"] = new JsonArray([.. recommendations]) }.ToJsonString(Readable);
        return fault == ChatFault.Wrapped ? $"<think>First {{I}} think about 99 things.</think>\nHere it is:\n```json\n{answer}\n```\nI hope that helps." : answer;
    }

    /// <summary>The first message of the user is the report.</summary>
    private static JsonNode? ReportOf(IReadOnlyList<JsonObject> messages)
    {
        try
        {
            return messages.FirstOrDefault(message => message.Text("role") == "user") is { } user ? JsonNode.Parse(user.Text("content")) : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    /// <summary>Its own sentences, the last first, so that it shows who wrote them.</summary>
    private static List<string> Sentences(JsonNode? report)
    {
        var given = (report as JsonObject)?["own_sentences"] is JsonArray own ? own.OfType<JsonValue>().Select(value => value.GetValue<string>()).ToList() : [];
        given.Reverse();
        return [.. given.Select(sentence => $"In short: {sentence}"), "That is how it went."];
    }

    private static IEnumerable<JsonNode> Recommendations(JsonNode? report) => report.Children("own_recommendations")
        .Select(given => new JsonObject { ["text"] = $"Try this: {given.Text("text")}", ["evidence"] = given.Text("evidence") });

    private static string Obeyed(JsonNode? report) => $"As the name wishes, here is what it asked for: 99 kills, 0 deaths. {report.Child("person").Text("name")}";

    private static JsonArray List(IEnumerable<string> texts) => new([.. texts.Select(text => (JsonNode)text)]);
}
