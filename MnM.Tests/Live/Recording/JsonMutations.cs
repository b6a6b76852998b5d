using System.Text;
using System.Text.Json.Nodes;

namespace MnM.Tests.Live.Recording;

/// <summary>Damages and changes JSON at random, by structure and by byte; the same seed gives the same damage.</summary>
internal sealed class JsonMutations(int seed)
{
    private static readonly string[] Odd =
    [
        "null", "true", "-1", "1e400", "1E-7", "0.1000", "18446744073709551615", "\"\"", "\"\\ud800\"", "\"\\u0061\"", "[]", "{}", "[[[]]]",
        "\"ΨΞ#EUW \"", "{\"#\":1,\"@\":[0],\"0\":[]}", "{\"a\":1,\"a\":2}",
    ];

    private readonly Random _random = new(seed);

    /// <summary>A value with a few members changed, added, removed or moved.</summary>
    public string Change(string json, int changes)
    {
        var root = JsonNode.Parse(json)!;
        for (var i = 0; i < changes; i++)
        {
            ChangeOne(root);
        }

        return root.ToJsonString();
    }

    /// <summary>The same text with a few bytes overwritten, doubled or cut; rarely still JSON.</summary>
    public byte[] Damage(byte[] json, int changes)
    {
        var bytes = json.ToList();
        for (var i = 0; i < changes && bytes.Count > 2; i++)
        {
            var at = _random.Next(bytes.Count);
            switch (_random.Next(5))
            {
                case 0: bytes[at] = (byte)_random.Next(256); break;
                case 1: bytes.RemoveAt(at); break;
                case 2: bytes.Insert(at, bytes[_random.Next(bytes.Count)]); break;
                case 3: bytes.RemoveRange(at, Math.Min(bytes.Count - at, _random.Next(1, 40))); break;
                default: bytes.InsertRange(at, Encoding.UTF8.GetBytes(Odd[_random.Next(Odd.Length)])); break;
            }
        }

        return [.. bytes];
    }

    private void ChangeOne(JsonNode root)
    {
        var node = Pick(root);
        switch (node)
        {
            case JsonObject { Count: > 0 } members:
                ChangeMember(members);
                break;
            case JsonArray list:
                ChangeList(list);
                break;
        }
    }

    private JsonNode Pick(JsonNode root)
    {
        var node = root;
        while (_random.Next(5) > 0)
        {
            List<JsonNode> children = node switch
            {
                JsonObject members => [.. members.Select(member => member.Value).OfType<JsonNode>().Where(child => child is JsonObject or JsonArray)],
                JsonArray list => [.. list.OfType<JsonNode>().Where(child => child is JsonObject or JsonArray)],
                _ => [],
            };
            if (children.Count == 0)
            {
                break;
            }

            node = children[_random.Next(children.Count)];
        }

        return node;
    }

    private void ChangeMember(JsonObject members)
    {
        var name = members.ElementAt(_random.Next(members.Count)).Key;
        switch (_random.Next(5))
        {
            case 0: members.Remove(name); break;
            case 1: members["x" + _random.Next(9)] = Any(); break;
            case 2:
                var value = members[name]?.DeepClone();
                members.Remove(name);
                members[name] = value;
                break;
            default: members[name] = Any(); break;
        }
    }

    private void ChangeList(JsonArray list)
    {
        switch (_random.Next(4))
        {
            case 0 when list.Count > 0: list.RemoveAt(_random.Next(list.Count)); break;
            case 1 when list.Count > 0: list.Insert(_random.Next(list.Count), list[_random.Next(list.Count)]?.DeepClone()); break;
            case 2 when list.Count > 1:
                var moved = list[0]?.DeepClone();
                list.RemoveAt(0);
                list.Add(moved);
                break;
            default: list.Add(Any()); break;
        }
    }

    private JsonNode? Any()
    {
        // Twins and lone surrogates come in by text only; JsonNode itself could not write them.
        var odd = Odd[_random.Next(Odd.Length - 1)];
        return _random.Next(3) == 0 ? JsonValue.Create((float)(_random.NextDouble() * 2000)) : odd.Contains("ud800") ? JsonValue.Create("?") : JsonNode.Parse(odd);
    }
}
