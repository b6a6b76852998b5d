using System.Text.Json;

namespace MnM.Collector.Insights.Language.Chat;

/// <summary>What servers may not know of a request: it is left out where one refuses it.</summary>
[Flags]
internal enum ChatParts
{
    None = 0,

    /// <summary>That the answer must keep to a JSON schema.</summary>
    Schema = 1,
    Tools = 2,

    /// <summary>That tokens are counted in a stream.</summary>
    Usage = 4,

    /// <summary>How long an answer may be.</summary>
    TokenLimit = 8,
    All = Schema | Tools | Usage | TokenLimit,
}

/// <summary>A question to a language model, as it is sent. https://platform.openai.com/docs/api-reference/chat/create</summary>
internal sealed record ChatRequest(string Model, IReadOnlyList<ChatMessage> Messages, IReadOnlyList<ChatTool> Tools, string Schema, int MostTokens)
{
    /// <summary>In which order they are left out, with the names by which a server speaks of them.</summary>
    private static readonly (ChatParts Part, string[] Names)[] Doubtful =
    [
        (ChatParts.Schema, ["response_format", "json_schema", "grammar"]),
        (ChatParts.TokenLimit, ["max_tokens", "max_completion_tokens"]),
        (ChatParts.Usage, ["stream_options", "include_usage"]),
        (ChatParts.Tools, ["tools", "tool_choice", "function"]),
    ];

    /// <summary>The body.</summary>
    public byte[] Write(ChatParts parts)
    {
        using var body = new MemoryStream();
        using (var json = new Utf8JsonWriter(body, new JsonWriterOptions { Encoder = ReportText.Readable }))
        {
            json.WriteStartObject();
            json.WriteString("model", Model);
            json.WriteBoolean("stream", true);
            if (parts.HasFlag(ChatParts.Usage))
            {
                json.WritePropertyName("stream_options");
                json.WriteRawValue("""{"include_usage":true}""");
            }

            if (parts.HasFlag(ChatParts.TokenLimit))
            {
                json.WriteNumber("max_tokens", MostTokens);
            }

            if (parts.HasFlag(ChatParts.Schema))
            {
                json.WritePropertyName("response_format");
                json.WriteRawValue("""{"type":"json_schema","json_schema":{"name":"insight","strict":true,"schema":""" + Schema + "}}");
            }

            WriteMessages(json);
            if (parts.HasFlag(ChatParts.Tools) && Tools.Count > 0)
            {
                WriteTools(json);
            }

            json.WriteEndObject();
        }

        return body.ToArray();
    }

    /// <summary>What is left of the parts after a refusal: the one that its words name is left out, else the next; null where nothing is left to leave out.</summary>
    public static ChatParts? Without(ChatParts parts, string words)
    {
        var sent = Doubtful.Where(doubtful => parts.HasFlag(doubtful.Part)).ToList();
        var named = sent.Where(doubtful => doubtful.Names.Any(name => words.Contains(name, StringComparison.OrdinalIgnoreCase))).Select(doubtful => doubtful.Part).FirstOrDefault();
        return named != ChatParts.None ? parts & ~named : sent.Count > 0 ? parts & ~sent[0].Part : null;
    }

    private void WriteMessages(Utf8JsonWriter json)
    {
        json.WriteStartArray("messages");
        foreach (var message in Messages)
        {
            json.WriteStartObject();
            json.WriteString("role", message.Role);
            json.WriteString("content", message.Content);
            if (message.CallId is { } id)
            {
                json.WriteString("tool_call_id", id);
            }

            if (message.Calls.Length > 0)
            {
                json.WriteStartArray("tool_calls");
                foreach (var call in message.Calls)
                {
                    json.WriteStartObject();
                    json.WriteString("id", call.Id);
                    json.WriteString("type", "function");
                    json.WriteStartObject("function");
                    json.WriteString("name", call.Name);
                    json.WriteString("arguments", call.Arguments);
                    json.WriteEndObject();
                    json.WriteEndObject();
                }

                json.WriteEndArray();
            }

            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private void WriteTools(Utf8JsonWriter json)
    {
        json.WriteStartArray("tools");
        foreach (var tool in Tools)
        {
            json.WriteStartObject();
            json.WriteString("type", "function");
            json.WriteStartObject("function");
            json.WriteString("name", tool.Name);
            json.WriteString("description", tool.Description);
            json.WritePropertyName("parameters");
            json.WriteRawValue(tool.Parameters);
            json.WriteEndObject();
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }
}
