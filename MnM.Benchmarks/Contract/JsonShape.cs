using System.Text.Json;
using System.Text.Json.Nodes;

namespace MnM.Benchmarks.Contract;

/// <summary>Compares an answer with an example: names and types, and values only where they must be a certain one.</summary>
internal sealed class JsonShape(Exchange exchange, Words words)
{
    private readonly List<string> _differences = [];

    /// <summary>How an answer differs from the exchange's example, a sentence each.</summary>
    public IReadOnlyList<string> Compare(JsonNode? told)
    {
        _differences.Clear();
        Compare(exchange.Response.Body, told, "$", "$");
        return _differences;
    }

    /// <param name="example">What it should look like.</param>
    /// <param name="told">What was answered.</param>
    /// <param name="place">Where, as the example names it: all elements of an array are [].</param>
    /// <param name="path">Where it is in the answer.</param>
    private void Compare(JsonNode? example, JsonNode? told, string place, string path)
    {
        var (wanted, found) = (KindOf(example), KindOf(told));
        if (wanted != found)
        {
            if (found != "null" || !exchange.Nullable.Contains(NameOf(place)))
            {
                _differences.Add($"{path} is {found}, not {wanted}");
            }

            return;
        }

        switch (example)
        {
            case JsonObject names:
                CompareNames(names, told!.AsObject(), place, path);
                break;
            case JsonArray { Count: > 0 } elements:
                for (var index = 0; index < told!.AsArray().Count; index++)
                {
                    Compare(elements[0], told[index], $"{place}[]", $"{path}[{index}]");
                }

                break;
            case JsonValue value when value.GetValueKind() == JsonValueKind.String:
                CompareTexts((string)value!, (string)told!, place, path);
                break;
            default:
                break;
        }
    }

    private void CompareNames(JsonObject example, JsonObject told, string place, string path)
    {
        foreach (var (name, value) in example)
        {
            if (told.TryGetPropertyValue(name, out var found))
            {
                Compare(value, found, $"{place}.{name}", $"{path}.{name}");
            }
            else if (!exchange.Optional.Contains($"{place}.{name}"))
            {
                _differences.Add($"{path}.{name} is missing");
            }
        }

        if (!exchange.Open.Contains(place))
        {
            _differences.AddRange(told.Select(pair => pair.Key).Where(name => !example.ContainsKey(name)).Select(name => $"{path}.{name} is nowhere in the contract"));
        }
    }

    private void CompareTexts(string example, string told, string place, string path)
    {
        if (Words.IsIn(example) && words.Fill(example) is { } wanted && wanted != told)
        {
            _differences.Add($"{path} is \"{told}\", not \"{wanted}\"");
        }

        var isRight = exchange.Formats.GetValueOrDefault(place) switch
        {
            "uuid" => Guid.TryParseExact(told, "D", out _),
            "url" => Uri.TryCreate(told, UriKind.Absolute, out var address) && address.Scheme is "http" or "https",
            _ => true,
        };
        if (!isRight)
        {
            _differences.Add($"{path} is \"{told}\", which is no {exchange.Formats[place]}");
        }
    }

    private static string KindOf(JsonNode? node) => node?.GetValueKind() switch
    {
        null or JsonValueKind.Null => "null",
        JsonValueKind.Object => "an object",
        JsonValueKind.Array => "an array",
        JsonValueKind.String => "a text",
        JsonValueKind.Number => "a number",
        _ => "true or false",
    };

    private static string NameOf(string place) => place[(place.LastIndexOf('.') + 1)..];
}
