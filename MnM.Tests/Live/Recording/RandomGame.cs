using System.Text;
using System.Text.Json.Nodes;

namespace MnM.Tests.Live.Recording;

/// <summary>
/// Invented answers of a game in which anything may happen: people come, go and change places, the clock goes back, members change at random,
/// and for a while the text holds what only text can: twins, lone surrogates, numbers beyond any type. The same seed gives the same answers.
/// </summary>
internal sealed class RandomGame(int seed)
{
    private static readonly (string From, string To)[] Oddities =
    [
        ("\"level\":3", "\"level\":3,\"level\":4"),
        ("\"level\":3", "\"level\":4,\"level\":3"),
        ("\"isBot\":false", "\"isBot\":false,\"\\u0069sBot\":true"),
        ("\"position\":\"TOP\"", "\"position\":\"\\ud83d\""),
        ("\"displayName\":\"\"", "\"displayName\":\"\\u0000\\\"\\\\/ Ψ#EUW \""),
        ("\"price\":450", "\"price\":18446744073709551616.000000000000000001"),
        ("\"skinID\":0", "\"skinID\":-1e-400,\"#\":3,\"@\":[1,0],\"0\":[null]"),
        ("\"respawnTimer\":0", "\"respawnTimer\":1E+400"),
        ("\"wardScore\":", "\"wardScore\" :\r\n\t "),
        ("\"Events\":[", "\"Events\":[ "),
    ];

    private readonly Random _random = new(seed);
    private readonly JsonMutations _mutations = new(seed);
    private readonly HashSet<int> _odd = [];
    private JsonObject _response = Parse(Polls.Sample);
    private double _time = 100;

    public byte[] Next()
    {
        _time = _random.Next(40) == 0 ? Math.Max(0, _time - _random.Next(200)) : _time + (float)(0.9 + (_random.NextDouble() / 5));
        Play();
        switch (_random.Next(12))
        {
            case 0: _response = Parse(_mutations.Change(_response.ToJsonString(), 1 + _random.Next(5))); break;
            case 1: _response = Parse(Polls.Response(_time, players: _random.Next(17))); break;
            case 2: MovePeople(); break;
            case 3: Toggle(_random.Next(Oddities.Length)); break;
        }

        var text = _odd.Aggregate(_response.ToJsonString(), (json, odd) => json.Replace(Oddities[odd].From, Oddities[odd].To, StringComparison.Ordinal));
        return Encoding.UTF8.GetBytes(_random.Next(20) == 0 ? "\uFEFF" + text : text);
    }

    private static JsonObject Parse(string json) => JsonNode.Parse(json)!.AsObject();

    /// <summary>What happens in any second, as far as a change left the place for it.</summary>
    private void Play()
    {
        if (_response["gameData"] is JsonObject data)
        {
            data["gameTime"] = _time;
        }

        if (_response["activePlayer"] is JsonObject active)
        {
            active["currentGold"] = (double)(float)(_random.NextDouble() * 3000);
        }

        foreach (var player in People().OfType<JsonObject>().Where(_ => _random.Next(3) == 0))
        {
            if (player["scores"] is JsonObject scores)
            {
                scores["wardScore"] = (double)(float)(_random.NextDouble() * 40);
                scores["kills"] = _random.Next(30);
            }
        }

        if (_random.Next(6) == 0 && _response["events"] is JsonObject told && told["Events"] is JsonArray events)
        {
            events.Add((JsonNode)Polls.Event(events.Count, "ChampionKill", _time, ("KillerName", $"Player {_random.Next(10)}"), ("VictimName", "Turret_T1_C_07_A")));
        }
    }

    private void MovePeople()
    {
        var people = People();
        for (var moves = _random.Next(4); moves >= 0 && people.Count > 0; moves--)
        {
            var player = people[_random.Next(people.Count)]?.DeepClone();
            people.RemoveAt(_random.Next(people.Count));
            people.Insert(_random.Next(people.Count + 1), player);
        }

        if (_random.Next(2) == 0)
        {
            people.Add((JsonNode)Polls.Player(_random.Next(20), _random.Next(2) == 0 ? "ORDER" : "CHAOS"));
        }
    }

    private void Toggle(int odd)
    {
        if (!_odd.Remove(odd))
        {
            _odd.Add(odd);
        }
    }

    private JsonArray People() => _response["allPlayers"] as JsonArray ?? [];
}
