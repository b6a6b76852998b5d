using System.Globalization;
using System.Text;
using System.Text.Json;
using MnM.Collector.Riot.Wire;

namespace MnM.Collector.Insights.Language.Chat;

/// <summary>Puts together what a server sends in pieces. What it leaves out, or adds, does no harm: servers differ.</summary>
internal sealed class SaidPieces
{
    private const int MostCalls = 64;

    private readonly StringBuilder _content = new();
    private readonly SortedDictionary<int, (string Id, string Name, StringBuilder Arguments)> _calls = [];
    private int? _tokensIn;
    private int? _tokensOut;

    /// <summary>How long the model's words are by now.</summary>
    public int Length => _content.Length + _calls.Values.Sum(call => call.Arguments.Length);

    /// <summary>Takes a piece; answers the words in it, and null where it tells of an error.</summary>
    public string? Add(JsonElement piece)
    {
        if (piece.Member("error"u8).ValueKind is JsonValueKind.Object or JsonValueKind.String)
        {
            return null;
        }

        // Counted at the end, in a piece without words; some servers count in each.
        var usage = piece.Member("usage"u8);
        _tokensIn = Count(usage.Member("prompt_tokens"u8)) ?? _tokensIn;
        _tokensOut = Count(usage.Member("completion_tokens"u8)) ?? _tokensOut;

        var choice = piece.Member("choices"u8).Items().FirstOrDefault();
        var said = choice.Member("delta"u8) is { ValueKind: JsonValueKind.Object } delta ? delta : choice.Member("message"u8);
        var place = 0;
        foreach (var call in said.Member("tool_calls"u8).Items())
        {
            AddCall(call, place++);
        }

        var words = said.Member("content"u8).ReadString();
        _content.Append(words);
        return words;
    }

    public ChatAnswer.Said ToSaid() => new(
        _content.ToString(),
        [.. _calls.Values.Where(call => call.Name.Length > 0).Select((call, index) => new ToolCall(
            call.Id.Length > 0 ? call.Id : string.Create(CultureInfo.InvariantCulture, $"call_{index}"), call.Name, call.Arguments.ToString()))],
        _tokensIn,
        _tokensOut);

    private void AddCall(JsonElement call, int place)
    {
        var index = call.Member("index"u8).ValueKind == JsonValueKind.Number ? call.Member("index"u8).ReadInt() : place;
        if (!_calls.TryGetValue(index, out var known))
        {
            if (_calls.Count >= MostCalls)
            {
                return;
            }

            known = ("", "", new StringBuilder());
        }

        var (id, function) = (call.Member("id"u8).ReadString(), call.Member("function"u8));
        var arguments = function.Member("arguments"u8);
        known.Arguments.Append(arguments.ValueKind == JsonValueKind.Object ? arguments.GetRawText() : arguments.ReadString());
        _calls[index] = (id.Length > 0 ? id : known.Id, function.Member("name"u8).ReadString() is { Length: > 0 } name ? name : known.Name, known.Arguments);
    }

    private static int? Count(JsonElement count) => count.ValueKind == JsonValueKind.Number ? Math.Clamp(count.ReadInt(), 0, 100_000_000) : null;
}
