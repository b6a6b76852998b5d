using System.Collections.Immutable;
using System.Text;
using System.Text.Json;

namespace MnM.Collector.Players.Erasing;

/// <summary>
/// Frees JSON of a person. All that does not name them stays byte for byte, and nothing is expected of it: it may come from a stranger's file,
/// with members that stand twice or half characters.
/// </summary>
internal ref struct AnswerScrubber
{
    // What Riot calls a person in matches, in the running game, in the spectator's and in the client's answers.
    private static readonly ImmutableHashSet<string> Names = ["riotIdGameName", "riotIdName", "gameName"];
    private static readonly ImmutableHashSet<string> Tags = ["riotIdTagline", "riotIdTagLine", "tagLine", "gameTag"];
    private static readonly ImmutableHashSet<string> Naming =
        [.. Names, .. Tags, "riotId", "summonerName", "summonerId", "accountId", "name", "displayName", "puuid", "PUUID", "obfuscatedPuuid"];

    // Where events of a game name people, in lists too.
    private static readonly ImmutableHashSet<string> People = ["KillerName", "VictimName", "Recipient", "Acer", "Assisters"];

    // What stands where they stood.
    private const string NoName = "\"\"";
    private const string NoNumber = "0";
    private static readonly string NoId = $"\"{ErasedPerson.Nobody}\"";

    // Deeper than anything that MnM reads.
    private static readonly JsonReaderOptions Reading = new() { MaxDepth = 1024 };

    private readonly ErasedPerson _person;
    private readonly Stack<Part> _open = [];
    private readonly List<Place> _found = [];
    private readonly List<(string Text, Place Place)> _numbers = [];
    private readonly HashSet<string> _theirNumbers = [];
    private Utf8JsonReader _reader;

    private AnswerScrubber(ReadOnlySpan<byte> json, ErasedPerson person)
    {
        _person = person;
        _reader = new(json, Reading);
    }

    /// <summary>The JSON without them: where they stood is somebody without id and name. Null where they are not in it, or it is none.</summary>
    public static byte[]? Scrub(ReadOnlySpan<byte> json, ErasedPerson person)
    {
        var scrubber = new AnswerScrubber(json, person);
        try
        {
            scrubber.Find();
        }
        catch (JsonException)
        {
            return null;
        }

        return scrubber._found.Count == 0 ? null : Without(json, scrubber._found);
    }

    private void Find()
    {
        while (_reader.Read())
        {
            switch (_reader.TokenType)
            {
                case JsonTokenType.StartObject:
                    _open.Push(new Part());
                    break;
                case JsonTokenType.StartArray:
                    _open.Push(new Part { IsOfPeople = _open.TryPeek(out var outer) && NamesPeople(outer) });
                    break;
                case JsonTokenType.EndObject or JsonTokenType.EndArray:
                    Close(_open.Pop());
                    break;
                case JsonTokenType.PropertyName:
                    var member = Text();
                    _open.Peek().Member = member;
                    Take(member, isPerson: false);
                    break;
                case JsonTokenType.String when _open.TryPeek(out var part):
                    Take(part, Text());
                    break;
                case JsonTokenType.Number when _open.TryPeek(out var part) && part.Member is { } id && Naming.Contains(id):
                    TakeNumber(part, Encoding.UTF8.GetString(_reader.ValueSpan));
                    break;
            }
        }

        // The client's answers also tell whose they are, beside all people.
        var theirs = _theirNumbers;
        _found.AddRange(_numbers.Where(number => theirs.Contains(number.Text)).Select(number => number.Place));
    }

    private readonly void Take(Part part, string text)
    {
        if (Take(text, NamesPeople(part)))
        {
            part.IsTheirs = true;
        }
        else if (part.Member is { } member && Naming.Contains(member))
        {
            part.Naming.Add(Here(NoName));
            (Names.Contains(member) ? part.Names : Tags.Contains(member) ? part.Tags : null)?.Add(text);
        }
    }

    private readonly void TakeNumber(Part part, string text)
    {
        if (text != NoNumber)
        {
            part.Numbers.Add(text);
            _numbers.Add((text, new((int)_reader.TokenStartIndex, text.Length, NoNumber)));
        }
    }

    private static bool NamesPeople(Part part) => part.Member is { } member ? People.Contains(member) : part.IsOfPeople;

    private readonly bool Take(string text, bool isPerson)
    {
        var isId = _person.IsId(text);
        if (!isId && !_person.IsName(text) && !(isPerson && _person.Aliases.Contains(text.Trim())))
        {
            return false;
        }

        _found.Add(Here(isId ? NoId : NoName));
        return true;
    }

    private readonly void Close(Part part)
    {
        var person = _person;
        if (part.IsTheirs || part.Names.Exists(name => part.Tags.Exists(tag => person.Is(name, tag))))
        {
            _found.AddRange(part.Naming);
            _theirNumbers.UnionWith(part.Numbers);
        }
    }

    private readonly Place Here(string instead) => new((int)_reader.TokenStartIndex, _reader.ValueSpan.Length + 2, instead);

    private readonly string Text()
    {
        try
        {
            return _reader.GetString()!;
        }
        catch (InvalidOperationException)
        {
            // Half a character: names with one are stored as they are written.
            return Encoding.UTF8.GetString(_reader.ValueSpan);
        }
    }

    private static byte[] Without(ReadOnlySpan<byte> json, List<Place> found)
    {
        using var rest = new MemoryStream(json.Length);
        var from = 0;
        foreach (var place in found.OrderBy(place => place.Start))
        {
            rest.Write(json[from..place.Start]);
            rest.Write(Encoding.UTF8.GetBytes(place.Instead));
            from = place.Start + place.Length;
        }

        rest.Write(json[from..]);
        return rest.ToArray();
    }

    /// <summary>A text in the JSON, with its quotes, or a number.</summary>
    private readonly record struct Place(int Start, int Length, string Instead);

    /// <summary>An object or a list that is being read.</summary>
    private sealed class Part
    {
        public string? Member { get; set; }
        public bool IsOfPeople { get; init; }
        public bool IsTheirs { get; set; }
        public List<string> Names { get; } = [];
        public List<string> Tags { get; } = [];
        public List<Place> Naming { get; } = [];
        public List<string> Numbers { get; } = [];
    }
}
