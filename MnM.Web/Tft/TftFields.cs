using System.Collections.Immutable;
using System.Text.Json;
using Microsoft.Extensions.Primitives;

namespace MnM.Web.Tft;

/// <summary>
/// The filters of a question as somebody wrote them, in an address or in JSON, by their names without regard to case and underscores: min_points and minPoints are the same.
/// </summary>
internal sealed class TftFields
{
    private readonly Dictionary<string, Said> _said = new(StringComparer.OrdinalIgnoreCase);
    private readonly List<(string Field, string Why)> _faults = [];

    /// <summary>What is wrong with the form.</summary>
    public IReadOnlyList<(string Field, string Why)> Faults => _faults;

    /// <summary>The names, as they were written.</summary>
    public IEnumerable<string> Names => _said.Values.Select(said => said.Name);

    /// <summary>Of an address: lists are parted by commas, or the name is repeated.</summary>
    /// <param name="query">Its parameters.</param>
    /// <param name="others">Those that are no filters.</param>
    public static TftFields Of(IEnumerable<KeyValuePair<string, StringValues>> query, params IReadOnlyCollection<string> others)
    {
        var fields = new TftFields();
        foreach (var (name, values) in query.Where(pair => !others.Contains(pair.Key, StringComparer.OrdinalIgnoreCase)))
        {
            var texts = values.OfType<string>().Where(text => !string.IsNullOrWhiteSpace(text)).ToList();
            if (texts.Count > 0)
            {
                fields.Add(name, texts);
            }
        }

        return fields;
    }

    /// <summary>Of JSON: texts, numbers, true and false, and lists of them; null is as if it were not there.</summary>
    public static TftFields Of(JsonElement json)
    {
        var fields = new TftFields();
        if (json.ValueKind != JsonValueKind.Object)
        {
            fields._faults.Add(("body", "It is an object with the filters."));
            return fields;
        }

        foreach (var (name, value) in json.EnumerateObject().Select(field => (field.Name, field.Value)))
        {
            switch (value.ValueKind)
            {
                case JsonValueKind.Null:
                    break;
                case JsonValueKind.Array when value.EnumerateArray().All(IsValue):
                    fields.Add(name, [.. value.EnumerateArray().Select(item => item.ToString())]);
                    break;
                case JsonValueKind.String or JsonValueKind.Number or JsonValueKind.True or JsonValueKind.False:
                    fields.Add(name, [value.ToString()]);
                    break;
                default:
                    fields._faults.Add((name, "It is a text, a number, true, false, or a list of such."));
                    break;
            }
        }

        return fields;

        static bool IsValue(JsonElement item) => item.ValueKind is JsonValueKind.String or JsonValueKind.Number or JsonValueKind.True or JsonValueKind.False;
    }

    /// <summary>The only value; null where it is not said.</summary>
    public string? Find(string field)
    {
        var values = FindAll(field);
        if (values is { Length: > 1 })
        {
            _faults.Add((field, "It has one value alone."));
        }

        return values is [var value, ..] ? value : null;
    }

    /// <summary>All values; null where it is not said.</summary>
    public ImmutableArray<string>? FindAll(string field) => _said.TryGetValue(field, out var said)
        ? [.. said.Values.SelectMany(text => text.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))]
        : null;

    private void Add(string name, IReadOnlyList<string> values)
    {
        if (!_said.TryAdd(name.Replace("_", "", StringComparison.Ordinal), new Said(name, values)))
        {
            _faults.Add((name, "It is said twice."));
        }
    }

    private sealed record Said(string Name, IReadOnlyList<string> Values);
}
